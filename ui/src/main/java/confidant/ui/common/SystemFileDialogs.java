package confidant.ui.common;

import java.io.File;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import javafx.stage.DirectoryChooser;
import javafx.stage.FileChooser;
import javafx.stage.FileChooser.ExtensionFilter;
import javafx.stage.Window;

/** The operating system's file dialogs, before {@code owner}. */
public final class SystemFileDialogs implements FileDialogs {
  /** Names of the kinds of files that are read; what a file is, its content decides. */
  private static final List<String> PAPERS =
      Stream.of(
              "pdf", "docx", "xlsx", "odt", "ods", "doc", "xls", "rtf", "eml", "msg", "html", "htm",
              "csv", "tsv", "txt", "md")
          .flatMap(name -> Stream.of(name, name.toUpperCase(Locale.ROOT)))
          .map(name -> "*." + name)
          .toList();

  private final Window owner;
  private final Texts texts;

  public SystemFileDialogs(Window owner, Texts texts) {
    this.owner = owner;
    this.texts = texts;
  }

  @Override
  public List<Path> papers() {
    FileChooser chooser = new FileChooser();
    chooser.setTitle(texts.get("dialog.papers"));
    chooser
        .getExtensionFilters()
        .addAll(
            new ExtensionFilter(texts.get("dialog.readable"), PAPERS),
            new ExtensionFilter(texts.get("dialog.pdf"), "*.pdf", "*.PDF"),
            new ExtensionFilter(texts.get("dialog.all"), "*.*"));
    List<File> chosen = chooser.showOpenMultipleDialog(owner);
    return chosen == null ? List.of() : chosen.stream().map(File::toPath).toList();
  }

  @Override
  public Optional<Path> modelFile() {
    FileChooser chooser = new FileChooser();
    chooser.setTitle(texts.get("dialog.model-file"));
    chooser
        .getExtensionFilters()
        .addAll(
            new ExtensionFilter(texts.get("dialog.models"), "*.gguf", "*.safetensors"),
            new ExtensionFilter(texts.get("dialog.all"), "*.*"));
    return Optional.ofNullable(chooser.showOpenDialog(owner)).map(File::toPath);
  }

  @Override
  public Optional<Path> modelFolder() {
    DirectoryChooser chooser = new DirectoryChooser();
    chooser.setTitle(texts.get("dialog.model-folder"));
    return Optional.ofNullable(chooser.showDialog(owner)).map(File::toPath);
  }
}

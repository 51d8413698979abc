package confidant.ui.fake;

import confidant.ui.common.FileDialogs;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** Answers at once, as a person who always chooses the same. */
public final class FakeFileDialogs implements FileDialogs {
  public static final Path PAPER = Path.of("chosen.pdf");
  public static final Path MODEL_FILE = Path.of("chosen.gguf");
  public static final Path MODEL_FOLDER = Path.of("chosen-model");

  @Override
  public List<Path> papers() {
    return List.of(PAPER);
  }

  @Override
  public Optional<Path> modelFile() {
    return Optional.of(MODEL_FILE);
  }

  @Override
  public Optional<Path> modelFolder() {
    return Optional.of(MODEL_FOLDER);
  }
}

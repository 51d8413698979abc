package confidant.ingest;

import confidant.ingest.ReadResult.Read;
import confidant.ingest.ReadResult.Reason;
import confidant.ingest.ReadResult.Refused;
import confidant.ingest.document.Document;
import confidant.ingest.document.Page;
import confidant.ingest.extract.FileType;
import confidant.ingest.extract.TextFileReader;
import confidant.ingest.extract.TextFileReader.TextFile;
import confidant.ingest.extract.TypeDetector;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Reads files into documents in this process: detects the type by content, extracts, lays out.
 *
 * <p>Thread-safe. Files made to do harm can cost the process its memory: programs read through
 * {@link confidant.ingest.worker.WorkerReader}.
 */
public final class DocumentReader implements DocumentSource {

  /** Far more than any model takes in. */
  private static final long MAX_TEXT_BYTES = 64L << 20;

  private final TypeDetector detector = new TypeDetector();

  @Override
  public ReadResult read(Path file, ReadOptions options, ReadProgress progress) {
    String name = String.valueOf(file.getFileName());
    Optional<Refused> noFile = refuseUnlessFile(file, name);
    if (noFile.isPresent()) {
      return noFile.get();
    }
    try {
      FileType type = detector.detect(file);
      return switch (type.kind()) {
        case TEXT -> readText(file, name, type.mediaType(), options, progress);
        case PDF -> PdfReader.read(file, name, options, progress);
        case OTHER -> unsupported(name, type);
      };
    } catch (IOException e) {
      return new Refused(
          Reason.NOT_READABLE, name + " could not be read from the disk; check its permissions.");
    }
  }

  /** Opening a pipe would wait for its writer for ever. */
  private static Optional<Refused> refuseUnlessFile(Path file, String name) {
    if (Files.isRegularFile(file)) {
      return Optional.empty();
    }
    if (Files.isDirectory(file)) {
      return Optional.of(
          new Refused(Reason.NOT_READABLE, file + " is a folder; name the files in it."));
    }
    if (Files.exists(file)) {
      return Optional.of(
          new Refused(
              Reason.NOT_READABLE,
              name + " is no file but a pipe or a device; save what it gives as a file first."));
    }
    return Optional.of(
        new Refused(
            Reason.NOT_FOUND,
            Files.isSymbolicLink(file)
                ? name + " is a link to a file that is not there; name the file itself."
                : "There is no file " + file + "; check its name and folder."));
  }

  private static ReadResult readText(
      Path file, String name, String mediaType, ReadOptions options, ReadProgress progress)
      throws IOException {
    if (options.pages().filter(range -> !range.contains(1)).isPresent()) {
      return Sentences.noSuchPages(name);
    }
    if (Files.size(file) > MAX_TEXT_BYTES) {
      return new Refused(
          Reason.TOO_LARGE,
          name + " holds more than " + (MAX_TEXT_BYTES >> 20) + " MB of text; split it up.");
    }
    progress.page(1, 1);
    Optional<TextFile> text = TextFileReader.read(file);
    if (text.isEmpty()) {
      return new Refused(
          Reason.UNSUPPORTED,
          name + " is called a text file but holds no text; choose a file that does.");
    }
    Page page = text.get().page();
    if (page.blocks().isEmpty()) {
      return new Refused(Reason.EMPTY, name + " is empty; choose a file that holds text.");
    }
    return new Read(
        new Document(name, mediaType, List.of(page)),
        new ReadReport(1, List.of(), notices(name, options, text.get())));
  }

  private static List<String> notices(String name, ReadOptions options, TextFile text) {
    List<String> notices = new ArrayList<>();
    Sentences.clipped(name, options.pages(), 1).ifPresent(notices::add);
    if (text.encodingGuessed()) {
      notices.add(
          name
              + ": the encoding of its letters was guessed to be Western European; if accents or"
              + " currency signs look wrong, save it as UTF-8 and open it again.");
    }
    if (text.unreadable() > 0) {
      notices.add(
          name
              + ": "
              + (text.unreadable() == 1 ? "1 character" : text.unreadable() + " characters")
              + " could not be read, shown as \uFFFD; compare with the original.");
    }
    return notices;
  }

  private static ReadResult unsupported(String name, FileType type) {
    return new Refused(
        Reason.UNSUPPORTED,
        name
            + " is "
            + type.description()
            + ", which cannot be read yet; PDF documents with text and plain text files"
            + " (TXT, Markdown, CSV) can.");
  }
}

package confidant.ingest;

import confidant.ingest.ReadResult.Read;
import confidant.ingest.ReadResult.Reason;
import confidant.ingest.ReadResult.Refused;
import confidant.ingest.extract.FileType;
import confidant.ingest.extract.FileType.Kind;
import confidant.ingest.extract.Source;
import confidant.ingest.extract.TypeDetector;
import confidant.ingest.flow.sheet.DelimitedReader;
import confidant.ingest.ocr.OcrEngine;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * Reads files into documents in this process: detects the type by content, extracts, lays out.
 *
 * <p>Thread-safe. Files made to do harm can cost the process its memory: programs read through
 * {@link confidant.ingest.worker.WorkerReader}.
 */
public final class DocumentReader implements DocumentSource {

  private static final String PLAIN_TEXT = "text/plain";

  private final TypeDetector detector = new TypeDetector();
  private final OcrEngine ocr = new OcrEngine();

  @Override
  public ReadResult read(Path file, ReadOptions options, ReadProgress progress) {
    String name = String.valueOf(file.getFileName());
    Optional<Refused> refusal = refuseUnlessFile(file, name);
    if (refusal.isPresent()) {
      return refusal.get();
    }
    try {
      return read(Source.of(file), options, progress, new AttachmentBudget());
    } catch (IOException e) {
      return notReadable(name);
    }
  }

  /** Reads a file, or an attachment within what {@code budget} leaves. */
  ReadResult read(
      Source source, ReadOptions options, ReadProgress progress, AttachmentBudget budget) {
    String name = source.name();
    try {
      if (source.size() == 0) {
        return new Refused(Reason.EMPTY, name + " is empty; get it again from where it came from.");
      }
      FileType type = detector.detect(source);
      return switch (type.kind()) {
        case PDF -> CheckedReadings.choose(PdfReader.read(source, options, progress, ocr));
        case PICTURE ->
            CheckedReadings.choose(
                PictureFileReader.read(source, type.mediaType(), options, progress, ocr));
        case TEXT, DELIMITED -> readText(source, type, options, progress, budget);
        case OTHER -> otherKind(name, type);
        case HTML,
            RTF,
            MAIL,
            OUTLOOK_MAIL,
            WORD,
            WORD_97,
            EXCEL,
            EXCEL_97,
            OPEN_TEXT,
            OPEN_SHEET,
            LOCKED_OFFICE ->
            new FlowReader(this, detector, options, progress, budget).read(source, type);
      };
    } catch (IOException e) {
      return notReadable(name);
    }
  }

  private static Refused notReadable(String name) {
    return new Refused(
        Reason.NOT_READABLE, name + " could not be read from the disk; check its permissions.");
  }

  private static Refused otherKind(String name, FileType type) {
    if (type.mediaType().startsWith("image/hei")) {
      return Sentences.phonePicture(name);
    }
    return type.mediaType().startsWith("image/")
        ? Sentences.otherPicture(name)
        : Sentences.unsupported(name, type.description());
  }

  /** Text that turns out to be a table is read as one, whatever its name. */
  private ReadResult readText(
      Source source,
      FileType type,
      ReadOptions options,
      ReadProgress progress,
      AttachmentBudget budget)
      throws IOException {
    ReadResult text = TextReader.read(source, type.mediaType(), options, progress);
    boolean table =
        type.kind() == Kind.DELIMITED
            || (type.mediaType().equals(PLAIN_TEXT) && DelimitedReader.isTable(source.bytes()));
    return text instanceof Read && table
        ? new FlowReader(this, detector, options, progress, budget)
            .read(source, new FileType(Kind.DELIMITED, type.mediaType(), type.description()))
        : text;
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
}

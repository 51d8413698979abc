package confidant.ingest.extract;

import confidant.ingest.codec.Codecs;
import confidant.ingest.extract.Extraction.Cause;
import confidant.ingest.extract.Extraction.Done;
import confidant.ingest.extract.Extraction.Failed;
import confidant.ingest.page.RawPage;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.BooleanSupplier;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.io.RandomAccessRead;
import org.apache.pdfbox.io.RandomAccessReadBuffer;
import org.apache.pdfbox.io.RandomAccessReadBufferedFile;
import org.apache.pdfbox.pdfparser.PDFParser;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.encryption.InvalidPasswordException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Takes glyphs and ruling lines out of PDF files, within {@link Limits}. */
public final class PdfExtractor {

  private static final Logger log = LoggerFactory.getLogger(PdfExtractor.class);

  static {
    BundledFonts.install();
    Codecs.install();
  }

  private PdfExtractor() {}

  /**
   * Hands the pages of a PDF to {@code sink}.
   *
   * @param password tried after the empty one
   * @throws IOException if the file cannot be read from the disk
   */
  public static Extraction extract(Source file, Optional<String> password, PageSink sink)
      throws IOException {
    if (file.size() == 0) {
      return new Failed(Cause.EMPTY_FILE);
    }
    try {
      return open(file, password, sink);
    } catch (LimitExceededException e) {
      log.info("A PDF exceeds the limits: {}", e.getMessage());
      return new Failed(Cause.TOO_MUCH_WORK);
    } catch (InvalidPasswordException e) {
      return new Failed(password.isPresent() ? Cause.PASSWORD_WRONG : Cause.PASSWORD_NEEDED);
    } catch (IOException | RuntimeException e) {
      // The library throws all kinds of runtime exceptions at malformed objects.
      log.debug("A PDF cannot be parsed", e);
      return new Failed(Cause.DAMAGED);
    } catch (StackOverflowError e) {
      log.info("A PDF nests its objects too deeply");
      return new Failed(Cause.DAMAGED);
    } catch (OutOfMemoryError e) {
      // Reached only if a stream slips past the guards; what was allocated is free again here.
      log.warn("A PDF needs more memory than there is");
      return new Failed(Cause.TOO_MUCH_WORK);
    }
  }

  private static Extraction open(Source file, Optional<String> password, PageSink sink)
      throws IOException {
    Deadline opening = Deadline.in(Limits.OPENING);
    ObjectStreamGuard.check(file, opening);
    try (TimedRead bytes = new TimedRead(randomAccess(file), opening);
        PDDocument document = load(bytes, password)) {
      int count = 0;
      SortedMap<Integer, PDPage> wanted = new TreeMap<>();
      for (PDPage page : document.getPages()) {
        opening.check();
        count++;
        if (sink.wants(count)) {
          wanted.put(count, page);
        }
        if (wanted.size() > Limits.PAGES) {
          return new Failed(Cause.TOO_MANY_PAGES);
        }
      }
      if (wanted.isEmpty()) {
        return new Failed(count == 0 ? Cause.DAMAGED : Cause.NO_SUCH_PAGES);
      }
      return readPages(document, wanted, count, bytes, sink, () -> isWellFormed(file, password));
    }
  }

  private static RandomAccessRead randomAccess(Source source) throws IOException {
    return switch (source) {
      case Source.OfFile(var path) -> new RandomAccessReadBufferedFile(path);
      case Source.OfBytes(_, var bytes) -> new RandomAccessReadBuffer(bytes);
    };
  }

  private static PDDocument load(TimedRead bytes, Optional<String> password) throws IOException {
    try {
      return Loader.loadPDF(bytes, "");
    } catch (InvalidPasswordException e) {
      if (password.isEmpty()) {
        throw e;
      }
      bytes.seek(0);
      return Loader.loadPDF(bytes, password.get());
    }
  }

  private static Extraction readPages(
      PDDocument document,
      SortedMap<Integer, PDPage> wanted,
      int count,
      TimedRead bytes,
      PageSink sink,
      BooleanSupplier wellFormed) {
    List<Integer> damaged = new ArrayList<>();
    List<Integer> unknown = new ArrayList<>();
    StreamGuard guard = new StreamGuard();
    boolean text = false;
    boolean pictures = false;
    for (var entry : wanted.entrySet()) {
      int number = entry.getKey();
      if (sink.isCancelled()) {
        return new Failed(Cause.CANCELLED);
      }
      sink.starting(number, count);
      Deadline deadline = Deadline.in(Limits.PAGE);
      bytes.extend(deadline);
      PDPage page = entry.getValue();
      PageEngine engine = new PageEngine(page, guard, deadline);
      boolean wholly = run(engine, page);
      text |= !engine.runs().isEmpty();
      pictures |= engine.drawsPictures();
      if (!wholly || engine.contentIsCut()) {
        damaged.add(number);
      }
      if (engine.unknownGlyphs() > 0) {
        unknown.add(number);
      }
      PDRectangle visible = page.getCropBox();
      RawPage upright =
          PageNormalizer.normalize(
              number,
              visible.getWidth(),
              visible.getHeight(),
              page.getRotation(),
              engine.runs(),
              engine.rules(),
              engine.pictures().stream().map(PictureSpot::box).toList());
      text |=
          sink.accept(upright, new PdfPageView(document, page, number - 1, engine, guard, bytes));
    }
    // A scan is whole and has pictures; a file that lost its text to damage must not pass for one.
    if (!text && (!damaged.isEmpty() || (!pictures && !wellFormed.getAsBoolean()))) {
      return new Failed(Cause.DAMAGED);
    }
    return new Done(count, damaged, unknown);
  }

  /** Whether all of the page's content could be run; what was collected before a fault stays. */
  private static boolean run(PageEngine engine, PDPage page) {
    try {
      engine.run(page);
      return true;
    } catch (LimitExceededException e) {
      throw e;
    } catch (IOException | RuntimeException e) {
      log.debug("Part of a page cannot be run", e);
      return false;
    }
  }

  /** Whether the library opens the file without mending anything. */
  private static boolean isWellFormed(Source file, Optional<String> password) {
    try (TimedRead bytes = new TimedRead(randomAccess(file), Deadline.in(Limits.OPENING));
        PDDocument document = new PDFParser(bytes, password.orElse("")).parse(false)) {
      return document.getNumberOfPages() > 0;
    } catch (IOException | RuntimeException e) {
      log.debug("A PDF without text was mended to open it", e);
      return false;
    }
  }
}

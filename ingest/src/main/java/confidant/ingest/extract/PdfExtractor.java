package confidant.ingest.extract;

import confidant.ingest.extract.Extraction.Cause;
import confidant.ingest.extract.Extraction.Done;
import confidant.ingest.extract.Extraction.Failed;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.io.RandomAccessReadBufferedFile;
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
  }

  private PdfExtractor() {}

  /**
   * Hands the pages of {@code file} to {@code sink}.
   *
   * @param password tried after the empty one
   * @throws IOException if the file cannot be read from the disk
   */
  public static Extraction extract(Path file, Optional<String> password, PageSink sink)
      throws IOException {
    if (Files.size(file) == 0) {
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

  private static Extraction open(Path file, Optional<String> password, PageSink sink)
      throws IOException {
    Deadline opening = Deadline.in(Limits.OPENING);
    ObjectStreamGuard.check(file, opening);
    try (TimedRead bytes = new TimedRead(new RandomAccessReadBufferedFile(file), opening);
        PDDocument document = load(bytes, password)) {
      List<PDPage> pages = new ArrayList<>();
      for (PDPage page : document.getPages()) {
        if (pages.size() == Limits.PAGES) {
          return new Failed(Cause.TOO_MANY_PAGES);
        }
        pages.add(page);
      }
      return readPages(pages, bytes, sink);
    }
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

  private static Extraction readPages(List<PDPage> pages, TimedRead bytes, PageSink sink) {
    List<Integer> damaged = new ArrayList<>();
    List<Integer> unknown = new ArrayList<>();
    StreamGuard guard = new StreamGuard();
    boolean any = false;
    for (int number = 1; number <= pages.size(); number++) {
      if (!sink.wants(number)) {
        continue;
      }
      any = true;
      if (sink.isCancelled()) {
        return new Failed(Cause.CANCELLED);
      }
      sink.starting(number, pages.size());
      Deadline deadline = Deadline.in(Limits.PAGE);
      bytes.extend(deadline);
      PDPage page = pages.get(number - 1);
      PageEngine engine = new PageEngine(page, guard, deadline);
      if (!run(engine, page)) {
        damaged.add(number);
      }
      if (engine.unknownGlyphs() > 0) {
        unknown.add(number);
      }
      PDRectangle visible = page.getCropBox();
      sink.accept(
          PageNormalizer.normalize(
              number,
              visible.getWidth(),
              visible.getHeight(),
              page.getRotation(),
              engine.runs(),
              engine.rules()));
    }
    if (pages.isEmpty()) {
      return new Failed(Cause.DAMAGED);
    }
    return any ? new Done(pages.size(), damaged, unknown) : new Failed(Cause.NO_SUCH_PAGES);
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
}

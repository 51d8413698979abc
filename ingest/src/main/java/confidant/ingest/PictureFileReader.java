package confidant.ingest;

import confidant.ingest.PictureText.Problem;
import confidant.ingest.ReadOptions.Ocr;
import confidant.ingest.ReadResult.Read;
import confidant.ingest.ReadResult.Reason;
import confidant.ingest.ReadResult.Refused;
import confidant.ingest.document.Document;
import confidant.ingest.document.Page;
import confidant.ingest.extract.LimitExceededException;
import confidant.ingest.extract.Source;
import confidant.ingest.ocr.DocumentOcr;
import confidant.ingest.ocr.OcrEngine;
import confidant.ingest.ocr.OcrPage;
import confidant.ingest.ocr.OcrUnavailableException;
import confidant.ingest.page.RawPage;
import confidant.ingest.picture.Decoded;
import confidant.ingest.picture.Decoded.Failed;
import confidant.ingest.picture.Decoded.Pictures;
import confidant.ingest.picture.Frame;
import confidant.ingest.picture.PictureReader;
import confidant.ingest.picture.UnreadablePictureException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Reads a file of pictures, each as a page. */
final class PictureFileReader {

  private static final Logger log = LoggerFactory.getLogger(PictureFileReader.class);

  /** Size of a page of which nothing is known, in points. */
  private static final double WIDTH = 595;

  private static final double HEIGHT = 842;

  private final String name;
  private final ReadOptions options;
  private final ReadProgress progress;
  private final OcrNotices notices;
  private final DocumentOcr ocr;
  private final List<Page> pages = new ArrayList<>();
  private final List<Integer> pagesWithoutText = new ArrayList<>();
  private final List<Integer> pagesToCompare = new ArrayList<>();
  private int current;
  private int count;

  private PictureFileReader(
      String name, ReadOptions options, ReadProgress progress, OcrEngine engine) {
    this.name = name;
    this.options = options;
    this.progress = progress;
    notices = new OcrNotices(name);
    ocr = engine.document(() -> progress.page(current, count));
  }

  static ReadResult read(
      Source source, String mediaType, ReadOptions options, ReadProgress progress, OcrEngine engine)
      throws IOException {
    String name = source.name();
    if (options.ocr() == Ocr.OFF) {
      return new Refused(
          Reason.NO_TEXT,
          name + " is a picture, and text recognition is switched off; switch it on to read it.");
    }
    return switch (PictureReader.read(source)) {
      case Pictures(var frames) ->
          new PictureFileReader(name, options, progress, engine).read(frames, mediaType);
      case Failed(var reason) -> refusal(name, reason);
    };
  }

  private ReadResult read(List<Frame> frames, String mediaType) throws IOException {
    count = frames.size();
    for (Frame frame : frames) {
      current++;
      if (options.pages().map(range -> range.contains(current)).orElse(true)) {
        if (progress.isCancelled()) {
          return Sentences.cancelled(name);
        }
        progress.page(current, count);
        add(frame);
      }
    }
    if (pages.isEmpty()) {
      return Sentences.noSuchPages(name);
    }
    return pagesWithoutText.size() == pages.size() ? nothing() : result(mediaType);
  }

  private void add(Frame frame) throws IOException {
    RawPage page = new RawPage(current, WIDTH, HEIGHT, List.of(), List.of());
    try {
      OcrPage read = ocr.read(frame.image(), frame.pixelsPerInch(), false);
      page =
          read.hasText()
              ? new RawPage(current, read.width(), read.height(), read.runs(), read.rules())
              : new RawPage(current, read.width(), read.height(), List.of(), List.of());
    } catch (UnreadablePictureException e) {
      log.debug("A picture cannot be decoded", e);
      notices.add(
          current,
          e.reason() == Decoded.Reason.TOO_LARGE ? Problem.TOO_MUCH_WORK : Problem.DAMAGED);
    } catch (LimitExceededException e) {
      log.info("A picture exceeds the limits: {}", e.getMessage());
      notices.add(current, Problem.TOO_MUCH_WORK);
    } catch (OcrUnavailableException e) {
      notices.add(current, Problem.NO_RECOGNITION);
    }
    ComposedPage composed = ComposedPage.compose(page);
    if (!page.hasText()) {
      pagesWithoutText.add(current);
    }
    if (composed.digitsDiffer()) {
      pagesToCompare.add(current);
    }
    pages.add(composed.page());
  }

  private Read result(String mediaType) {
    List<String> all = new ArrayList<>();
    Sentences.clipped(name, options.pages(), count).ifPresent(all::add);
    if (!pagesWithoutText.isEmpty()) {
      all.add(name + ": " + Sentences.pages(pagesWithoutText) + " without text that can be read.");
    }
    all.addAll(notices.of(pages));
    if (!pagesToCompare.isEmpty()) {
      all.add(Sentences.hardToLayOut(name, pagesToCompare));
    }
    return new Read(
        new Document(name, mediaType, pages), new ReadReport(count, pagesWithoutText, all));
  }

  private Refused nothing() {
    if (notices.has(Problem.NO_RECOGNITION)) {
      return Sentences.noRecognition(name);
    }
    if (notices.has(Problem.TOO_MUCH_WORK)) {
      return refusal(name, Decoded.Reason.TOO_LARGE);
    }
    if (notices.has(Problem.DAMAGED)) {
      return Sentences.damaged(name);
    }
    return new Refused(
        Reason.NO_TEXT,
        name
            + " shows no text that can be read; take the picture again, sharp, straight and in good"
            + " light.");
  }

  private static Refused refusal(String name, Decoded.Reason reason) {
    return switch (reason) {
      case EMPTY ->
          new Refused(Reason.EMPTY, name + " is empty; get it again from where it came from.");
      case DAMAGED -> Sentences.damaged(name);
      case TOO_LARGE ->
          new Refused(
              Reason.TOO_LARGE,
              name + " takes too much time or memory to read; make the picture smaller.");
      case UNSUPPORTED -> Sentences.otherPicture(name);
    };
  }
}

package confidant.ingest;

import confidant.ingest.PictureText.Problem;
import confidant.ingest.ReadOptions.Ocr;
import confidant.ingest.ReadResult.Read;
import confidant.ingest.ReadResult.Reason;
import confidant.ingest.ReadResult.Refused;
import confidant.ingest.document.Document;
import confidant.ingest.document.Page;
import confidant.ingest.document.Page.Origin;
import confidant.ingest.extract.Extraction.Cause;
import confidant.ingest.extract.Extraction.Done;
import confidant.ingest.extract.Extraction.Failed;
import confidant.ingest.extract.PageSink;
import confidant.ingest.extract.PageView;
import confidant.ingest.extract.PdfExtractor;
import confidant.ingest.extract.Source;
import confidant.ingest.ocr.OcrEngine;
import confidant.ingest.page.RawPage;
import confidant.ingest.tables.ContinuedTables;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** Reads one PDF file: glyphs, layout, blocks, and what the person should know about them. */
final class PdfReader implements PageSink {

  private static final String MEDIA_TYPE = "application/pdf";

  private final String name;
  private final ReadOptions options;
  private final ReadProgress progress;
  private final List<Page> pages = new ArrayList<>();
  private final List<Integer> pagesWithoutText = new ArrayList<>();
  private final List<Integer> tablesGivenUp = new ArrayList<>();
  private final List<Integer> pagesToCompare = new ArrayList<>();
  private final PictureText pictures;
  private final OcrNotices ocrNotices;
  private int current;
  private int count;

  private PdfReader(String name, ReadOptions options, ReadProgress progress, OcrEngine engine) {
    this.name = name;
    this.options = options;
    this.progress = progress;
    Runnable alive = () -> progress.page(current, count);
    pictures = new PictureText(engine.document(alive), options.ocr(), alive);
    ocrNotices = new OcrNotices(name);
  }

  static ReadResult read(
      Source source, ReadOptions options, ReadProgress progress, OcrEngine engine)
      throws IOException {
    PdfReader reader = new PdfReader(source.name(), options, progress, engine);
    return switch (PdfExtractor.extract(source, options.password(), reader)) {
      case Done done -> reader.result(done);
      case Failed(Cause cause) -> reader.refusal(cause);
    };
  }

  @Override
  public boolean wants(int number) {
    return options.pages().map(range -> range.contains(number)).orElse(true);
  }

  @Override
  public void starting(int number, int pageCount) {
    current = number;
    count = pageCount;
    progress.page(number, pageCount);
  }

  @Override
  public boolean accept(RawPage drawn, PageView view) {
    PictureText.Outcome outcome = pictures.read(drawn, view);
    outcome.problem().ifPresent(problem -> ocrNotices.add(drawn.number(), problem));
    RawPage page = outcome.page();
    if (!page.hasText()) {
      pagesWithoutText.add(page.number());
    }
    ComposedPage composed = ComposedPage.compose(page);
    if (composed.tableGivenUp()) {
      tablesGivenUp.add(page.number());
    }
    if (composed.digitsDiffer()) {
      pagesToCompare.add(page.number());
    }
    pages.add(composed.page());
    return composed.page().origin() != Origin.TEXT;
  }

  @Override
  public boolean isCancelled() {
    return progress.isCancelled();
  }

  private ReadResult result(Done done) {
    if (pagesWithoutText.size() == pages.size()) {
      return nothing();
    }
    return new Read(
        new Document(name, MEDIA_TYPE, ContinuedTables.withHeadings(pages)),
        new ReadReport(done.pages(), pagesWithoutText, notices(done)));
  }

  private Refused nothing() {
    if (options.ocr() == Ocr.OFF) {
      return new Refused(
          Reason.NO_TEXT,
          name
              + " holds no text, so it is probably a scan, and text recognition is switched off;"
              + " switch it on to read it.");
    }
    if (ocrNotices.has(Problem.NO_RECOGNITION)) {
      return Sentences.noRecognition(name);
    }
    if (ocrNotices.has(Problem.TOO_MUCH_WORK)) {
      return refusal(Cause.TOO_MUCH_WORK);
    }
    return new Refused(
        Reason.NO_TEXT,
        ocrNotices.has(Problem.DAMAGED)
            ? name
                + " holds no text, and its pictures are damaged or of a kind that cannot be read;"
                + " scan it again."
            : name
                + " holds no text, and none can be read in its pictures; scan it again, sharp and"
                + " straight.");
  }

  private List<String> notices(Done done) {
    List<String> notices = new ArrayList<>();
    Sentences.clipped(name, options.pages(), done.pages()).ifPresent(notices::add);
    if (!pagesWithoutText.isEmpty()) {
      notices.add(
          name + ": " + Sentences.pages(pagesWithoutText) + " without text that can be read.");
    }
    notices.addAll(ocrNotices.of(pages));
    if (!done.damagedPages().isEmpty()) {
      notices.add(
          name
              + ": "
              + Sentences.pages(done.damagedPages())
              + " damaged: text may be missing there; compare with the original.");
    }
    List<Integer> unknown = withoutThoseRead(done.pagesWithUnknownGlyphs());
    if (!unknown.isEmpty()) {
      notices.add(
          name
              + ": "
              + Sentences.pages(unknown)
              + " shown with \uFFFD where the file does not say what a character means.");
    }
    if (!tablesGivenUp.isEmpty()) {
      notices.add(
          name
              + ": "
              + Sentences.pages(tablesGivenUp)
              + " shown row by row in places where a table could not be made out for certain.");
    }
    if (!pagesToCompare.isEmpty()) {
      notices.add(Sentences.hardToLayOut(name, pagesToCompare));
    }
    return notices;
  }

  /** The numbers of pages of which the text layer is still shown. */
  private List<Integer> withoutThoseRead(List<Integer> numbers) {
    List<Integer> read =
        pages.stream().filter(page -> page.origin() == Origin.PICTURE).map(Page::number).toList();
    return numbers.stream().filter(number -> !read.contains(number)).toList();
  }

  private Refused refusal(Cause cause) {
    return switch (cause) {
      case EMPTY_FILE ->
          new Refused(Reason.EMPTY, name + " is empty; get it again from where it came from.");
      case PASSWORD_NEEDED -> Sentences.locked(name);
      case PASSWORD_WRONG -> Sentences.wrongPassword(name);
      case DAMAGED -> Sentences.damaged(name);
      case NO_SUCH_PAGES -> Sentences.noSuchPages(name);
      case TOO_MANY_PAGES ->
          new Refused(
              Reason.TOO_LARGE,
              name
                  + " has too many pages to be read at once; ask for some of them or split it up.");
      case TOO_MUCH_WORK ->
          new Refused(
              Reason.TOO_LARGE,
              name + " takes too much time or memory to read; print it to a new PDF and try that.");
      case CANCELLED -> Sentences.cancelled(name);
    };
  }
}

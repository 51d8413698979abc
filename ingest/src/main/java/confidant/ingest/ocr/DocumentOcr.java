package confidant.ingest.ocr;

import confidant.ingest.extract.Deadline;
import confidant.ingest.extract.LimitExceededException;
import confidant.ingest.page.GlyphRun;
import confidant.ingest.picture.GreyPicture;
import confidant.ingest.picture.Orientation;
import confidant.ingest.picture.PicturePreparer;
import confidant.ingest.picture.Placement;
import confidant.ingest.picture.PreparedPicture;
import java.awt.image.BufferedImage;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * Reads the pictures of one document. Pages of a document are mostly of one language, so each is
 * tried in that of the last.
 */
public final class DocumentOcr {

  /** Longest time of reading a page once; dense print takes a third of it. */
  private static final Duration PAGE = Duration.ofSeconds(12);

  private static final double POINTS_PER_INCH = 72;

  private final OcrEngine engine;
  private final Runnable alive;
  private Language language = Language.ENGLISH;

  DocumentOcr(OcrEngine engine, Runnable alive) {
    this.engine = engine;
    this.alive = alive;
  }

  /**
   * Reads the picture of a page or of a part of one.
   *
   * @param pixelsPerInch of the picture, or 0 if unknown
   * @param upright whether it is known to be; else it is turned so that it can be read
   * @throws OcrUnavailableException if text recognition does not start on this computer
   * @throws LimitExceededException if a step takes too much time
   */
  public OcrPage read(BufferedImage image, double pixelsPerInch, boolean upright)
      throws OcrUnavailableException {
    synchronized (engine) {
      alive.run();
      Orientation orientation =
          upright ? small -> 0 : new TurnByReading(engine.recogniser(language), alive);
      PreparedPicture prepared = PicturePreparer.prepare(image, pixelsPerInch, orientation);
      List<RecognisedWord> read = read(prepared.picture());
      alive.run();
      List<RecognisedWord> words =
          UnreadDigits.add(read, prepared.picture(), engine.recogniser(language));
      alive.run();
      List<RecognisedWord> sure =
          SecondLook.at(words, prepared.picture(), engine.recogniser(language));
      alive.run();
      return page(prepared, sure, pixelsPerInch > 0 ? POINTS_PER_INCH / pixelsPerInch : 0);
    }
  }

  /**
   * The page with what was read.
   *
   * @param pointsPerPixel of the picture that was prepared, 0 if unknown
   */
  private static OcrPage page(
      PreparedPicture prepared, List<RecognisedWord> words, double pointsPerPixel) {
    Placement placement = prepared.placement();
    double x = prepared.picture().width() / 2.0;
    double y = prepared.picture().height() / 2.0;
    boolean known = pointsPerPixel > 0;
    List<GlyphRun> runs = WordRuns.of(words, placement);
    return new OcrPage(
        placement.pageWidth(),
        placement.pageHeight(),
        runs,
        HeadingBars.rule(prepared.rules(), runs),
        known ? placement.sourceX(x, y) * pointsPerPixel - placement.x(x, y) : 0,
        known ? placement.sourceY(x, y) * pointsPerPixel - placement.y(x, y) : 0);
  }

  /** Reads in the language of the page before, and anew if the words are of another. */
  private List<RecognisedWord> read(GreyPicture picture) throws OcrUnavailableException {
    List<RecognisedWord> words = readIn(language, picture);
    Optional<Language> spoken = LanguageGuess.of(words, language);
    if (spoken.isPresent()) {
      language = spoken.get();
      words = readIn(language, picture);
    }
    return words;
  }

  private List<RecognisedWord> readIn(Language tongue, GreyPicture picture)
      throws OcrUnavailableException {
    alive.run();
    List<RecognisedWord> words =
        engine.recogniser(tongue).page(picture, Deadline.ofWork(PAGE), alive).stream()
            .map(word -> InkPart.tighten(picture, word))
            .toList();
    return SplitFigures.join(Noise.remove(words));
  }
}

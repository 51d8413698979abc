package confidant.ingest.ocr;

import confidant.ingest.extract.Deadline;
import confidant.ingest.extract.LimitExceededException;
import confidant.ingest.picture.GreyPicture;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.OptionalDouble;
import java.util.stream.IntStream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Questions every figure, however certain it was read: a wrong amount that nobody doubts is the
 * worst that can come of a page. Each is read a second time, cut out, sharpened, alone on white and
 * with nothing but digits and their signs allowed; and its digits are compared with the others of
 * the page. Where that speaks for another reading the figure keeps both and is no longer certain.
 */
final class SecondLook {

  private static final Logger log = LoggerFactory.getLogger(SecondLook.class);

  /** A first reading so certain, and by so much more than the second of other digits, stands. */
  private static final double CERTAIN = 0.9;

  private static final double CLEARLY = 0.15;

  /** A figure that can be read in two ways is at most this certain. */
  private static final double DOUBTFUL = 0.55;

  private static final int MOST_FIGURES = 400;

  private static final Duration TIME = Duration.ofSeconds(4);

  /** A second reading of other digits must be more certain by this to come first. */
  private static final double MARGIN = 0.1;

  /** Shapes decide between two readings if one is so much nearer. */
  private static final double NEARER = 0.75;

  /** What is less certain after both readings is no digit; groups of digits stay, with a doubt. */
  private static final double LEAST = 0.45;

  private final GreyPicture picture;
  private final Recogniser recogniser;
  private final DigitShapes shapes;
  private final Deadline deadline = Deadline.ofWork(TIME);

  private SecondLook(List<RecognisedWord> words, GreyPicture picture, Recogniser recogniser) {
    this.picture = picture;
    this.recogniser = recogniser;
    shapes = DigitShapes.of(words, picture);
  }

  /** {@code words}, in their order, with figures read twice; the least certain come first. */
  static List<RecognisedWord> at(
      List<RecognisedWord> words, GreyPicture picture, Recogniser recogniser) {
    SecondLook look = new SecondLook(words, picture, recogniser);
    List<RecognisedWord> result = new ArrayList<>(words);
    List<Integer> figures =
        IntStream.range(0, words.size())
            .filter(i -> FigureShape.mayBeFigure(words.get(i).text()))
            .boxed()
            .sorted(Comparator.comparingDouble(i -> words.get(i).confidence()))
            .toList();
    try {
      for (int i : figures.subList(0, Math.min(MOST_FIGURES, figures.size()))) {
        result.set(i, look.again(words.get(i)));
      }
    } catch (LimitExceededException e) {
      // The others keep their first reading and its confidence.
      log.debug("Not all figures of a page were read twice", e);
    }
    return IntStream.range(0, result.size())
        .filter(i -> isCertainEnough(result, i))
        .mapToObj(result::get)
        .toList();
  }

  /**
   * A single digit is found in any speck; more of them are never dropped, nor is one that a group
   * of thousands may begin with.
   */
  private static boolean isCertainEnough(List<RecognisedWord> words, int index) {
    RecognisedWord word = words.get(index);
    return word.text().length() > 1
        || !FigureShape.mayBeFigure(word.text())
        || word.confidence() >= LEAST
        || (index + 1 < words.size() && isGroupAfter(words.get(index + 1), word));
  }

  private static boolean isGroupAfter(RecognisedWord word, RecognisedWord digit) {
    return word.line() == digit.line()
        && word.left() - digit.right() <= digit.height()
        && FigureShape.mayBeFigure(word.text());
  }

  private RecognisedWord again(RecognisedWord word) {
    deadline.check();
    RecognisedWord read =
        recogniser
            .figure(CutOut.sharp(picture, word), deadline)
            .map(second -> both(word, second))
            .orElse(word);
    if (read.other().isEmpty()) {
      return read.text().equals(word.text())
          ? shapes.reading(word).map(other -> doubt(read, read.text(), other)).orElse(read)
          : read;
    }
    OptionalDouble first = shapes.distance(word, read.text());
    OptionalDouble second = shapes.distance(word, read.other());
    boolean swap =
        first.isPresent()
            && second.isPresent()
            && second.getAsDouble() < NEARER * first.getAsDouble();
    return swap ? doubt(read, read.other(), read.text()) : read;
  }

  /** The word with its likelier reading first. */
  static RecognisedWord both(RecognisedWord first, RecognisedWord second) {
    String read = first.text();
    String other = second.text();
    double surest = Math.max(first.confidence(), second.confidence());
    if (amount(read).equals(amount(other))) {
      return first.read(read, surest, "");
    }
    if (!FigureShape.isWellFormed(other)) {
      return first;
    }
    if (!FigureShape.isWellFormed(amount(read))) {
      return doubt(first.read(read, second.confidence(), ""), other, read);
    }
    boolean sameDigits = digits(read).equals(digits(other));
    if (!sameDigits
        && first.confidence() >= CERTAIN
        && first.confidence() > second.confidence() + CLEARLY) {
      return first;
    }
    // Points are overlooked more often than they are read where none is.
    boolean swap =
        sameDigits
            ? other.length() > read.length()
            : second.confidence() > first.confidence() + MARGIN;
    return swap
        ? doubt(first.read(other, second.confidence(), ""), other, read)
        : doubt(first, read, other);
  }

  /** A word with two readings, of which neither is certain. */
  private static RecognisedWord doubt(RecognisedWord word, String read, String other) {
    return word.read(read, Math.min(word.confidence(), DOUBTFUL), other);
  }

  /** Without its currency, and without the signs that specks at its end are read for. */
  private static String amount(String figure) {
    return figure.replaceFirst("[.,:;'*\"\u2019\u201D]+$", "").replaceAll("[$\u20AC\u00A3+]", "");
  }

  private static String digits(String figure) {
    return figure.replaceAll("\\D", "");
  }
}

package confidant.ingest.ocr;

import confidant.ingest.extract.Deadline;
import confidant.ingest.extract.LimitExceededException;
import confidant.ingest.picture.GreyPicture;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Reads figures of which the first reading is not certain a second time: cut out, alone on white,
 * and with nothing but digits and their signs allowed. Where both readings differ the figure keeps
 * both.
 */
final class SecondLook {

  private static final Logger log = LoggerFactory.getLogger(SecondLook.class);

  /** A first reading at least this certain is not questioned. */
  private static final double CERTAIN = 0.95;

  private static final int MOST_FIGURES = 200;

  private static final Duration TIME = Duration.ofSeconds(4);

  /** A second reading of other digits must be more certain by this to come first. */
  private static final double MARGIN = 0.1;

  /** What is less certain after both readings is no figure. */
  private static final double LEAST = 0.2;

  /** White around what is cut out, and what is cut out around the ink, in parts of its height. */
  private static final double WHITE = 0.4;

  private static final double AROUND = 0.08;

  private final GreyPicture picture;
  private final Recogniser recogniser;
  private final Deadline deadline = Deadline.ofWork(TIME);

  private SecondLook(GreyPicture picture, Recogniser recogniser) {
    this.picture = picture;
    this.recogniser = recogniser;
  }

  /** {@code words}, in their order, with figures read twice; the least certain come first. */
  static List<RecognisedWord> at(
      List<RecognisedWord> words, GreyPicture picture, Recogniser recogniser) {
    SecondLook look = new SecondLook(picture, recogniser);
    List<Optional<RecognisedWord>> result = new ArrayList<>();
    words.forEach(word -> result.add(Optional.of(word)));
    List<Integer> uncertain =
        IntStream.range(0, words.size())
            .filter(i -> words.get(i).confidence() < CERTAIN)
            .filter(i -> FigureShape.mayBeFigure(words.get(i).text()))
            .boxed()
            .sorted(Comparator.comparingDouble(i -> words.get(i).confidence()))
            .limit(MOST_FIGURES)
            .toList();
    try {
      for (int i : uncertain) {
        RecognisedWord word = look.again(words.get(i));
        result.set(i, Optional.of(word).filter(read -> read.confidence() >= LEAST));
      }
    } catch (LimitExceededException e) {
      // The others keep their first reading and its confidence.
      log.debug("Not all figures of a page were read twice", e);
    }
    return result.stream().flatMap(Optional::stream).toList();
  }

  private RecognisedWord again(RecognisedWord word) {
    deadline.check();
    Optional<RecognisedWord> second = recogniser.figure(cutOut(word), deadline);
    return second.map(other -> both(word, other)).orElse(word);
  }

  /** The word with its likelier reading first. */
  static RecognisedWord both(RecognisedWord first, RecognisedWord second) {
    String read = first.text();
    String other = second.text();
    double surest = Math.max(first.confidence(), second.confidence());
    if (withoutEnd(read).equals(withoutEnd(other))) {
      return first.read(read, surest, "");
    }
    if (!FigureShape.isWellFormed(other)) {
      return first;
    }
    if (!FigureShape.isWellFormed(read)) {
      return first.read(other, Math.min(second.confidence(), CERTAIN), read);
    }
    // Points are overlooked more often than they are read where none is.
    boolean swap =
        digits(read).equals(digits(other))
            ? other.length() > read.length()
            : second.confidence() > first.confidence() + MARGIN;
    return swap
        ? first.read(other, Math.min(second.confidence(), CERTAIN), read)
        : first.read(read, first.confidence(), other);
  }

  /** Without the signs that specks at its end are read for. */
  private static String withoutEnd(String figure) {
    return figure.replaceFirst("[.,:;'*\"\u2019\u201D]+$", "");
  }

  private static String digits(String figure) {
    return figure.replaceAll("\\D", "");
  }

  private GreyPicture cutOut(RecognisedWord word) {
    int around = (int) Math.ceil(AROUND * word.height());
    int left = Math.max(0, (int) word.left() - around);
    int top = Math.max(0, (int) word.top() - around);
    int right = Math.min(picture.width(), (int) word.right() + around);
    int bottom = Math.min(picture.height(), (int) word.bottom() + around);
    int white = (int) Math.ceil(WHITE * word.height());
    int width = right - left + 2 * white;
    int height = bottom - top + 2 * white;
    byte[] pixels = new byte[width * height]; // (height, width)
    Arrays.fill(pixels, (byte) 0xff);
    for (int y = top; y < bottom; y++) {
      System.arraycopy(
          picture.pixels(),
          y * picture.width() + left,
          pixels,
          (y - top + white) * width + white,
          right - left);
    }
    return new GreyPicture(width, height, pixels);
  }
}

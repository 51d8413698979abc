package confidant.ingest.ocr;

import confidant.ingest.picture.GreyPicture;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.IntStream;

/**
 * Compares the digits of a page with each other. A page is set in few faces, so the same digit
 * looks the same all over it; a digit that was misread looks like others than those it was read as.
 * This knows nothing of letters, and so errs elsewhere than the recogniser.
 */
final class DigitShapes {

  private static final int DIGITS = 10;

  /** Examples kept of each digit, of the words that were read best. */
  private static final int MOST_EXAMPLES = 40;

  /** A shape is compared with the nearest few: some examples are misread themselves. */
  private static final int NEAREST = 3;

  /** Fewer examples tell nothing. */
  private static final int LEAST_EXAMPLES = 2;

  /** A shape that is so much nearer to those of another digit is that digit. */
  private static final double CLEARLY_NEARER = 0.6;

  /** Differences of grids below this are grain. */
  private static final double GRAIN = 0.004;

  /** More digits misread in a word are parts that were cut wrongly. */
  private static final int MOST_MISREAD = 2;

  /** Characters, besides digits, that are as high and of one piece. */
  private static final String TALL = "$\u20AC\u00A3()/";

  /** Characters that are lower. */
  private static final String LOW = ".,-+<>'*\"";

  private final Map<RecognisedWord, List<GlyphShape>> shapes = new HashMap<>();
  private final List<List<GlyphShape>> examples = new ArrayList<>();

  private DigitShapes() {
    IntStream.range(0, DIGITS).forEach(digit -> examples.add(new ArrayList<>()));
  }

  /** The digits of the figures among {@code words}. */
  static DigitShapes of(List<RecognisedWord> words, GreyPicture picture) {
    DigitShapes result = new DigitShapes();
    words.stream()
        .filter(word -> FigureShape.mayBeFigure(word.text()))
        .sorted(Comparator.comparingDouble(RecognisedWord::confidence).reversed())
        .forEach(word -> result.add(word, picture));
    return result;
  }

  private void add(RecognisedWord word, GreyPicture picture) {
    String tall = tall(word.text());
    List<InkPart> parts = tall.isEmpty() ? List.of() : InkPart.tall(picture, word);
    if (parts.isEmpty() || parts.size() != tall.length()) {
      return;
    }
    List<GlyphShape> found = parts.stream().map(part -> GlyphShape.of(picture, part)).toList();
    shapes.put(word, found);
    for (int i = 0; i < found.size(); i++) {
      int digit = digit(tall.charAt(i));
      if (digit >= 0 && examples.get(digit).size() < MOST_EXAMPLES) {
        examples.get(digit).add(found.get(i));
      }
    }
  }

  /** The reading of a word that its shapes speak for, if that is clearly another one. */
  Optional<String> reading(RecognisedWord word) {
    List<GlyphShape> own = shapes.get(word);
    if (own == null) {
      return Optional.empty();
    }
    StringBuilder read = new StringBuilder(word.text());
    int misread = 0;
    int part = 0;
    for (int i = 0; i < read.length(); i++) {
      if (isTall(read.charAt(i))) {
        int digit = digit(read.charAt(i));
        int nearer = digit < 0 ? digit : nearer(own.get(part), digit);
        if (nearer != digit) {
          read.setCharAt(i, (char) ('0' + nearer));
          misread++;
        }
        part++;
      }
    }
    return misread == 0 || misread > MOST_MISREAD ? Optional.empty() : Optional.of(read.toString());
  }

  /**
   * How far the shapes of a word are from the digits of a reading of it.
   *
   * @return empty if it is not known how these digits look, or the reading has more or fewer
   */
  OptionalDouble distance(RecognisedWord word, String reading) {
    List<GlyphShape> own = shapes.get(word);
    String tall = tall(reading);
    if (own == null || own.size() != tall.length()) {
      return OptionalDouble.empty();
    }
    double sum = 0;
    for (int i = 0; i < own.size(); i++) {
      int digit = digit(tall.charAt(i));
      double distance = digit < 0 ? 0 : distance(own.get(i), digit);
      if (Double.isInfinite(distance)) {
        return OptionalDouble.empty();
      }
      sum += distance;
    }
    return OptionalDouble.of(sum);
  }

  /** The digit that a shape is clearly nearer to than to {@code digit}; that itself if none is. */
  private int nearer(GlyphShape shape, int digit) {
    double own = distance(shape, digit);
    int best = digit;
    double least = CLEARLY_NEARER * own;
    for (int other = 0; other < DIGITS && !Double.isInfinite(own) && own > GRAIN; other++) {
      double distance = distance(shape, other);
      if (other != digit && distance < least) {
        best = other;
        least = distance;
      }
    }
    return best;
  }

  /** Mean distance to the nearest examples of a digit; infinite if there are too few. */
  private double distance(GlyphShape shape, int digit) {
    double[] distances =
        examples.get(digit).stream()
            .filter(example -> example != shape)
            .mapToDouble(shape::distance)
            .sorted()
            .limit(NEAREST)
            .toArray();
    if (distances.length < LEAST_EXAMPLES) {
      return Double.POSITIVE_INFINITY;
    }
    double sum = 0;
    for (double distance : distances) {
      sum += distance;
    }
    return sum / distances.length;
  }

  /** The characters as high as digits; none if there are some of which that is not known. */
  private static String tall(String text) {
    StringBuilder tall = new StringBuilder();
    for (int i = 0; i < text.length(); i++) {
      char character = text.charAt(i);
      if (isTall(character)) {
        tall.append(character);
      } else if (LOW.indexOf(character) < 0) {
        return "";
      }
    }
    return tall.toString();
  }

  private static boolean isTall(char character) {
    return digit(character) >= 0 || TALL.indexOf(character) >= 0;
  }

  /** The digit that a character is, or -1. */
  private static int digit(char character) {
    return character >= '0' && character <= '9' ? character - '0' : -1;
  }
}

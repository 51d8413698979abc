package confidant.ingest.ocr;

import confidant.ingest.extract.Deadline;
import confidant.ingest.extract.LimitExceededException;
import confidant.ingest.picture.GreyPicture;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Finds digits that were passed over before a figure: where thousands are parted by a blank, as in
 * 8 453,89, what stands before the blank is sometimes read as nothing at all, and another amount is
 * left. So the ink before a group of three digits is looked at, if no word covers it.
 */
final class UnreadDigits {

  private static final Logger log = LoggerFactory.getLogger(UnreadDigits.class);

  /** Figures that more digits may stand before. */
  private static final Pattern GROUP = Pattern.compile("\\d{3}(?:[.,'].*)?");

  private static final Pattern DIGITS = Pattern.compile("\\d{1,3}");

  /** Room of three digits and a blank, in heights of a digit. */
  private static final double ROOM = 2.6;

  /** A blank between groups, in heights of a digit. */
  private static final double BLANK = 0.8;

  /** Between digits of one group. */
  private static final double GAP = 0.3;

  /** Digits are of one height, but for specks at their edges. */
  private static final double LOWEST = 0.8;

  private static final double HIGHEST = 1.2;

  /** A digit is narrower than it is high. */
  private static final double WIDEST = 0.9;

  /** What nobody saw at first is never certain. */
  private static final double CONFIDENCE = 0.5;

  private static final Duration TIME = Duration.ofSeconds(2);

  private final List<RecognisedWord> words;
  private final GreyPicture picture;
  private final Recogniser recogniser;
  private final Deadline deadline = Deadline.ofWork(TIME);

  private UnreadDigits(List<RecognisedWord> words, GreyPicture picture, Recogniser recogniser) {
    this.words = words;
    this.picture = picture;
    this.recogniser = recogniser;
  }

  /** {@code words}, in their order, with the digits that were passed over. */
  static List<RecognisedWord> add(
      List<RecognisedWord> words, GreyPicture picture, Recogniser recogniser) {
    UnreadDigits unread = new UnreadDigits(words, picture, recogniser);
    List<RecognisedWord> result = new ArrayList<>();
    boolean timeLeft = true;
    for (RecognisedWord word : words) {
      if (timeLeft && GROUP.matcher(word.text()).matches()) {
        try {
          unread.before(word).ifPresent(result::add);
        } catch (LimitExceededException e) {
          // The others stay as they were read.
          log.debug("Not all figures of a page were looked before", e);
          timeLeft = false;
        }
      }
      result.add(word);
    }
    return result;
  }

  private Optional<RecognisedWord> before(RecognisedWord figure) {
    List<InkPart> digits = digits(figure);
    if (digits.isEmpty()) {
      return Optional.empty();
    }
    RecognisedWord ink =
        new RecognisedWord(
            "?",
            digits.getLast().left(),
            digits.stream().mapToInt(InkPart::top).min().orElseThrow(),
            digits.getFirst().right(),
            digits.stream().mapToInt(InkPart::bottom).max().orElseThrow(),
            figure.baseline(),
            0,
            figure.line(),
            "");
    deadline.check();
    return recogniser
        .figure(CutOut.sharp(picture, ink), deadline)
        .filter(read -> DIGITS.matcher(read.text()).matches())
        .filter(read -> read.text().length() == digits.size())
        .map(read -> ink.read(read.text(), Math.min(CONFIDENCE, read.confidence()), ""));
  }

  /** The parts of ink before a figure that look like digits and are covered by no word. */
  private List<InkPart> digits(RecognisedWord figure) {
    List<InkPart> own = InkPart.tall(picture, figure);
    if (own.isEmpty()) {
      return List.of();
    }
    double height = own.getFirst().height();
    RecognisedWord room = room(figure, height);
    List<InkPart> digits = new ArrayList<>();
    double next = own.getFirst().left() - BLANK * height;
    for (InkPart part : InkPart.tall(picture, room).reversed()) {
      if (part.right() < next || !isDigit(part, own.getFirst()) || isCovered(part)) {
        break;
      }
      digits.add(part);
      next = part.left() - GAP * height;
    }
    return digits;
  }

  /**
   * What stands before a figure; it reaches a little above and below, so that lines show as such.
   */
  private static RecognisedWord room(RecognisedWord figure, double height) {
    return new RecognisedWord(
        "?",
        Math.max(0, figure.left() - ROOM * height),
        Math.max(0, figure.top() - height / 2),
        figure.left() - 2,
        figure.bottom() + height / 2,
        figure.baseline(),
        0,
        figure.line(),
        "");
  }

  private static boolean isDigit(InkPart part, InkPart digit) {
    double height = digit.height();
    return part.height() >= LOWEST * height
        && part.height() <= HIGHEST * height
        && part.width() <= WIDEST * height
        && Math.abs(part.bottom() - digit.bottom()) <= (1 - LOWEST) * height;
  }

  private boolean isCovered(InkPart part) {
    double x = (part.left() + part.right()) / 2.0;
    double y = (part.top() + part.bottom()) / 2.0;
    return words.stream()
        .anyMatch(
            word -> x >= word.left() && x <= word.right() && y >= word.top() && y <= word.bottom());
  }
}

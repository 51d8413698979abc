package confidant.ingest.ocr;

import confidant.ingest.extract.Deadline;
import confidant.ingest.picture.GreyPicture;
import confidant.ingest.picture.Orientation;
import java.time.Duration;
import java.util.List;

/** Turns a page so that most of it can be read, by trying. */
final class TurnByReading implements Orientation {

  /** A page on its head is more likely than one on its side: the preparer has made lines level. */
  private static final int[] TURNS = {0, 2, 1, 3};

  /** Ink that makes no words takes longest. */
  private static final Duration TIME = Duration.ofSeconds(3);

  /** Words that are read by chance are short, and none of them is certain. */
  private static final double CERTAIN = 0.6;

  private static final int LEAST_LENGTH = 3;

  /** Characters of certain words that make further trials needless. */
  private static final double ENOUGH = 60;

  /** Share of certain characters among all that goes with it. */
  private static final double MOST = 0.7;

  private final Recogniser recogniser;
  private final Runnable alive;

  TurnByReading(Recogniser recogniser, Runnable alive) {
    this.recogniser = recogniser;
    this.alive = alive;
  }

  @Override
  public int quarterTurns(GreyPicture smallCopy) {
    int best = 0;
    double most = 0;
    for (int turns : TURNS) {
      List<RecognisedWord> words = read(GreyTurns.clockwise(smallCopy, turns));
      double certain = characters(words, CERTAIN);
      if (certain > most) {
        best = turns;
        most = certain;
      }
      if (certain >= ENOUGH && certain >= MOST * characters(words, 0)) {
        break;
      }
    }
    return best;
  }

  private List<RecognisedWord> read(GreyPicture picture) {
    alive.run();
    return recogniser.glance(picture, Deadline.ofWork(TIME), alive);
  }

  private static double characters(List<RecognisedWord> words, double leastConfidence) {
    return words.stream()
        .filter(word -> word.text().length() >= LEAST_LENGTH)
        .filter(word -> word.confidence() >= leastConfidence)
        .mapToDouble(word -> word.text().chars().filter(Character::isLetterOrDigit).count())
        .sum();
  }
}

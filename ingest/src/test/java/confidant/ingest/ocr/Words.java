package confidant.ingest.ocr;

import confidant.ingest.extract.Deadline;
import confidant.ingest.picture.GreyPicture;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** Words as a recogniser gives them, for tests. */
final class Words {

  private static final double WIDTH = 20;

  private Words() {}

  /** A word 40 pixels to the right of the one before, with the ink of capitals. */
  static RecognisedWord word(String text, double confidence, int line, int place) {
    double left = 40.0 * place;
    double bottom = 100.0 * (line + 1);
    return new RecognisedWord(
        text, left, bottom - 30, left + WIDTH, bottom, bottom, confidence, line, "");
  }

  /** A line of certain words. */
  static List<RecognisedWord> line(String text) {
    List<RecognisedWord> words = new ArrayList<>();
    for (String word : text.split(" ", -1)) {
      words.add(word(word, 0.96, 0, words.size()));
    }
    return words;
  }

  static GreyPicture white(int width, int height) {
    byte[] pixels = new byte[width * height];
    Arrays.fill(pixels, (byte) 0xff);
    return new GreyPicture(width, height, pixels);
  }

  /** A recogniser that gives the same answer to the same picture. */
  record Fake(
      Function<GreyPicture, List<RecognisedWord>> pages,
      Function<GreyPicture, Optional<RecognisedWord>> figures)
      implements Recogniser {

    @Override
    public List<RecognisedWord> page(GreyPicture picture, Deadline deadline, Runnable alive) {
      return pages.apply(picture);
    }

    @Override
    public List<RecognisedWord> glance(GreyPicture picture, Deadline deadline, Runnable alive) {
      return pages.apply(picture);
    }

    @Override
    public Optional<RecognisedWord> figure(GreyPicture picture, Deadline deadline) {
      return figures.apply(picture);
    }

    @Override
    public void close() {}
  }
}

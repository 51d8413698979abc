package confidant.demo.train;

import confidant.demo.data.CompactVocabulary;
import confidant.demo.data.Lesson;
import confidant.demo.data.Mark;
import confidant.demo.data.Text;
import confidant.demo.net.Batch;
import confidant.demo.net.Network;
import java.util.List;

/**
 * How many figures the network would copy right in lessons it never saw, given that all before each
 * was right.
 */
final class Probe {

  private Probe() {}

  /**
   * Figures, each of one or more tokens in a row.
   *
   * @param figures how many were asked for
   * @param right how many had every token right
   */
  record Copied(int figures, int right) {

    double share() {
      return figures == 0 ? 0 : (double) right / figures;
    }

    Copied plus(Copied other) {
      return new Copied(figures + other.figures, right + other.right);
    }
  }

  static Copied measure(
      List<Lesson> lessons, CompactVocabulary vocabulary, Network network, Batch batch) {
    Copied all = new Copied(0, 0);
    for (Lesson lesson : lessons) {
      batch.clear();
      if (!batch.hasRoom(lesson.tokens())) {
        continue;
      }
      int root = add(batch, -1, lesson.start(), vocabulary);
      for (Text branch : lesson.branches()) {
        add(batch, root, branch, vocabulary);
      }
      all = all.plus(count(lesson, vocabulary, network.guesses(batch)));
    }
    return all;
  }

  private static int add(Batch batch, int parent, Text text, CompactVocabulary vocabulary) {
    float[] learn = new float[text.length()];
    for (int i = 0; i < learn.length; i++) {
      learn[i] = text.mark(i) == Mark.FIGURE ? 1 : 0;
    }
    return batch.add(parent, vocabulary.compact(text.ids()), learn);
  }

  /** Guesses come in the order of the tokens that were asked for. */
  static Copied count(Lesson lesson, CompactVocabulary vocabulary, int[] guesses) {
    int next = 0;
    int figures = 0;
    int right = 0;
    for (Text branch : lesson.branches()) {
      int[] ids = vocabulary.compact(branch.ids());
      boolean inside = false;
      boolean good = false;
      for (int i = 1; i <= ids.length; i++) {
        boolean figure = i < ids.length && branch.mark(i) == Mark.FIGURE;
        if (inside && !figure) {
          figures++;
          right += good ? 1 : 0;
        }
        if (figure) {
          boolean same = guesses[next++] == ids[i];
          good = (good || !inside) && same;
        }
        inside = figure;
      }
    }
    return new Copied(figures, right);
  }
}

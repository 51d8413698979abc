package confidant.demo.train;

import confidant.demo.data.CompactVocabulary;
import confidant.demo.data.Lesson;
import confidant.demo.data.Mark;
import confidant.demo.data.Text;
import confidant.demo.net.Batch;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/** Puts lessons into batches: those of one group share the piece with which they begin. */
final class Batcher {
  /** Share of a paper's tokens whose prediction is learnt, and how much it counts. */
  private static final double PAPER_SHARE = 0.1;

  private static final float PAPER_WEIGHT = 0.2f;
  private static final float ANSWER_WEIGHT = 1;
  private static final float FIGURE_WEIGHT = 1.5f;

  private final CompactVocabulary vocabulary;
  private final List<List<Lesson>> groups;
  private final long seed;

  /**
   * Sorts lessons into groups.
   *
   * @param longest lessons with a text of more tokens are left out
   * @param most lessons of more tokens in all are left out
   */
  Batcher(List<Lesson> lessons, CompactVocabulary vocabulary, int longest, int most, long seed) {
    this.vocabulary = vocabulary;
    this.seed = seed;
    Map<Integer, List<Lesson>> byGroup = new LinkedHashMap<>();
    for (Lesson lesson : lessons) {
      if (lesson.longest() <= longest && lesson.tokens() <= most) {
        byGroup.computeIfAbsent(lesson.group(), group -> new ArrayList<>()).add(lesson);
      }
    }
    groups = List.copyOf(byGroup.values());
    if (groups.isEmpty()) {
      throw new IllegalArgumentException("there are no lessons to learn from");
    }
  }

  int lessons() {
    return groups.stream().mapToInt(List::size).sum();
  }

  /** The lessons of one time through all, in an order by chance. */
  List<Lesson> order(int epoch) {
    List<List<Lesson>> shuffled = new ArrayList<>(groups);
    Collections.shuffle(shuffled, new Random(seed + epoch));
    return shuffled.stream().flatMap(List::stream).toList();
  }

  /**
   * Fills {@code batch} with lessons from {@code next} on, which may begin anew.
   *
   * @param next counted through all epochs
   * @return the lesson to go on with
   */
  long fill(Batch batch, long next, Random random) {
    long at = next;
    List<Lesson> order = order((int) (at / lessons()));
    List<Lesson> together = new ArrayList<>();
    int room = 0;
    while (true) {
      int index = (int) (at % lessons());
      if (index == 0 && at > next) {
        order = order((int) (at / lessons()));
      }
      Lesson lesson = order.get(index);
      boolean sameGroup = !together.isEmpty() && together.getLast().group() == lesson.group();
      if (!batch.hasRoom(room + lesson.tokens())) {
        add(batch, together, random);
        return at;
      }
      if (!sameGroup) {
        add(batch, together, random);
        together.clear();
        room = 0;
      }
      together.add(lesson);
      room += lesson.tokens();
      at++;
    }
  }

  /** Adds lessons of one group. */
  void add(Batch batch, List<Lesson> together, Random random) {
    if (together.isEmpty()) {
      return;
    }
    Text first = together.getFirst().start();
    int common = first.length();
    for (Lesson lesson : together) {
      common = Math.min(common, first.common(lesson.start()));
    }
    int cut = together.size() == 1 ? 0 : common;
    int root = cut == 0 ? -1 : add(batch, -1, first.part(0, cut), random);
    for (Lesson lesson : together) {
      Text rest = lesson.start().part(cut, lesson.start().length());
      int paper = rest.length() == 0 ? root : add(batch, root, rest, random);
      for (Text branch : lesson.branches()) {
        add(batch, paper, branch, random);
      }
    }
  }

  private int add(Batch batch, int parent, Text text, Random random) {
    float[] learn = new float[text.length()];
    for (int i = 0; i < learn.length; i++) {
      learn[i] = weight(text.mark(i), random);
    }
    return batch.add(parent, vocabulary.compact(text.ids()), learn);
  }

  private static float weight(Mark mark, Random random) {
    return switch (mark) {
      case GIVEN -> 0;
      case PAPER -> random.nextDouble() < PAPER_SHARE ? PAPER_WEIGHT : 0;
      case ANSWER -> ANSWER_WEIGHT;
      case FIGURE -> FIGURE_WEIGHT;
    };
  }
}

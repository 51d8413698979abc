package confidant.demo.train;

import confidant.demo.data.CompactVocabulary;
import confidant.demo.net.Batch;
import confidant.engine.tokenizer.Tokenizer;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;

/**
 * Made-up lists of names and values, all of which are asked again in another order: they make a
 * network sure of finding a name and copying what stands behind it. Every token of the vocabulary
 * comes up.
 */
final class Drills {
  private static final int MOST_ENTRIES = 26;
  private static final int FEWEST_ENTRIES = 6;

  /** One drill in so many only repeats. */
  private static final int REPEATS = 3;

  private static final int SHORTEST_REPEAT = 20;
  private static final int LONGEST_REPEAT = 100;

  private final int[] digits;
  private final int[] words;
  private final int[] marks;
  private final int colon;
  private final int end;

  Drills(CompactVocabulary vocabulary, Tokenizer tokenizer) {
    boolean[] numeric = new boolean[vocabulary.size()];
    for (int i = 0; i < 1000; i++) {
      for (String form : List.of("%d", "%02d", "%03d")) {
        for (int id : vocabulary.compact(tokenizer.encode(form.formatted(i)))) {
          numeric[id] = true;
        }
      }
    }
    digits = IntStream.range(0, numeric.length).filter(i -> numeric[i]).toArray();
    words = IntStream.range(0, numeric.length).filter(i -> !numeric[i]).toArray();
    marks = present(vocabulary, tokenizer, ".", ",", "/", "-", " ");
    colon = vocabulary.compact(tokenizer.encode(":"))[0];
    end = vocabulary.compact(tokenizer.encode("\n"))[0];
  }

  private static int[] present(CompactVocabulary vocabulary, Tokenizer tokenizer, String... texts) {
    return IntStream.range(0, texts.length)
        .map(i -> single(vocabulary, tokenizer, texts[i]))
        .filter(id -> id >= 0)
        .toArray();
  }

  /** The number of a text that is one token; -1 if lessons lack it. */
  private static int single(CompactVocabulary vocabulary, Tokenizer tokenizer, String text) {
    return vocabulary.find(tokenizer.encode(text)[0]);
  }

  private record Entry(int[] name, int[] value) {}

  /** Fills a batch. */
  void fill(Batch batch, Random random) {
    while (true) {
      List<Integer> ids = new ArrayList<>();
      List<Float> learn = new ArrayList<>();
      if (random.nextInt(REPEATS) == 0) {
        repeat(random, ids, learn);
      } else {
        drill(random, ids, learn);
      }
      if (!batch.hasRoom(ids.size())) {
        return;
      }
      float[] weights = new float[learn.size()];
      for (int i = 0; i < weights.length; i++) {
        weights[i] = learn.get(i);
      }
      batch.add(-1, ids.stream().mapToInt(Integer::intValue).toArray(), weights);
    }
  }

  /** Any tokens, and the same once more. */
  private void repeat(Random random, List<Integer> ids, List<Float> learn) {
    int count = SHORTEST_REPEAT + random.nextInt(LONGEST_REPEAT - SHORTEST_REPEAT);
    int[] row = random.ints(count, 0, words.length + digits.length).map(this::any).toArray();
    for (int time = 0; time < 2; time++) {
      for (int i = 0; i < count; i++) {
        ids.add(row[i]);
        // What comes first in the second time cannot be foreseen.
        learn.add(time == 1 && i > 0 ? 1f : 0f);
      }
    }
  }

  private int any(int index) {
    return index < words.length ? words[index] : digits[index - words.length];
  }

  private void drill(Random random, List<Integer> ids, List<Float> learn) {
    int count = FEWEST_ENTRIES + random.nextInt(MOST_ENTRIES - FEWEST_ENTRIES);
    List<Entry> entries = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      entries.add(new Entry(some(random, words, 1 + random.nextInt(3)), value(random)));
    }
    entries.forEach(entry -> write(entry, 0, ids, learn));
    Collections.shuffle(entries, random);
    entries.forEach(entry -> write(entry, 1, ids, learn));
  }

  private static int[] some(Random random, int[] from, int count) {
    return random.ints(count, 0, from.length).map(i -> from[i]).toArray();
  }

  /** Mostly numbers with marks between them, now and then words. */
  private int[] value(Random random) {
    if (random.nextInt(4) == 0) {
      return some(random, words, 1 + random.nextInt(4));
    }
    int[] value = some(random, digits, 1 + 2 * random.nextInt(3));
    int mark = marks[random.nextInt(marks.length)];
    for (int i = 1; i < value.length; i += 2) {
      value[i] = mark;
    }
    return value;
  }

  private void write(Entry entry, float weight, List<Integer> ids, List<Float> learn) {
    for (int id : entry.name()) {
      ids.add(id);
      learn.add(0f);
    }
    ids.add(colon);
    learn.add(0f);
    for (int id : entry.value()) {
      ids.add(id);
      learn.add(weight);
    }
    ids.add(end);
    learn.add(weight);
  }
}

package confidant.demo.data;

import confidant.demo.data.ExamMaker.Source;
import confidant.samples.words.Language;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;

/** Writes texts of no kind that the program knows, from sentences of a resource per language. */
final class Prose {
  private static final int SHORTEST = 5;
  private static final int LONGEST = 20;
  private static final int OF_A_PARAGRAPH = 4;

  /** Every so many sentences one is kept out of training. */
  private static final int UNSEEN_EVERY = 4;

  /**
   * A text.
   *
   * @param unseen whether it is of the sentences that are kept out of training
   */
  Source write(Language language, boolean unseen, Random random) {
    List<String> all = sentences(language);
    List<String> sentences = new ArrayList<>();
    for (int i = 0; i < all.size(); i++) {
      if (unseen == (i % UNSEEN_EVERY == 0)) {
        sentences.add(all.get(i));
      }
    }
    Collections.shuffle(sentences, random);
    int count = Math.min(sentences.size(), random.nextInt(SHORTEST, LONGEST));
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < count; i++) {
      text.append(fill(sentences.get(i), random));
      text.append(i % OF_A_PARAGRAPH == OF_A_PARAGRAPH - 1 ? "\n\n" : " ");
    }
    String name = "text-" + language.tag() + "-" + random.nextInt(1000) + ".txt";
    byte[] bytes = text.append('\n').toString().getBytes(StandardCharsets.UTF_8);
    return new Source("other/prose", name, bytes, List.of());
  }

  /** Puts chance digits in for #. */
  private static String fill(String sentence, Random random) {
    StringBuilder filled = new StringBuilder();
    sentence
        .chars()
        .map(letter -> letter == '#' ? '1' + random.nextInt(9) : letter)
        .forEach(letter -> filled.append((char) letter));
    return filled.toString();
  }

  private static List<String> sentences(Language language) {
    String name = "prose-" + language.tag() + ".txt";
    try (InputStream in = Prose.class.getResourceAsStream(name)) {
      if (in == null) {
        throw new IllegalStateException("missing resource: " + name);
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}

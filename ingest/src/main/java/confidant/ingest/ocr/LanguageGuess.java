package confidant.ingest.ocr;

import confidant.ingest.words.Word;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Tells the language of words that were read, perhaps in a wrong one, by words that are frequent in
 * it, on papers above all. Accents do not count, as a wrong language has others.
 */
final class LanguageGuess {

  /** Fewest frequent words that speak for another language, and how many more than for its own. */
  private static final int LEAST = 3;

  private static final double CLEAR = 1.5;

  /** Words less certain than this mislead. */
  private static final double CERTAIN = 0.4;

  private LanguageGuess() {}

  /** Loaded at the first use. */
  private static final class Frequent {
    static final Map<Language, Set<String>> WORDS = load();

    private static Map<Language, Set<String>> load() {
      Map<Language, Set<String>> words = new EnumMap<>(Language.class);
      for (Language language : Language.values()) {
        words.put(language, load("frequent_" + language.code() + ".txt"));
      }
      return words;
    }

    private static Set<String> load(String name) {
      InputStream in = Objects.requireNonNull(LanguageGuess.class.getResourceAsStream(name), name);
      try (BufferedReader lines =
          new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
        return lines
            .lines()
            .filter(line -> !line.startsWith("#"))
            .flatMap(line -> Word.of(line).stream())
            .map(Word::folded)
            .collect(Collectors.toSet());
      } catch (IOException e) {
        throw new UncheckedIOException(name, e);
      }
    }
  }

  /**
   * The language that clearly more words are of than of {@code current}, in which they were read.
   */
  static Optional<Language> of(List<RecognisedWord> words, Language current) {
    List<String> folded =
        words.stream()
            .filter(word -> word.confidence() >= CERTAIN)
            .flatMap(word -> Word.of(word.text()).stream())
            .map(Word::folded)
            .toList();
    long ofCurrent = hits(folded, current);
    Language best = current;
    long most = ofCurrent;
    for (Language language : Language.values()) {
      long hits = hits(folded, language);
      if (hits > most) {
        best = language;
        most = hits;
      }
    }
    return best != current && most >= LEAST && most >= CLEAR * ofCurrent
        ? Optional.of(best)
        : Optional.empty();
  }

  private static long hits(List<String> words, Language language) {
    Set<String> frequent = Frequent.WORDS.get(language);
    return words.stream().filter(frequent::contains).count();
  }
}

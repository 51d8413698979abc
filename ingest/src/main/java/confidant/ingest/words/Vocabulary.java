package confidant.ingest.words;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Phrases of several languages and what they stand for.
 *
 * <p>Read from resources, one per language: sections {@code [payslip]}, in them lines {@code label
 * = phrase | phrase}, the phrase to be trusted most first; {@code #} starts a comment line. Case,
 * accents and punctuation do not matter.
 *
 * <p>Finding takes time linear in the text: at each word the longest phrase that starts there.
 */
public final class Vocabulary {

  private static final List<String> LANGUAGES = List.of("en", "de", "fr", "es", "it", "nl");

  private final Node root = new Node();

  private Vocabulary() {}

  /**
   * A phrase found in a list of words.
   *
   * @param label what it stands for
   * @param rank its place among the phrases of its label and language, from 0
   * @param first its first word
   * @param end the word after its last
   */
  public record Hit(String label, int rank, int first, int end) {}

  /** Phrases by their words. */
  private static final class Node {
    private final Map<String, Node> next = new HashMap<>();
    private @Nullable String label;
    private int rank;
  }

  /**
   * Reads one section of the resources {@code base_en.txt}, {@code base_de.txt} and so on that lie
   * beside {@code owner}.
   */
  public static Vocabulary load(Class<?> owner, String base, String section) {
    Vocabulary vocabulary = new Vocabulary();
    for (String language : LANGUAGES) {
      String name = base + "_" + language + ".txt";
      InputStream resource = Objects.requireNonNull(owner.getResourceAsStream(name), name);
      try (BufferedReader lines =
          new BufferedReader(new InputStreamReader(resource, StandardCharsets.UTF_8))) {
        vocabulary.addSection(lines, "[" + section + "]");
      } catch (IOException e) {
        throw new UncheckedIOException(name, e);
      }
    }
    return vocabulary;
  }

  /** All phrases in {@code words}, from left to right, none over another. */
  public List<Hit> find(List<Word> words) {
    List<Hit> hits = new ArrayList<>();
    int at = 0;
    while (at < words.size()) {
      Optional<Hit> hit = longestAt(words, at);
      hit.ifPresent(hits::add);
      at = hit.isPresent() ? hit.get().end() : at + 1;
    }
    return hits;
  }

  /** The longest phrase that starts with word {@code first}. */
  public Optional<Hit> longestAt(List<Word> words, int first) {
    Hit longest = null;
    Node node = root;
    for (int at = first; at < words.size(); at++) {
      node = node.next.get(words.get(at).folded());
      if (node == null) {
        break;
      }
      if (node.label != null) {
        longest = new Hit(node.label, node.rank, first, at + 1);
      }
    }
    return Optional.ofNullable(longest);
  }

  /** What the whole of {@code text} stands for. */
  public Optional<String> whole(String text) {
    List<Word> words = Word.of(text);
    return longestAt(words, 0).filter(hit -> hit.end() == words.size()).map(Hit::label);
  }

  /** Whether {@code word} alone is a phrase. */
  public boolean contains(Word word) {
    return longestAt(List.of(word), 0).isPresent();
  }

  private void addSection(BufferedReader lines, String heading) throws IOException {
    boolean inside = false;
    for (String line = lines.readLine(); line != null; line = lines.readLine()) {
      String text = line.strip();
      if (text.startsWith("[")) {
        inside = text.equals(heading);
      } else if (inside && !text.isEmpty() && !text.startsWith("#")) {
        addLine(text);
      }
    }
  }

  private void addLine(String line) {
    int equals = line.indexOf('=');
    if (equals < 0) {
      throw new IllegalArgumentException("no label: " + line);
    }
    String label = line.substring(0, equals).strip();
    int rank = 0;
    for (String phrase : line.substring(equals + 1).split("\\|", -1)) {
      add(phrase, label, rank++);
    }
  }

  private void add(String phrase, String label, int rank) {
    List<Word> words = Word.of(phrase);
    if (words.isEmpty()) {
      throw new IllegalArgumentException("no words for " + label);
    }
    Node node = root;
    for (Word word : words) {
      node = node.next.computeIfAbsent(word.folded(), key -> new Node());
    }
    // A phrase that two languages share keeps the meaning given first.
    if (node.label == null) {
      node.label = label;
      node.rank = rank;
    }
  }
}

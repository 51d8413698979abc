package confidant.ingest.prompt;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;

/**
 * Prose from a resource, in sections that start with their name in brackets. Lines are joined by a
 * blank, so that prose can be broken anywhere, except after an empty line and before a hyphen that
 * starts an item; {@code #} starts a comment line.
 */
final class Sections {

  private final Map<String, StringBuilder> texts = new HashMap<>();

  private Sections() {}

  /** Reads {@code name.txt}, which lies beside this class. */
  static Sections load(String name) {
    Sections sections = new Sections();
    InputStream resource =
        Objects.requireNonNull(Sections.class.getResourceAsStream(name + ".txt"), name);
    try (BufferedReader lines =
        new BufferedReader(new InputStreamReader(resource, StandardCharsets.UTF_8))) {
      sections.read(lines);
    } catch (IOException e) {
      throw new UncheckedIOException(name, e);
    }
    return sections;
  }

  /** The text of a section; empty if it is not there. */
  String get(String section) {
    StringBuilder text = texts.get(section);
    return text == null ? "" : text.toString().strip();
  }

  private void read(BufferedReader lines) throws IOException {
    StringBuilder text = new StringBuilder();
    for (String line = lines.readLine(); line != null; line = lines.readLine()) {
      String words = line.strip();
      if (words.startsWith("[") && words.endsWith("]")) {
        text = new StringBuilder();
        texts.put(words.substring(1, words.length() - 1), text);
      } else if (!words.startsWith("#")) {
        append(text, words);
      }
    }
  }

  private static void append(StringBuilder text, String line) {
    if (line.isEmpty()) {
      text.append("\n\n");
    } else if (line.startsWith("- ")) {
      text.append(text.toString().endsWith("\n") ? "" : "\n").append(line);
    } else {
      text.append(text.isEmpty() || text.toString().endsWith("\n") ? "" : " ").append(line);
    }
  }
}

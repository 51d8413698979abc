package confidant.ui.common;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.MissingResourceException;
import java.util.Objects;
import java.util.Properties;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class TextsTest {
  private static Properties load(String file) throws IOException {
    Properties words = new Properties();
    try (Reader reader =
        new InputStreamReader(
            Objects.requireNonNull(Texts.class.getResourceAsStream(file)),
            StandardCharsets.UTF_8)) {
      words.load(reader);
    }
    return words;
  }

  @Test
  void everyTextIsThereInBothLanguages() throws IOException {
    assertEquals(load("texts.properties").keySet(), load("texts_de.properties").keySet());
  }

  @Test
  void noTextHasAQuoteThatWouldSwallowItsPlaces() throws IOException {
    for (String file : List.of("texts.properties", "texts_de.properties")) {
      load(file).forEach((key, text) -> assertTrue(!text.toString().contains("'"), key::toString));
    }
  }

  @Test
  void everyTextThatTheSourcesAskForIsThere() throws IOException {
    Properties words = load("texts.properties");
    Pattern call = Pattern.compile("texts\\s*\\.get\\(\\s*\"([a-z.-]+)\"\\s*[,)]");
    try (Stream<Path> sources = Files.walk(Path.of("src/main/java"))) {
      List<String> asked =
          sources
              .filter(source -> source.toString().endsWith(".java"))
              .flatMap(TextsTest::read)
              .flatMap(source -> call.matcher(source).results())
              .map((MatchResult found) -> found.group(1))
              .toList();
      assertTrue(asked.size() > 30, "the sources were found");
      asked.forEach(key -> assertTrue(words.containsKey(key), key));
    }
  }

  private static Stream<String> read(Path source) {
    try {
      return Stream.of(Files.readString(source));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Test
  void isEnglishWhereALanguageIsMissing() {
    assertEquals("Send", new Texts(Locale.FRENCH).get("composer.send"));
    assertEquals("Senden", new Texts(Locale.GERMANY).get("composer.send"));
  }

  @Test
  void goesOnInAnotherLanguage() {
    Texts texts = new Texts(Locale.GERMAN);
    texts.speak(Locale.ENGLISH);
    assertEquals("Send", texts.get("composer.send"));
    assertEquals(Locale.ENGLISH, texts.localeProperty().get());
  }

  @Test
  void countsInTheFormsOfTheLanguage() {
    Texts texts = new Texts(Locale.ENGLISH);
    assertEquals("1 page · 1,234 tokens", texts.get("document.ready", 1, 1234));
    assertEquals("12 pages · no tokens", texts.get("document.ready", 12, 0));
  }

  @Test
  void namesATextThatIsNotThere() {
    Texts texts = new Texts(Locale.ENGLISH);
    assertEquals(
        "nonsense",
        assertThrows(MissingResourceException.class, () -> texts.get("nonsense")).getKey());
  }
}

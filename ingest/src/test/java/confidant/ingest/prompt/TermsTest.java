package confidant.ingest.prompt;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;

class TermsTest {

  @Test
  void areWordsWithoutCaseAndAccents() {
    assertEquals(
        List.of("kundigungsfrist", "drei", "monate"), Terms.of("Kündigungsfrist: DREI Monate!"));
  }

  @Test
  void keepFiguresWhole() {
    assertEquals(
        List.of("123456", "123456", "123456", "01032024", "50", "75"),
        Terms.of("1.234,56 1,234.56 1234.56 01.03.2024 50 75"));
  }

  @Test
  void doNotJoinWordsToFigures() {
    assertEquals(List.of("covid", "19", "1a"), Terms.of("Covid-19, 1a"));
  }
}

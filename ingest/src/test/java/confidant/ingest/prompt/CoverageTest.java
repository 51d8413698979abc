package confidant.ingest.prompt;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;

class CoverageTest {

  @Test
  void namesThePagesOfEachPartAndWhatIsMissing() {
    assertEquals(
        "a.pdf: of 30 pages read in 2 parts were pages 1-20; 21-29. Not covered: page 30.",
        new Coverage("a.pdf", 30, List.of("1-20", "21-29"), List.of("page 30")).sentence());
    assertEquals(
        "a.pdf: of 30 pages read were pages 1, 17.",
        new Coverage("a.pdf", 30, List.of("1, 17"), List.of()).sentence());
    assertEquals(
        "b.txt: of 1 page nothing was read.",
        new Coverage("b.txt", 1, List.of(), List.of()).sentence());
  }
}

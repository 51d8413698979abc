package confidant.app.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class PathNamesTest {

  @Test
  void aNameThatTheLocaleCannotSpellNamesTheCure() {
    String problem = PathNames.problem("größe.pdf", StandardCharsets.US_ASCII);
    assertTrue(problem.contains("LANG") && problem.contains("UTF-8"), problem);
    assertTrue(problem.contains("größe.pdf"), problem);
  }

  @Test
  void aNameThatNoLocaleCouldSpellDoesNot() {
    assertEquals(
        "'a?b' cannot be the name of a file", PathNames.problem("a\0b", StandardCharsets.US_ASCII));
  }
}

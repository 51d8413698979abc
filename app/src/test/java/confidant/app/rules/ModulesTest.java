package confidant.app.rules;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;

import confidant.app.Main;
import confidant.engine.Engine;
import confidant.ingest.DocumentReader;
import confidant.ui.AssistantWindow;
import org.junit.jupiter.api.Test;

/** Tests run on the module path; otherwise module descriptors would never be tried. */
class ModulesTest {
  @Test
  void everyRoomIsANamedModule() {
    assertAll(
        () -> assertEquals("confidant.app", Main.class.getModule().getName()),
        () -> assertEquals("confidant.engine", Engine.class.getModule().getName()),
        () -> assertEquals("confidant.ingest", DocumentReader.class.getModule().getName()),
        () -> assertEquals("confidant.ui", AssistantWindow.class.getModule().getName()));
  }
}

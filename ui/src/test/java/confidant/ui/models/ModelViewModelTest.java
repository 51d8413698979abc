package confidant.ui.models;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import confidant.ui.common.Texts;
import confidant.ui.fake.FakeModelPort;
import confidant.ui.fake.ManualFrames;
import confidant.ui.models.ModelViewModel.State;
import confidant.ui.port.ModelPort.ModelState;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

class ModelViewModelTest {
  private final ManualFrames frames = new ManualFrames();
  private final FakeModelPort port = new FakeModelPort(new ModelState.Loading("gpt-oss-20b"));
  private final ModelViewModel model = new ModelViewModel(port, new Texts(Locale.ENGLISH), frames);

  private void become(ModelState state) {
    port.become(state);
    frames.next();
  }

  @Test
  void showsTheStateThatThePortHasAtTheBeginning() {
    frames.next();
    assertEquals(State.LOADING, model.stateProperty().get());
    assertEquals("gpt-oss-20b", model.nameProperty().get());
  }

  @Test
  void showsNameAndContextOfAReadyModel() {
    become(FakeModelPort.TRAINED);
    assertEquals(State.READY, model.stateProperty().get());
    assertEquals(8192, model.contextTokensProperty().get());
    assertFalse(model.untrainedProperty().get());
    assertEquals("", model.noticeProperty().get());
  }

  @Test
  void saysThatAModelIsUntrained() {
    become(FakeModelPort.UNTRAINED);
    assertTrue(model.untrainedProperty().get());
    assertTrue(model.noticeProperty().get().contains("untrained"));
  }

  @Test
  void saysWhatTheDemoModelKnowsAndWhereARealOneIsChosen() {
    become(FakeModelPort.DEMO);
    assertFalse(model.untrainedProperty().get());
    String notice = model.noticeProperty().get();
    assertTrue(notice.contains("demo model"), notice);
    assertTrue(notice.contains("samples"), notice);
    assertTrue(notice.contains("gpt-oss-20b"), notice);
    become(FakeModelPort.TRAINED);
    assertEquals("", model.noticeProperty().get());
  }

  @Test
  void saysItInTheWindowsLanguage() {
    ModelViewModel german = new ModelViewModel(port, new Texts(Locale.GERMAN), frames);
    become(FakeModelPort.DEMO);
    String notice = german.noticeProperty().get();
    assertTrue(notice.contains("Beispiele"), notice);
    assertTrue(notice.contains(new Texts(Locale.GERMAN).get("model.choose")), notice);
  }

  @Test
  void saysItAnewWhenTheWindowChangesItsLanguage() {
    Texts texts = new Texts(Locale.ENGLISH);
    ModelViewModel changing = new ModelViewModel(port, texts, frames);
    become(FakeModelPort.DEMO);
    texts.speak(Locale.GERMAN);
    assertTrue(changing.noticeProperty().get().contains("Beispiele"));
    become(new ModelState.Unloaded());
    assertEquals("Kein Modell", changing.nameProperty().get());
    texts.speak(Locale.ENGLISH);
    assertEquals("No model", changing.nameProperty().get());
  }

  @Test
  void anUnloadedModelLeavesNothingToBeSaid() {
    become(FakeModelPort.DEMO);
    become(new ModelState.Unloaded());
    assertEquals(State.UNLOADED, model.stateProperty().get());
    assertEquals("", model.noticeProperty().get());
    assertEquals(0, model.contextTokensProperty().get());
    become(new ModelState.Failed("b", "No.", "E-MODEL-KIND"));
    assertEquals(State.FAILED, model.stateProperty().get());
    assertEquals("E-MODEL-KIND", model.failureCodeProperty().get());
  }

  @Test
  void showsWhyTheFirstModelFailed() {
    become(new ModelState.Failed("broken.gguf", "broken.gguf is cut short: get it again."));
    assertEquals(State.FAILED, model.stateProperty().get());
    assertEquals("broken.gguf", model.nameProperty().get());
    assertEquals("broken.gguf is cut short: get it again.", model.failureProperty().get());
  }

  @Test
  void keepsShowingTheModelInUseWhenAnotherFails() {
    become(FakeModelPort.TRAINED);
    become(new ModelState.Loading("broken.gguf"));
    become(new ModelState.Failed("broken.gguf", "It is cut short."));
    assertEquals(State.READY, model.stateProperty().get());
    assertEquals("gpt-oss-20b", model.nameProperty().get());
    become(FakeModelPort.TRAINED);
    assertEquals("It is cut short.", model.failureProperty().get(), "stays until it is read");
    model.dismissFailure();
    assertEquals("", model.failureProperty().get());
  }

  @Test
  void loadsWhatIsChosenAndForgetsTheLastFailure() {
    become(new ModelState.Failed("a", "No."));
    model.load(Path.of("b.gguf"));
    assertEquals(List.of(Path.of("b.gguf")), port.loaded);
    assertEquals("", model.failureProperty().get());
  }
}

package confidant.ui;

import static org.junit.jupiter.api.Assertions.assertTrue;

import confidant.ui.ScreenshotTest.Look;
import confidant.ui.fake.FakeModelPort;
import confidant.ui.port.DocumentEvent;
import confidant.ui.port.ModelPort.FindEvent;
import confidant.ui.port.ModelPort.Inspection;
import confidant.ui.port.ModelPort.Keeper;
import confidant.ui.port.ModelPort.ModelState;
import confidant.ui.port.ModelPort.ModelState.Worth;
import confidant.ui.port.ModelPort.Verdict;
import confidant.ui.port.PaperKind;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;

/** Pictures of the pages above the window, for people to look at. */
class SetupScreenshotTest {

  private static String name(Look look, String state) {
    return look.name().toLowerCase(Locale.ROOT) + "-" + state;
  }

  @ParameterizedTest
  @EnumSource(value = Look.class, mode = Mode.EXCLUDE, names = "WIDE")
  void pages(Look look) throws Exception {
    try (WindowFixture window = look.open(FakeModelPort.DEMO)) {
      window.await(() -> window.isShown("model-notice"));
      Screenshots.take(window, name(look, "s0-first-start"));
      window.clickOn("#open-settings");
      window.await(() -> window.isShown("settings"));
      Screenshots.take(window, name(look, "s1-settings"));
      window.push(KeyCode.ESCAPE);
      window.clickOn("#open-help");
      window.await(() -> window.isShown("help"));
      Screenshots.take(window, name(look, "s2-keys"));
      window.push(KeyCode.ESCAPE);
      window.model.become(
          new ModelState.Ready(
              "gpt-oss-20b",
              Worth.FULL,
              32_768,
              Optional.of(Path.of("/home/alex/.lmstudio/models/gpt-oss-20b-MXFP4.gguf")),
              4));
      window.await(() -> window.words("model-name").equals("gpt-oss-20b"));
      window.press(KeyCode.CONTROL).push(KeyCode.M).release(KeyCode.CONTROL);
      window.await(() -> window.isShown("models"));
      window.model.find(
          new FindEvent.Found(
              Path.of("/home/alex/.ollama/models/manifests/registry.ollama.ai/library/llama3/8b"),
              "llama3:8b",
              Keeper.OLLAMA,
              4_661_211_424L,
              "The model in sha256-6a0746a1ec is a llama: only gpt-oss is run."),
          new FindEvent.Found(
              Path.of("/home/alex/.lmstudio/models/gpt-oss-20b-MXFP4.gguf"),
              "gpt-oss-20b",
              Keeper.LM_STUDIO,
              12_109_566_560L,
              ""),
          new FindEvent.Finished(true));
      window.await(() -> window.isShown("models-memory"));
      Screenshots.take(window, name(look, "s3-models"));
      window.push(KeyCode.ESCAPE);
      window.model.suit(
          new Inspection.Works("gpt-oss-20b", FakeModelPort.need(Verdict.SMALLER_CONTEXT, 8192)));
      window.clickOn("#choose-model").clickOn("#choose-model-file");
      window.await(() -> window.isShown("doubt"));
      Screenshots.take(window, name(look, "s4-memory"));
      window.push(KeyCode.ESCAPE);
      window.open("blood count.pdf");
      window.papers.send(
          new DocumentEvent.Ready(
              "d1", "blood count.pdf", 1, 412, List.of(), PaperKind.LAB_REPORT));
      window.model.become(
          new ModelState.Failed(
              "x.gguf", "x.gguf ends too early: get it again.", "E-MODEL-DAMAGED"));
      window.await(() -> window.isShown("medical") && window.isShown("model-error"));
      Screenshots.take(window, name(look, "s5-medical-and-error"));
      assertTrue(window.isShown("medical"));
    }
  }

  @ParameterizedTest
  @EnumSource(value = Look.class, mode = Mode.EXCLUDE, names = "WIDE")
  void largeTextAndHighContrast(Look look) throws Exception {
    try (WindowFixture window = look.open(FakeModelPort.DEMO)) {
      window.settings.setTextPercent(100);
      window.await(() -> window.isShown("model-notice"));
      for (int i = 0; i < 4; i++) {
        window.press(KeyCode.CONTROL).push(KeyCode.PLUS).release(KeyCode.CONTROL);
      }
      window.open("payslip.pdf");
      window.papers.send(
          new DocumentEvent.Ready("d1", "payslip.pdf", 1, 412, List.of(), PaperKind.PAYSLIP));
      window.await(() -> window.settings.textPercent() == 175);
      Screenshots.take(window, name(look, "s6-large-text"));
      window.clickOn("#open-settings");
      window.await(() -> window.isShown("settings"));
      Screenshots.take(window, name(look, "s7-large-settings"));
      WindowFixture.on(
          () -> {
            window.node("setting-contrast").requestFocus();
            return true;
          });
      window.push(KeyCode.SPACE);
      window.await(window.settings::highContrast);
      Screenshots.take(window, name(look, "s8-large-contrast"));
      window.push(KeyCode.ESCAPE);
      window.press(KeyCode.CONTROL).push(KeyCode.DIGIT0).release(KeyCode.CONTROL);
      window.await(() -> window.settings.textPercent() == 100);
      Screenshots.take(window, name(look, "s9-contrast"));
      assertTrue(window.settings.highContrast());
    }
  }
}

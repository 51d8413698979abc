package confidant.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import confidant.ui.fake.FakeFileDialogs;
import confidant.ui.fake.FakeModelPort;
import confidant.ui.port.ChatEvent;
import confidant.ui.port.DocumentEvent;
import confidant.ui.port.Language;
import confidant.ui.port.ModelPort.FindEvent;
import confidant.ui.port.ModelPort.Inspection;
import confidant.ui.port.ModelPort.Keeper;
import confidant.ui.port.ModelPort.ModelState;
import confidant.ui.port.ModelPort.ModelState.Worth;
import confidant.ui.port.ModelPort.Verdict;
import confidant.ui.port.PaperKind;
import confidant.ui.port.Theme;
import confidant.ui.port.WindowPlace;
import java.io.File;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.scene.Node;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Control;
import javafx.scene.control.Label;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Models, settings, keys and errors, with the window's own controls. */
class SetupWindowTest {
  private WindowFixture window;

  @BeforeEach
  void show() throws Exception {
    window = new WindowFixture();
  }

  @AfterEach
  void close() throws Exception {
    window.close();
  }

  private void withControl(KeyCode key) {
    window.press(KeyCode.CONTROL).push(key).release(KeyCode.CONTROL);
  }

  private <T> void choose(String id, T value) {
    WindowFixture.on(
        () -> {
          @SuppressWarnings("unchecked")
          ComboBox<T> box = (ComboBox<T>) window.node(id);
          box.setValue(value);
          return true;
        });
    window.settle();
  }

  private double fontSize(String id) {
    return WindowFixture.on(() -> ((Label) window.node(id)).getFont().getSize());
  }

  @Test
  void theDemoModelLeadsToTheRealOneWhereOtherProgramsKeepIt() {
    window.model.become(FakeModelPort.DEMO);
    window.await(() -> window.isShown("model-notice"));
    window.clickOn("#model-notice .real-model");
    window.await(() -> window.isShown("models"));
    window.awaitWords("search-state", "Searching… no model so far");
    window.model.find(
        new FindEvent.Found(
            Path.of("/store/llama3"), "llama3:8b", Keeper.OLLAMA, 4_000_000_000L, "Not run here."),
        new FindEvent.Found(
            Path.of("/store/gpt-oss"), "gpt-oss:20b", Keeper.OLLAMA, 13_000_000_000L, ""),
        new FindEvent.Finished(true));
    window.awaitWords("search-state", "2 models were found.");
    window.clickOn(".use-found");
    window.await(() -> window.model.loaded.equals(List.of(Path.of("/store/gpt-oss"))));
    window.await(() -> !window.isShown("models"));
  }

  @Test
  void whereMemoryIsShortTheWindowProposesASmallerContext() {
    window.model.suit(
        new Inspection.Works("gpt-oss-20b", FakeModelPort.need(Verdict.SMALLER_CONTEXT, 8192)));
    window.clickOn("#choose-model").clickOn("#choose-model-file");
    window.await(() -> window.isShown("doubt"));
    assertTrue(window.words("doubt-verdict").contains("8,192"));
    assertEquals(List.of(), window.model.loaded);
    window.clickOn("#load-smaller");
    window.await(() -> window.model.loaded.equals(List.of(FakeFileDialogs.MODEL_FILE)));
    assertEquals(8192, window.settings.contextTokens());
  }

  @Test
  void aComputerThatIsTooSmallIsToldSoPlainly() {
    window.model.suit(
        new Inspection.Works("gpt-oss-20b", FakeModelPort.need(Verdict.TOO_SMALL, 0)));
    window.clickOn("#choose-model").clickOn("#choose-model-folder");
    window.await(() -> window.isShown("doubt"));
    assertTrue(window.words("doubt-verdict").contains("too small"));
    assertFalse(window.isShown("load-smaller"));
    window.clickOn("#load-not");
    window.await(() -> !window.isShown("doubt"));
    assertEquals(List.of(), window.model.loaded);
  }

  @Test
  void theModelsPageTellsWhatIsInUseAndGivesItsMemoryBack() {
    window.model.become(
        new ModelState.Ready(
            "gpt-oss-20b", Worth.FULL, 32_768, Optional.of(Path.of("/m/gpt-oss.gguf")), 4));
    withControl(KeyCode.M);
    window.await(() -> window.isShown("models"));
    window.awaitWords("models-threads", "4 threads compute");
    window.awaitWords("models-context", "32,768 tokens");
    window.await(() -> window.words("models-memory").startsWith("15.4 GB in all"));
    window.clickOn("#unload-model");
    window.awaitWords("model-name", "No model");
    window.awaitWords("models-state", "Not loaded");
    window.push(KeyCode.ESCAPE);
    window.await(() -> !window.isShown("models"));
  }

  @Test
  void settingsTakeEffectAtOnce() {
    double before = fontSize("model-name");
    withControl(KeyCode.COMMA);
    window.await(() -> window.isShown("settings"));
    assertTrue(window.node("question").isDisabled(), "nothing behind the page takes keys");
    choose("setting-text", 175);
    window.await(() -> fontSize("model-name") > 1.7 * before);
    choose("setting-theme", Theme.DARK);
    window.await(() -> window.settings.theme() == Theme.DARK);
    choose("setting-context", 8192);
    assertEquals(8192, window.settings.contextTokens());
    int sheets = window.stage.getScene().getStylesheets().size();
    window.clickOn("#setting-contrast");
    window.await(() -> window.stage.getScene().getStylesheets().size() == sheets + 2);
    window.push(KeyCode.ESCAPE);
    window.await(() -> !window.isShown("settings"));
    withControl(KeyCode.DIGIT0);
    window.await(() -> fontSize("model-name") == before);
  }

  @Test
  void theLanguageChangesAtOnceAndNothingIsLost() {
    window.open("payslip.pdf");
    window.papers.send(new DocumentEvent.Ready("d1", "payslip.pdf", 2, 1234, List.of()));
    window.clickOn("#question").write("Wie viel");
    window.clickOn("#open-settings");
    window.await(() -> window.isShown("settings"));
    choose("setting-language", Language.GERMAN);
    window.awaitWords("send", "Senden");
    assertTrue(window.isShown("settings"), "the page stays open");
    assertEquals("Wie viel", ((TextInputControl) window.node("question")).getText());
    assertEquals(1, window.lookup(".document").queryAll().size());
    window.clickOn("#settings-close");
    window.await(() -> !window.isShown("settings"));
    window.clickOn("#question").push(KeyCode.ENTER);
    window.await(() -> window.chat.questions.size() == 1);
    window.clickOn("#open-settings");
    choose("setting-language", Language.SYSTEM);
    window.await(() -> !window.words("send").equals("Senden") || !window.isShown("send"));
  }

  @Test
  void aKeyShowsTheKeys() {
    window.push(KeyCode.F1);
    window.await(() -> window.isShown("help"));
    assertEquals(
        1,
        window
            .lookup(".help-key")
            .match(node -> ((Label) node).getText().equals("Ctrl+O"))
            .queryAll()
            .size());
    window.push(KeyCode.ESCAPE);
    window.await(() -> !window.isShown("help"));
    window.clickOn("#question").push(KeyCode.F1);
    window.await(() -> window.isShown("help"));
    window.clickOn("#help-close");
    window.await(() -> window.node("question").isFocused());
  }

  @Test
  void keysWorkWhereverTheKeyboardIs() {
    window.clickOn("#question");
    window.press(KeyCode.CONTROL, KeyCode.SHIFT).push(KeyCode.D);
    window.release(KeyCode.SHIFT, KeyCode.CONTROL);
    window.await(() -> window.settings.theme() == Theme.DARK);
    double before = fontSize("model-name");
    withControl(KeyCode.PLUS);
    window.await(() -> fontSize("model-name") > before);
    WindowFixture.on(
        () -> {
          window.node("open-about").requestFocus();
          return true;
        });
    withControl(KeyCode.L);
    window.await(() -> window.node("question").isFocused());
  }

  @Test
  void filesOnTheClipboardAreAddedAndWordsAreTyped() {
    setClipboard(content -> content.putFiles(List.of(new File("copied.pdf"))));
    window.clickOn("#question");
    withControl(KeyCode.V);
    window.await(() -> window.papers.added.size() == 1);
    assertTrue(window.papers.added.getFirst().endsWith("copied.pdf"));
    setClipboard(content -> content.putString("some words"));
    withControl(KeyCode.V);
    window.await(() -> "some words".equals(((TextInputControl) window.node("question")).getText()));
    assertEquals(1, window.papers.added.size());
  }

  private void setClipboard(Consumer<ClipboardContent> fill) {
    WindowFixture.on(
        () -> {
          ClipboardContent content = new ClipboardContent();
          fill.accept(content);
          return Clipboard.getSystemClipboard().setContent(content);
        });
  }

  @Test
  void whereAPaperIsAboutHealthAStandingLineSaysThatThisIsNoAdvice() {
    assertFalse(window.isShown("medical"));
    window.open("blood.pdf");
    window.papers.send(
        new DocumentEvent.Ready("d1", "blood.pdf", 1, 200, List.of(), PaperKind.LAB_REPORT));
    window.await(() -> window.isShown("medical"));
    window.clickOn(".document-remove");
    window.await(() -> !window.isShown("medical"));
  }

  @Test
  void anErrorHasACodeAndDetailsWithoutAFilesName() {
    window.model.become(
        new ModelState.Failed("my secret.gguf", "my secret.gguf is cut short.", "E-MODEL-DAMAGED"));
    window.await(() -> window.isShown("model-error"));
    window.clickOn("#model-error .copy-details");
    window.await(() -> copied().contains("Error code: E-MODEL-DAMAGED"));
    assertFalse(copied().contains("secret"), this::copied);
    window.clickOn("#question").write("?").push(KeyCode.ENTER);
    window.await(() -> window.chat.questions.size() == 1);
    window.chat.send(new ChatEvent.Failed("Too long.", "E-CONTEXT-FULL"));
    window.await(
        () ->
            window.lookup(".exchange .copy-details").match(Node::isVisible).tryQuery().isPresent());
    window.clickOn(".exchange .copy-details");
    window.await(() -> copied().contains("Error code: E-CONTEXT-FULL"));
  }

  private String copied() {
    String text = WindowFixture.on(() -> Clipboard.getSystemClipboard().getString());
    return text == null ? "" : text;
  }

  @Test
  void aFailureWithoutACodeHasNoDetails() {
    window.model.become(new ModelState.Failed("a.gguf", "No."));
    window.await(() -> window.isShown("model-error"));
    assertFalse(window.node("model-error").lookup(".copy-details").isVisible());
  }

  @Test
  void everyControlOfThePagesHasANameAndTheKeyboardReachesIt() {
    for (String page : List.of("open-settings", "open-help")) {
      window.clickOn("#" + page);
      for (String type : List.of(".button", ".combo-box", ".check-box", ".text-area")) {
        for (Node node : window.lookup(".overlay-box " + type).queryAll()) {
          String name = ((Control) node).getAccessibleText();
          assertTrue(name != null && !name.isBlank(), () -> "no name: " + node);
          assertTrue(node.isFocusTraversable(), () -> "not by keyboard: " + node);
        }
      }
      window.push(KeyCode.ESCAPE);
    }
  }

  @Test
  void theWindowRemembersItsPlace() {
    WindowFixture.on(
        () -> {
          window.stage.setX(30);
          window.stage.setY(20);
          window.stage.setWidth(720);
          window.stage.setHeight(500);
          return true;
        });
    window.settle();
    WindowFixture.on(
        () -> {
          window.stage.hide();
          return true;
        });
    window.await(() -> window.settings.windowPlace().isPresent());
    assertEquals(
        new WindowPlace(30, 20, 720, 500, false), window.settings.windowPlace().orElseThrow());
    WindowFixture.on(
        () -> {
          Stage next = new Stage();
          window.window.show(next);
          assertEquals(30, next.getX());
          assertEquals(720, next.getWidth());
          window.settings.setWindowPlace(new WindowPlace(9_000, 9_000, 700, 500, false));
          next.hide();
          return true;
        });
    assertNotEquals(9_000, window.settings.windowPlace().orElseThrow().x());
  }
}

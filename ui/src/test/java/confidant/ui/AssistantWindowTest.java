package confidant.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import confidant.ui.common.Texts;
import confidant.ui.fake.FakeFileDialogs;
import confidant.ui.fake.FakeModelPort;
import confidant.ui.markdown.MarkdownView;
import confidant.ui.port.ChatEvent;
import confidant.ui.port.ChatEvent.EndReason;
import confidant.ui.port.ChatEvent.ReasoningClosed.Cause;
import confidant.ui.port.ChatPort.Kind;
import confidant.ui.port.DocumentEvent;
import confidant.ui.port.Effort;
import confidant.ui.port.ModelPort.ModelState;
import confidant.ui.port.Outlook;
import confidant.ui.port.Outlook.Beginning;
import confidant.ui.port.Theme;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.control.Control;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextInputControl;
import javafx.scene.control.TitledPane;
import javafx.scene.input.Clipboard;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import javafx.scene.layout.Pane;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class AssistantWindowTest {
  private static final Path PAYSLIP = Path.of("payslip.pdf");
  private static final ChatEvent COMPLETE = new ChatEvent.Ended(EndReason.COMPLETE, 40, 12.5);

  private WindowFixture window;

  @BeforeEach
  void show() throws Exception {
    window = new WindowFixture();
  }

  @AfterEach
  void close() throws Exception {
    window.close();
  }

  private void addReadyPaper() {
    window.open("payslip.pdf");
    window.papers.send(new DocumentEvent.Ready("d1", "payslip.pdf", 2, 1234, List.of()));
    window.await(() -> !window.node("summarise").isDisabled());
  }

  private void ask(String question) {
    int before = window.chat.questions.size();
    window.clickOn("#question").write(question).push(KeyCode.ENTER);
    window.await(() -> window.chat.questions.size() == before + 1);
  }

  private int chips() {
    return ((Pane) window.node("documents")).getChildren().size();
  }

  private void awaitFirstChip(String styleClass, String words) {
    window.await(
        () ->
            window
                .lookup("." + styleClass)
                .match(node -> node instanceof Label label && words.equals(label.getText()))
                .tryQuery()
                .isPresent());
  }

  private ScrollPane conversation() {
    return (ScrollPane) window.node("conversation-scroll");
  }

  @Test
  void runsAsANamedModule() {
    assertEquals("confidant.ui", AssistantWindow.class.getModule().getName());
  }

  @Test
  void isNeverSmallerThanItsContentNeeds() {
    assertEquals(640, window.stage.getMinWidth());
    assertEquals(480, window.stage.getMinHeight());
  }

  @Test
  void theAboutBoxTellsWhatRunsUntilEscape() {
    assertFalse(window.isShown("about"));
    window.clickOn("#open-about");
    window.awaitWords("about-kernels", "Vector API, 512 bits");
    window.awaitWords("about-threads", "2 on 2 physical cores");
    assertTrue(window.node("question").isDisabled(), "nothing behind the box takes keys");
    window.clickOn("#about-copy");
    assertTrue(
        WindowFixture.on(() -> Clipboard.getSystemClipboard().getString())
            .contains("Java: 25.0.3+9-LTS"));
    window.push(KeyCode.ESCAPE);
    window.await(() -> !window.isShown("about"));
    assertFalse(window.node("question").isDisabled());
  }

  @Test
  void takesDroppedFilesWhereverTheyFall() {
    assertTrue(Drops.hover(window.node("question"), List.of(PAYSLIP)));
    window.await(() -> window.isShown("drop-hint"));
    assertTrue(Drops.drop(window.node("question"), List.of(PAYSLIP, Path.of("letter.pdf"))));
    window.await(() -> chips() == 2);
    assertFalse(window.isShown("drop-hint"));
    assertEquals(
        List.of("payslip.pdf", "letter.pdf"),
        window.papers.added.stream().map(file -> file.getFileName().toString()).toList());
  }

  @Test
  void asksForThePasswordOfAProtectedPaper() {
    window.open("statement.pdf");
    window.await(() -> chips() == 1);
    assertFalse(window.isShown("password"));
    window.papers.send(new DocumentEvent.PasswordNeeded("d1", ""));
    window.awaitWords("password-title", "statement.pdf is protected. Which password opens it?");
    assertFalse(window.isShown("password-message"));
    assertTrue(window.node("password-open").isDisabled());
    window.clickOn("#password-field").write("secret").push(KeyCode.ENTER);
    window.await(() -> window.papers.unlocked.equals(List.of("d1 secret")));
    assertFalse(window.isShown("password"));
    window.papers.send(new DocumentEvent.PasswordNeeded("d1", "It does not open."));
    window.awaitWords("password-message", "It does not open.");
    assertEquals("", ((TextInputControl) window.node("password-field")).getText());
    window.push(KeyCode.ESCAPE);
    window.await(() -> !window.isShown("password"));
    window.clickOn(".document-unlock");
    window.await(() -> window.isShown("password"));
    window.clickOn("#password-cancel");
    window.await(() -> !window.isShown("password"));
  }

  @Test
  void hidesTheDropHintWhenTheFilesAreTakenAway() {
    Drops.hover(window.node("drop-zone"), List.of(PAYSLIP));
    window.await(() -> window.isShown("drop-hint"));
    Drops.leave(window.node("drop-zone"), List.of(PAYSLIP));
    window.await(() -> !window.isShown("drop-hint"));
  }

  @Test
  void takesNothingButFiles() {
    assertFalse(Drops.drop(window.node("drop-zone"), "only words"));
    assertEquals(List.of(), window.papers.added);
  }

  @Test
  void opensPapersByButtonAndByKeyboard() {
    window.clickOn("#open");
    window.await(() -> window.papers.added.size() == 1);
    window.press(KeyCode.CONTROL).push(KeyCode.O).release(KeyCode.CONTROL);
    window.await(() -> window.papers.added.size() == 2);
    assertEquals(FakeFileDialogs.PAPER, window.papers.added.getFirst());
  }

  @Test
  void aChipTellsHowFarThePaperIs() {
    window.open("payslip.pdf");
    awaitFirstChip("document-detail", "waiting");
    assertTrue(window.node("summarise").isDisabled());
    window.papers.send(new DocumentEvent.Reading("d1", 3, 7));
    awaitFirstChip("document-detail", "page 3 of 7");
    window.papers.send(
        new DocumentEvent.Ready("d1", "payslip.pdf", 7, 1234, List.of("Page 2 is a picture.")));
    awaitFirstChip("document-detail", "7 pages · 1,234 tokens");
    awaitFirstChip("document-message", "Page 2 is a picture.");
  }

  @Test
  void aPaperThatFailedSaysWhyAndCanBeRemoved() {
    window.open("secret.pdf");
    window.papers.send(new DocumentEvent.Failed("d1", "secret.pdf is encrypted."));
    awaitFirstChip("document-message", "secret.pdf is encrypted.");
    window.clickOn(".document-remove");
    window.await(() -> chips() == 0);
    assertEquals(List.of("d1"), window.papers.removed);
  }

  @Test
  void summarisesADroppedPaper() {
    Drops.drop(window.node("drop-zone"), List.of(PAYSLIP));
    window.papers.send(new DocumentEvent.Ready("d1", "payslip.pdf", 2, 1234, List.of()));
    window.await(() -> !window.node("summarise").isDisabled());
    window.clickOn("#summarise");
    window.await(() -> window.chat.questions.size() == 1);
    assertEquals(Kind.SUMMARY, window.chat.questions.getFirst().kind());
    assertEquals(List.of("d1"), window.chat.questions.getFirst().documentIds());

    window.chat.send(new ChatEvent.ReadingPrompt(512, 1300, 4));
    window.awaitWords("status-1", "Reading: 512 of 1,300 tokens · about 4 s left");
    window.chat.send(new ChatEvent.Reasoning("notes nobody should see", 12));
    window.awaitWords("status-1", "Thinking… 0 s · 12 tokens");
    window.chat.send(new ChatEvent.AnswerText("# Payslip\n\nNet **1,234**"));
    window.awaitWords("status-1", "Writing…");
    window.chat.send(new ChatEvent.AnswerText(" euro."), COMPLETE);
    window.awaitWords("status-1", "40 tokens · 12.5 tokens per second");
    assertEquals("# Payslip\n\nNet **1,234** euro.", window.node("answer-1").getAccessibleText());
  }

  @Test
  void enterAsksAndShiftEnterBeginsANewLine() {
    window.clickOn("#question").write("One");
    window.press(KeyCode.SHIFT).push(KeyCode.ENTER).release(KeyCode.SHIFT);
    window.write("two").push(KeyCode.ENTER);
    window.await(() -> window.chat.questions.size() == 1);
    assertEquals("One\ntwo", window.chat.questions.getFirst().text());
    assertEquals("", ((TextArea) window.node("question")).getText());
  }

  @Test
  void stopsByButtonAndByEscape() {
    ask("First?");
    window.clickOn("#stop");
    window.await(() -> window.chat.stops.get() == 1);
    window.awaitWords("status-1", "Stopping…");
    window.chat.send(new ChatEvent.Ended(EndReason.STOPPED, 0, 0));
    window.awaitWords("status-1", "Stopped");
    window.await(() -> window.isShown("send"));
    ask("Second?");
    window.push(KeyCode.ESCAPE);
    window.await(() -> window.chat.stops.get() == 2);
  }

  @Test
  void escapeStopsTheReadingOfPapers() {
    window.open("payslip.pdf");
    window.await(() -> window.isShown("stop"));
    window.push(KeyCode.ESCAPE);
    window.await(() -> chips() == 0);
    assertEquals(List.of("d1"), window.papers.removed);
  }

  @Test
  void theEffortSliderIsRememberedAndUsed() {
    window.awaitWords("effort-name", "Medium");
    WindowFixture.on(() -> focus("effort"));
    window.push(KeyCode.RIGHT);
    window.awaitWords("effort-name", "High");
    assertEquals(Effort.HIGH, window.settings.effort());
    window.push(KeyCode.LEFT).push(KeyCode.LEFT);
    window.awaitWords("effort-name", "Low");
    ask("Why?");
    assertEquals(Effort.LOW, window.chat.questions.getFirst().effort());
  }

  @Test
  void halfTheCoresCanBeLeftToOthersInTheMiddleOfAnAnswer() {
    ask("Why?");
    window.chat.send(new ChatEvent.AnswerText("Be"));
    window.await(() -> window.isShown("answer-1"));
    WindowFixture.on(() -> focus("half-cores"));
    window.push(KeyCode.SPACE);
    window.await(window.settings::halfCores);
    window.clickOn("#half-cores");
    window.await(() -> !window.settings.halfCores());
    assertEquals(0, window.chat.stops.get());
  }

  /** Tells an outlook once the question about these papers is prepared. */
  private void sendOutlook(Outlook outlook, String... documentIds) {
    window.await(
        () ->
            !window.chat.prepared.isEmpty()
                && window.chat.prepared.getLast().documentIds().equals(List.of(documentIds)));
    window.chat.send(outlook);
  }

  @Test
  void tellsWhatTheNextQuestionWouldTake() {
    assertFalse(window.isShown("context-meter"));
    window.awaitWords("effort-duration", "–");
    addReadyPaper();
    sendOutlook(
        new Outlook(
            8192,
            1234,
            620,
            2048,
            true,
            new Beginning(1854, 512, true),
            Map.of(Effort.MEDIUM, 38.0, Effort.HIGH, 170.0)),
        "d1");
    window.awaitWords("context-use", "Papers 1,234 · conversation 620 · of 8,192 tokens");
    window.awaitWords("reading-ahead", "Reading ahead: 512 of 1,854 tokens");
    window.awaitWords("effort-duration", "about 40 s");
    assertEquals("Effort: Medium: about 40 s", window.node("effort").getAccessibleText());
    WindowFixture.on(() -> focus("effort"));
    window.push(KeyCode.RIGHT);
    window.awaitWords("effort-duration", "about 3 min");
    window.push(KeyCode.LEFT).push(KeyCode.LEFT);
    window.awaitWords("effort-duration", "–");
    ask("How much?");
    window.await(() -> !window.isShown("reading-ahead"));
  }

  @Test
  void saysWhatHappensBeforeTheContextIsFull() {
    assertFalse(window.isShown("outlook-notice"));
    sendOutlook(new Outlook(4096, 0, 2900, 1000, true, new Beginning(2900, 0, false), Map.of()));
    window.await(() -> window.isShown("outlook-notice"));
    String notice = window.node("outlook-notice").getAccessibleText();
    assertTrue(notice.startsWith("Nearly full: room for 196 more tokens"), notice);
    window.chat.send(
        new Outlook(4096, 9000, 300, 1000, false, new Beginning(300, 300, false), Map.of()));
    window.await(
        () ->
            window
                .node("outlook-notice")
                .getAccessibleText()
                .startsWith("The papers take 9,000 tokens, and there is room for 2,796"));
  }

  @Test
  void theAnswerCanBeHadNowByButtonAndByKeyboard() {
    ask("Why?");
    assertFalse(window.isShown("answer-now-1"));
    window.chat.send(new ChatEvent.Reasoning("hm", 12));
    window.await(() -> window.isShown("answer-now-1"));
    window.clickOn("#answer-now-1");
    window.await(() -> window.chat.answersNow.get() == 1);
    window.awaitWords("status-1", "Thinking… 0 s · 12 tokens · the answer is next");
    assertFalse(window.isShown("answer-now-1"));
    window.chat.send(
        new ChatEvent.ReasoningClosed(Cause.ASKED), new ChatEvent.AnswerText("So."), COMPLETE);
    window.await(() -> window.isShown("send"));
    ask("And?");
    window.chat.send(new ChatEvent.Reasoning("hm", 1));
    window.await(() -> window.isShown("answer-now-2"));
    window.clickOn("#question");
    window.press(KeyCode.CONTROL).push(KeyCode.ENTER).release(KeyCode.CONTROL);
    window.await(() -> window.chat.answersNow.get() == 2);
  }

  @Test
  void workingNotesAreShownOnRequestAndMarkedAsSuch() {
    ask("Why?");
    window.chat.send(new ChatEvent.Reasoning("nobody should see this", 12));
    window.awaitWords("status-1", "Thinking… 0 s · 12 tokens");
    assertFalse(notes().isVisible());
    window.switchWorkingNotes();
    window.await(window.settings::showReasoning);
    window.chat.send(new ChatEvent.Reasoning("I look for", 13));
    window.chat.send(new ChatEvent.Reasoning(" the total.", 14));
    window.await(() -> reasoning().getText().equals("I look for the total."));
    assertTrue(notes().isVisible() && notes().isExpanded());
    assertTrue(notes().getText().startsWith("Unfiltered working notes, not an answer · "));
    window.chat.send(new ChatEvent.AnswerText("Because."), COMPLETE);
    window.await(() -> !notes().isExpanded());
    assertEquals("I look for the total.", reasoning().getText());
    window.switchWorkingNotes();
    window.await(() -> !notes().isVisible());
    assertEquals("", reasoning().getText());
  }

  private TitledPane notes() {
    return window.lookup(".reasoning").queryAs(TitledPane.class);
  }

  private TextArea reasoning() {
    return (TextArea) notes().getContent();
  }

  @Test
  void whoHearsTheWindowIsToldWhenAnAnswerBeginsAndEnds() {
    ask("Why?");
    window.chat.send(new ChatEvent.AnswerText("Because."));
    window.await(() -> "The answer begins".equals(window.node("question").getAccessibleHelp()));
    window.chat.send(COMPLETE);
    window.await(
        () ->
            window
                .words("announcement")
                .equals("The answer has ended: 40 tokens · 12.5 tokens per second"));
  }

  private Node focus(String id) {
    Node node = window.node(id);
    node.requestFocus();
    return node;
  }

  @Test
  void anUntrainedModelIsNamedAsSuchAboveAndBesideItsAnswers() {
    assertFalse(window.isShown("untrained"));
    window.model.become(FakeModelPort.UNTRAINED);
    window.await(() -> window.isShown("untrained"));
    String notice = window.node("untrained").getAccessibleText();
    assertEquals(new Texts(Locale.ENGLISH).get("model.untrained"), notice);
    ask("Why?");
    window.chat.send(new ChatEvent.AnswerText("xyzzy"), COMPLETE);
    window.await(() -> standsBesideAnAnswer(notice));
  }

  @Test
  void theDemoModelIsNamedAsSuchAboveAndBesideItsAnswers() {
    window.model.become(FakeModelPort.DEMO);
    window.await(() -> window.isShown("model-notice"));
    assertFalse(window.isShown("untrained"));
    String notice = window.node("model-notice").getAccessibleText();
    assertEquals(new Texts(Locale.ENGLISH).get("model.demo"), notice);
    ask("How much?");
    window.chat.send(new ChatEvent.AnswerText("Net pay: 1,234.56 (p. 1)"), COMPLETE);
    window.await(() -> standsBesideAnAnswer(notice));
  }

  private boolean standsBesideAnAnswer(String notice) {
    return window.lookup(".exchange .notice-bar").queryAll().stream()
        .anyMatch(bar -> bar.isVisible() && notice.equals(bar.getAccessibleText()));
  }

  @Test
  void aModelThatFailedSaysWhyInTheWindow() {
    window.model.become(new ModelState.Failed("broken.gguf", "broken.gguf is cut short."));
    window.await(() -> window.isShown("model-error"));
    assertEquals("broken.gguf is cut short.", window.node("model-error").getAccessibleText());
    window.clickOn("#model-error .button");
    window.await(() -> !window.isShown("model-error"));
  }

  @Test
  void loadsTheModelThatIsChosen() {
    window.clickOn("#choose-model").clickOn("#choose-model-file");
    window.await(() -> window.model.loaded.equals(List.of(FakeFileDialogs.MODEL_FILE)));
    window.clickOn("#choose-model").clickOn("#choose-model-folder");
    window.await(() -> window.model.loaded.contains(FakeFileDialogs.MODEL_FOLDER));
    window.model.become(new ModelState.Loading("chosen"));
    window.awaitWords("model-name", "chosen");
    window.awaitWords("model-state", "Loading…");
  }

  @Test
  void aQuestionThatFailsSaysWhyInTheConversation() {
    ask("Why?");
    window.chat.send(new ChatEvent.Failed("The papers are too long by 300 tokens: remove one."));
    window.await(
        () ->
            window.lookup(".exchange .danger").queryAll().stream()
                .anyMatch(bar -> bar.isVisible() && bar.getAccessibleText().contains("300")));
    window.await(() -> window.isShown("send"));
  }

  @Test
  void theAnswerIsCopiedAsMarkdown() {
    ask("Why?");
    window.chat.send(new ChatEvent.AnswerText("**Because.**"), COMPLETE);
    window.await(() -> window.isShown("copy-1"));
    window.clickOn("#copy-1");
    window.await(() -> "**Because.**".equals(Clipboard.getSystemClipboard().getString()));
  }

  @Test
  void theAnswerCanBeSelectedAcrossItsBlocks() {
    ask("Why?");
    window.chat.send(new ChatEvent.AnswerText("## Why\n\n- one\n- two\n"), COMPLETE);
    window.await(() -> window.isShown("copy-1"));
    WindowFixture.on(() -> focus("answer-1"));
    window.press(KeyCode.CONTROL).push(KeyCode.A).push(KeyCode.C).release(KeyCode.CONTROL);
    window.await(() -> "Why\n• one\n• two".equals(Clipboard.getSystemClipboard().getString()));
  }

  @Test
  void theMouseSelectsAWord() {
    ask("Why?");
    window.chat.send(new ChatEvent.AnswerText("Extraordinary"), COMPLETE);
    window.await(() -> window.isShown("copy-1"));
    window.doubleClickOn("#answer-1 .text");
    window.press(KeyCode.CONTROL).push(KeyCode.C).release(KeyCode.CONTROL);
    window.await(() -> "Extraordinary".equals(Clipboard.getSystemClipboard().getString()));
  }

  @Test
  void theMouseSelectsFromOneBlockToAnother() {
    ask("Why?");
    window.chat.send(new ChatEvent.AnswerText("# First\n\n1. second\n"), COMPLETE);
    window.await(() -> window.isShown("copy-1"));
    MarkdownView answer = (MarkdownView) window.node("answer-1");
    Bounds all = WindowFixture.on(() -> answer.localToScreen(answer.getLayoutBounds()));
    window
        .moveTo(all.getMinX() + 3, all.getMinY() + 16)
        .press(MouseButton.PRIMARY)
        .moveTo(all.getMaxX() - 3, all.getMaxY() - 4)
        .release(MouseButton.PRIMARY);
    window.await(() -> answer.selectedText().equals("First\n1. second"));
  }

  @Test
  void theConversationFollowsTheStreamUntilThePersonScrollsUp() {
    ask("Why?");
    window.chat.send(new ChatEvent.AnswerText("line\n\n".repeat(60)));
    window.await(() -> conversation().getVvalue() == 1);
    window.await(() -> contentTop() < 0);
    WindowFixture.on(
        () -> {
          conversation().setVvalue(0.5);
          return true;
        });
    window.await(() -> window.isShown("to-end"));
    double top = WindowFixture.on(this::contentTop);
    window.chat.send(new ChatEvent.AnswerText("line\n\n".repeat(60)));
    window.await(() -> conversation().getVvalue() < 0.4);
    assertEquals(top, WindowFixture.on(this::contentTop), 2, "what is read stays in its place");
    window.clickOn("#to-end");
    window.await(() -> conversation().getVvalue() == 1 && !window.isShown("to-end"));
    window.chat.send(new ChatEvent.AnswerText("line\n\n".repeat(60)), COMPLETE);
    window.awaitWords("status-1", "40 tokens · 12.5 tokens per second");
    window.await(() -> conversation().getVvalue() == 1);
  }

  /** Where the conversation's upper edge is in the scene; negative when it is scrolled away. */
  private double contentTop() {
    Node content = conversation().getContent();
    return content.localToScene(content.getLayoutBounds()).getMinY();
  }

  @Test
  void beginsAnewConversation() {
    ask("Why?");
    assertTrue(window.node("new-conversation").isDisabled());
    window.chat.send(COMPLETE);
    window.await(() -> !window.node("new-conversation").isDisabled());
    window.clickOn("#new-conversation");
    window.await(() -> window.isShown("empty"));
    assertEquals(1, window.chat.forgotten.size());
  }

  @Test
  void lightAndDarkAreChangedAndRemembered() {
    window.clickOn("#theme");
    window.await(() -> window.settings.theme() == Theme.DARK);
    window.clickOn("#theme");
    window.await(() -> window.settings.theme() == Theme.LIGHT);
  }

  @Test
  void everyControlHasANameAndTheKeyboardReachesIt() {
    addReadyPaper();
    ask("Why?");
    window.chat.send(new ChatEvent.AnswerText("Because."), COMPLETE);
    window.await(() -> window.isShown("copy-1"));
    for (String type : List.of(".button", ".menu-button", ".slider", ".check-box", ".text-area")) {
      for (Node node : window.lookup(type).queryAll()) {
        String name = ((Control) node).getAccessibleText();
        assertTrue(name != null && !name.isBlank(), () -> "no name: " + node);
        assertTrue(node.isFocusTraversable(), () -> "not by keyboard: " + node);
      }
    }
  }

  @Test
  void tabGoesThroughTheControlsInTheOrderOfReading() {
    addReadyPaper();
    window.clickOn("#question").write("?");
    List<String> visited = new ArrayList<>();
    WindowFixture.on(() -> focus("choose-model"));
    for (int i = 0; i < 20 && !visited.contains("send"); i++) {
      window.push(KeyCode.TAB);
      Node focused = WindowFixture.on(() -> window.stage.getScene().getFocusOwner());
      visited.add(String.valueOf(focused.getId()));
    }
    visited.removeIf(id -> id.equals("null") || id.endsWith("-scroll"));
    assertEquals(
        List.of(
            "theme",
            "open-settings",
            "open-help",
            "open-about",
            "question",
            "open",
            "summarise",
            "effort",
            "send"),
        visited);
  }

  @Test
  void closingTheWindowStopsTheAnswer() {
    ask("Why?");
    WindowFixture.on(
        () -> {
          window.stage.hide();
          return true;
        });
    window.await(() -> window.chat.stops.get() == 1);
  }
}

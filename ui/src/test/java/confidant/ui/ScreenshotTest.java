package confidant.ui;

import static org.junit.jupiter.api.Assertions.assertTrue;

import confidant.ui.fake.FakeModelPort;
import confidant.ui.port.AboutPort.Kernels;
import confidant.ui.port.AboutPort.Obstacle;
import confidant.ui.port.ChatEvent;
import confidant.ui.port.ChatEvent.EndReason;
import confidant.ui.port.DocumentEvent;
import confidant.ui.port.Effort;
import confidant.ui.port.ModelPort.ModelState;
import confidant.ui.port.Outlook;
import confidant.ui.port.Outlook.Beginning;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeoutException;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;

/** Takes a picture of every state, for people to look at. */
class ScreenshotTest {
  private static final String ANSWER =
      """
      # Payslip for March 2026

      Your **net pay** is 2,614.38 €. Compared with the gross pay of *4,120.00 €*, about 37 % was \
      deducted, which is usual for tax class I.

      | What | Amount | Share |
      |---|---|---|
      | Gross pay | 4,120.00 € | 100 % |
      | Income tax | 661.50 € | 16 % |
      | Pension, health and care insurance | 844.12 € | 20 % |

      ## What stands out

      - The **bonus** of 200.00 € is taxed like pay.
      - Two holidays were moved to April:
        1. the 30th of March, a Monday, which the payslip counts among the days of work
        2. the 31st
      - `Personnel no. 4711` has changed since February.

      > Please tell us within three weeks if something is wrong.
      """;

  private static final String NOTES =
      "The person wants a summary. There are three papers: a payslip, a statement and a short"
          + " note. Net pay is on page 1: 2,614.38. Check: 4,120.00 minus 661.50 minus 844.12 ..."
          + " that is 2,614.38. Good. So begin with what was paid, then what stands out.";

  /** How the window looks and how large it is. */
  enum Look {
    LIGHT(Locale.ENGLISH, false, 960, 720),
    DARK(Locale.ENGLISH, true, 960, 720),
    SMALL(Locale.GERMANY, false, 640, 480),
    /** Larger than the headless screen. */
    WIDE(Locale.ENGLISH, false, 1920, 1080);

    private final Locale locale;
    private final boolean dark;
    private final double width;
    private final double height;

    Look(Locale locale, boolean dark, double width, double height) {
      this.locale = locale;
      this.dark = dark;
      this.width = width;
      this.height = height;
    }

    WindowFixture open(ModelState state) throws TimeoutException {
      WindowFixture window = new WindowFixture(locale, dark, state);
      WindowFixture.on(
          () -> {
            window.stage.setWidth(width);
            window.stage.setHeight(height);
            return true;
          });
      window.settle();
      return window;
    }

    private String name(String state) {
      return name().toLowerCase(Locale.ROOT) + "-" + state;
    }
  }

  @Test
  @Tag("xvfb")
  void onALargeScreen() throws Exception {
    papersAndAnswers(Look.WIDE);
    figures(Look.WIDE);
    models(Look.WIDE);
  }

  @ParameterizedTest
  @EnumSource(value = Look.class, mode = Mode.EXCLUDE, names = "WIDE")
  void papersAndAnswers(Look look) throws Exception {
    try (WindowFixture window = look.open(FakeModelPort.TRAINED)) {
      Screenshots.take(window, look.name("1-empty"));
      List<Path> files = List.of(Path.of("payslip.pdf"));
      Drops.hover(window.node("drop-zone"), files);
      window.await(() -> window.isShown("drop-hint"));
      Screenshots.take(window, look.name("2-dragging"));
      Drops.drop(window.node("drop-zone"), files);
      window.open(
          "secret.pdf",
          "Statement of account no. 12345678 from January to March 2026.pdf",
          "q.pdf");
      window.papers.send(
          new DocumentEvent.Ready(
              "d1", "payslip.pdf", 2, 1234, List.of("Page 2 is a picture without text.")),
          new DocumentEvent.Failed(
              "d2", "secret.pdf is encrypted: save it without its password and drop it again."),
          new DocumentEvent.Reading("d3", 3, 7));
      window.await(() -> window.lookup(".document-message").queryAll().size() == 4);
      Screenshots.take(window, look.name("3-papers"));
      window.papers.send(
          new DocumentEvent.Ready(
              "d3", "Statement of account no. 12345678.pdf", 7, 3120, List.of()),
          new DocumentEvent.Ready("d4", "q.pdf", 1, 96, List.of()));
      window.await(() -> !window.node("summarise").isDisabled());
      window.await(() -> window.chat.prepared.getLast().documentIds().size() == 3);
      window.chat.send(
          new Outlook(
              8192,
              4450,
              540,
              2048,
              true,
              new Beginning(4990, 1200, true),
              Map.of(Effort.LOW, 21.0, Effort.MEDIUM, 38.0, Effort.HIGH, 160.0)));
      window.await(() -> window.isShown("reading-ahead"));
      Screenshots.take(window, look.name("3-reading-ahead"));
      window.clickOn("#summarise");
      window.chat.send(new ChatEvent.ReadingPrompt(1536, 4600, 34));
      window.await(() -> window.words("status-1").contains("34"));
      Screenshots.take(window, look.name("4-reading"));
      window.chat.send(new ChatEvent.Reasoning("notes", 218));
      window.await(() -> window.words("status-1").contains("218"));
      Screenshots.take(window, look.name("5-thinking"));
      window.switchWorkingNotes();
      window.chat.send(new ChatEvent.Reasoning(NOTES, 310));
      window.await(() -> window.words("status-1").contains("310"));
      Screenshots.take(window, look.name("5-working-notes"));
      window.switchWorkingNotes();
      window.chat.send(new ChatEvent.AnswerText(ANSWER));
      window.await(() -> window.isShown("answer-1"));
      Screenshots.take(window, look.name("6-writing"));
      window.chat.send(new ChatEvent.Ended(EndReason.COMPLETE, 312, 7.4));
      window.await(() -> window.isShown("copy-1"));
      Screenshots.take(window, look.name("7-answered"));
      WindowFixture.on(
          () -> {
            window.node("answer-1").requestFocus();
            return true;
          });
      window.press(KeyCode.CONTROL).push(KeyCode.A).release(KeyCode.CONTROL);
      Screenshots.take(window, look.name("8-selected"));
      window.clickOn("#question").write("What changed since February?").push(KeyCode.ENTER);
      window.await(() -> window.chat.questions.size() == 2);
      window.chat.send(
          new ChatEvent.Failed(
              "The papers and the conversation are too long by 310 tokens: remove a paper or begin"
                  + " a new conversation."));
      window.await(() -> window.isShown("send"));
      Optional<String> failed = Optional.of(window.chat.questions.get(1).turnId());
      window.await(() -> window.chat.prepared.getLast().after().equals(failed));
      window.chat.send(
          new Outlook(8192, 4450, 1400, 2048, true, new Beginning(5850, 5850, false), Map.of()));
      window.await(() -> window.isShown("outlook-notice"));
      Screenshots.take(window, look.name("9-failed"));
      assertTrue(window.isShown("conversation"));
    }
  }

  @ParameterizedTest
  @EnumSource(value = Look.class, mode = Mode.EXCLUDE, names = "WIDE")
  void figures(Look look) throws Exception {
    try (WindowFixture window = look.open(FakeModelPort.TRAINED)) {
      window.open("payslip.pdf");
      window.papers.send(new DocumentEvent.Ready("d1", "payslip.pdf", 7, 1234, List.of()));
      window.await(() -> !window.node("summarise").isDisabled());
      window.pages.sources = PaperWindowTest.sources();
      window.clickOn("#summarise");
      window.chat.send(
          new ChatEvent.AnswerText(PaperWindowTest.ANSWER),
          new ChatEvent.Ended(EndReason.COMPLETE, 312, 7.4));
      window.await(() -> window.lookup(".figure").queryAll().size() == 3);
      Screenshots.take(window, look.name("e-figures"));
      window.clickOn(".figure");
      window.await(() -> window.lookup(".spoken-of").queryAll().size() == 1);
      window.clickOn("#paper-list");
      window.clickOn("#paper-find").write("tax");
      window.await(() -> window.lookup(".found-words").queryAll().size() > 1);
      Screenshots.take(window, look.name("f-paper"));
      assertTrue(window.isShown("paper"));
    }
  }

  @ParameterizedTest
  @EnumSource(value = Look.class, mode = Mode.EXCLUDE, names = "WIDE")
  void models(Look look) throws Exception {
    try (WindowFixture window = look.open(new ModelState.Loading("gpt-oss-20b"))) {
      window.await(() -> window.words("model-name").equals("gpt-oss-20b"));
      Screenshots.take(window, look.name("a-loading"));
      window.model.become(
          new ModelState.Failed(
              "gpt-oss-20b", "model-00002-of-00003.safetensors ends too early: get it again."));
      window.await(() -> window.isShown("model-error"));
      Screenshots.take(window, look.name("b-model-failed"));
      window.model.become(FakeModelPort.UNTRAINED);
      window.await(() -> window.isShown("untrained"));
      window.clickOn("#question").write("Hello?").push(KeyCode.ENTER);
      window.await(() -> window.chat.questions.size() == 1);
      window.chat.send(
          new ChatEvent.AnswerText("Zebra " + "qwertzuiop".repeat(30) + " lamp — ¿über?"),
          new ChatEvent.Ended(EndReason.LENGTH_LIMIT, 128, 55.2));
      window.await(() -> window.isShown("copy-1"));
      Screenshots.take(window, look.name("c-untrained"));
      window.about.become(new Kernels(256, 512, Obstacle.WIDTH_LIMITED, "-XX:UseAVX=2", List.of()));
      window.clickOn("#open-about");
      window.await(() -> window.isShown("about-kernels"));
      Screenshots.take(window, look.name("d-about"));
      assertTrue(window.isShown("untrained"));
    }
  }
}

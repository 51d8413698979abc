package confidant.ui.chat;

import atlantafx.base.theme.Styles;
import confidant.ui.chat.ExchangeViewModel.State;
import confidant.ui.common.Buttons;
import confidant.ui.common.Icon;
import confidant.ui.common.NoticeBar;
import confidant.ui.common.NoticeBar.Tone;
import confidant.ui.common.Shown;
import confidant.ui.common.Texts;
import confidant.ui.error.DetailsButton;
import confidant.ui.markdown.MarkdownView;
import confidant.ui.paper.FigureMarks;
import confidant.ui.paper.FigureSummary;
import confidant.ui.paper.FiguresViewModel;
import confidant.ui.port.ChatPort.Kind;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.Tooltip;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** A question and below it the answer, or where the answer is. */
final class ExchangeView extends VBox {
  private final ExchangeViewModel exchange;
  private final FiguresViewModel figures;
  private final Texts texts;
  private final int number;

  /**
   * @param number of the exchange in the conversation, from 1; part of the ids of its nodes
   */
  ExchangeView(ExchangeViewModel exchange, FiguresViewModel figures, Texts texts, int number) {
    this.exchange = exchange;
    this.figures = figures;
    this.texts = texts;
    this.number = number;
    setId("exchange-" + number);
    getStyleClass().add("exchange");
    getChildren()
        .addAll(
            question(),
            new ReasoningView(exchange, texts, number),
            new NoticeBar(Tone.WARNING, hasAnswer(), exchange.cautionProperty()).compact(),
            Shown.when(hasAnswer(), answer()),
            new FigureSummary(figures.of(exchange.question().turnId()), texts),
            progress(),
            NoticeBar.of(
                Tone.DANGER,
                exchange.failureProperty(),
                DetailsButton.of(exchange.failureCodeProperty(), texts)),
            footer());
  }

  private BooleanBinding hasAnswer() {
    return exchange.answerProperty().isNotEmpty();
  }

  private Node question() {
    boolean summary = exchange.question().kind() == Kind.SUMMARY;
    Label words = new Label(summary ? texts.get("exchange.summary") : exchange.question().text());
    words.getStyleClass().add("question");
    words.setWrapText(true);
    words.setMinHeight(Region.USE_PREF_SIZE);
    HBox row = new HBox(words);
    row.setAlignment(Pos.CENTER_RIGHT);
    return row;
  }

  private MarkdownView answer() {
    MarkdownView view = new MarkdownView(texts.get("menu.copy"), texts.get("menu.select-all"));
    view.setId("answer-" + number);
    view.markdownProperty().bind(exchange.answerProperty());
    FigureMarks.follow(view, exchange.question().turnId(), figures, texts);
    // After the view has taken the text in, which listens for changes, too.
    view.markdownProperty().subscribe((_, _) -> lookUpFigures(view));
    exchange.stateProperty().subscribe(_ -> lookUpFigures(view));
    return view;
  }

  /** Once the answer is whole: half a figure is another one. */
  private void lookUpFigures(MarkdownView view) {
    if (exchange.stateProperty().get().isFinal() && hasAnswer().get()) {
      figures.lookUp(
          exchange.question().turnId(), view.plainText(), exchange.question().documentIds());
    }
  }

  private ProgressBar progress() {
    ProgressBar bar = new ProgressBar();
    bar.getStyleClass().add(Styles.SMALL);
    bar.setMaxWidth(Double.MAX_VALUE);
    bar.setAccessibleText(texts.get("exchange.progress"));
    bar.progressProperty()
        .bind(
            exchange
                .promptProgressProperty()
                .map(prompt -> prompt.total() == 0 ? 0 : (double) prompt.done() / prompt.total()));
    return Shown.when(exchange.stateProperty().map(state -> state == State.READING_PROMPT), bar);
  }

  private Node footer() {
    AnswerStatus status = new AnswerStatus(texts);
    Label label = new Label();
    label.setId("status-" + number);
    label.getStyleClass().add("status");
    label.setWrapText(true);
    label.setMinHeight(Region.USE_PREF_SIZE);
    label
        .textProperty()
        .bind(
            Bindings.createStringBinding(
                () -> status.of(exchange),
                exchange.stateProperty(),
                exchange.promptProgressProperty(),
                exchange.partProperty(),
                exchange.thinkingTokensProperty(),
                exchange.thinkingSecondsProperty(),
                exchange.answerNowWantedProperty(),
                exchange.closedProperty(),
                exchange.endProperty()));
    HBox.setHgrow(label, Priority.ALWAYS);
    Button copy = Buttons.icon(Icon.COPY, texts.get("exchange.copy"), this::copyAnswer);
    copy.setId("copy-" + number);
    BooleanBinding over =
        Bindings.createBooleanBinding(
            () -> exchange.stateProperty().get().isFinal(), exchange.stateProperty());
    HBox footer = new HBox(Shown.when(hasAnswer().and(over), copy), label, answerNow());
    footer.getStyleClass().add("exchange-footer");
    footer.setAlignment(Pos.CENTER_LEFT);
    return Shown.when(exchange.stateProperty().isNotEqualTo(State.FAILED).or(hasAnswer()), footer);
  }

  private Node answerNow() {
    Button button = new Button(texts.get("exchange.answer-now"));
    button.setId("answer-now-" + number);
    button.getStyleClass().add(Styles.SMALL);
    button.setMinWidth(Region.USE_PREF_SIZE);
    button.setAccessibleText(button.getText());
    button.setTooltip(new Tooltip(texts.get("exchange.answer-now-help")));
    button.setOnAction(_ -> exchange.answerNow());
    return Shown.when(exchange.canAnswerNowProperty(), button);
  }

  private void copyAnswer() {
    ClipboardContent content = new ClipboardContent();
    content.putString(exchange.answerProperty().get());
    Clipboard.getSystemClipboard().setContent(content);
  }
}

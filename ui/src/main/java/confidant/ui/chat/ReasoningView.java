package confidant.ui.chat;

import confidant.ui.chat.ExchangeViewModel.State;
import confidant.ui.common.Shown;
import confidant.ui.common.Texts;
import javafx.beans.binding.Bindings;
import javafx.scene.control.TextArea;
import javafx.scene.control.TitledPane;

/**
 * The model's reasoning where somebody wants to see it, marked as what it is: notes that nobody
 * checked. Open while the model thinks; it closes itself when the answer comes.
 */
final class ReasoningView extends TitledPane {
  private static final int ROWS = 5;

  ReasoningView(ExchangeViewModel exchange, Texts texts, int number) {
    TextArea notes = new TextArea();
    notes.setId("reasoning-" + number);
    notes.getStyleClass().add("reasoning-notes");
    notes.setEditable(false);
    notes.setWrapText(true);
    notes.setPrefRowCount(ROWS);
    notes.setAccessibleText(texts.get("reasoning.name"));
    exchange.reasoningProperty().subscribe(all -> show(all, notes));

    getStyleClass().add("reasoning");
    setContent(notes);
    setAnimated(false);
    textProperty()
        .bind(
            Bindings.createStringBinding(
                () ->
                    texts.get(
                        "reasoning.title",
                        exchange.thinkingSecondsProperty().get(),
                        exchange.thinkingTokensProperty().get()),
                exchange.thinkingSecondsProperty(),
                exchange.thinkingTokensProperty()));
    accessibleTextProperty().bind(textProperty());
    exchange
        .stateProperty()
        .subscribe(
            (before, now) -> {
              if (before == State.THINKING && now != State.THINKING) {
                setExpanded(false);
              }
            });
    setExpanded(!exchange.stateProperty().get().isFinal());
    Shown.when(exchange.reasoningProperty().isNotEmpty(), this);
  }

  /** Appends what is new, so that the end stays in sight and a selection is kept. */
  private static void show(String all, TextArea notes) {
    int shown = notes.getLength();
    if (all.length() > shown && all.startsWith(notes.getText())) {
      notes.appendText(all.substring(shown));
    } else {
      notes.setText(all);
    }
  }
}

package confidant.ui.chat;

import confidant.ui.common.Shown;
import confidant.ui.common.Texts;
import confidant.ui.port.Outlook;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.value.ObservableValue;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;

/** One quiet line: how far papers are read ahead, and how much room there is. */
final class OutlookLine extends HBox {

  OutlookLine(OutlookViewModel model, Texts texts) {
    getStyleClass().add("outlook-line");
    setAlignment(Pos.CENTER_LEFT);
    ReadOnlyObjectProperty<Outlook> outlook = model.outlookProperty();

    Label ahead = new Label();
    ahead.setId("reading-ahead");
    ahead.textProperty().bind(outlook.map(now -> ahead(now, texts)));
    BooleanBinding underWay = model.readingAheadProperty().and(hasPapers(outlook));

    Region space = new Region();
    setHgrow(space, Priority.ALWAYS);
    getChildren().addAll(Shown.when(underWay, ahead), space, meter(outlook, texts));
  }

  private static BooleanBinding hasPapers(ReadOnlyObjectProperty<Outlook> outlook) {
    return Bindings.createBooleanBinding(
        () -> outlook.get().paperTokens() > 0 && outlook.get().whole(), outlook);
  }

  private static String ahead(Outlook outlook, Texts texts) {
    return texts.get(
        "outlook.reading", outlook.beginning().readTokens(), outlook.beginning().tokens());
  }

  /** The bar and its words; hidden until a model tells how much it can keep in mind. */
  private static Node meter(ReadOnlyObjectProperty<Outlook> outlook, Texts texts) {
    Label words = new Label();
    words.setId("context-use");
    words.setMinWidth(Region.USE_PREF_SIZE);
    ObservableValue<String> use =
        outlook.map(
            now ->
                texts.get(
                    "outlook.use",
                    now.paperTokens(),
                    now.conversationTokens(),
                    now.contextTokens()));
    words.textProperty().bind(use);
    ContextBar bar = new ContextBar(outlook);
    bar.accessibleTextProperty().bind(use);
    Tooltip help = new Tooltip();
    help.setWrapText(true);
    help.setMaxWidth(360);
    help.textProperty().bind(outlook.map(now -> texts.get("outlook.help", now.answerTokens())));
    words.setTooltip(help);
    HBox meter = new HBox(bar, words);
    meter.setId("context-meter");
    meter.setAlignment(Pos.CENTER_RIGHT);
    return Shown.when(outlook.map(now -> now.contextTokens() > 0), meter);
  }
}

package confidant.ui.chat;

import atlantafx.base.theme.Styles;
import confidant.ui.common.Buttons;
import confidant.ui.common.Children;
import confidant.ui.common.Column;
import confidant.ui.common.Icon;
import confidant.ui.common.Shown;
import confidant.ui.common.Texts;
import confidant.ui.paper.FiguresViewModel;
import javafx.beans.binding.Bindings;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/** The conversation, its end kept in sight while it grows. */
public final class ConversationView extends StackPane {
  public ConversationView(
      ConversationViewModel conversation, FiguresViewModel figures, Texts texts) {
    VBox column = new VBox();
    column.setId("conversation");
    column.setAccessibleText(texts.get("conversation.name"));
    Children.follow(
        conversation.exchanges(),
        column.getChildren(),
        exchange ->
            new ExchangeView(
                exchange, figures, texts, conversation.exchanges().indexOf(exchange) + 1));

    ScrollPane scroll = new ScrollPane(Column.around(column));
    scroll.setId("conversation-scroll");
    scroll.setFitToWidth(true);
    scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
    FollowingScroll end = new FollowingScroll(scroll);
    // One who asks wants to see the answer.
    Bindings.size(conversation.exchanges()).subscribe(_ -> end.toEnd());

    Button toEnd = Buttons.icon(Icon.DOWN, texts.get("conversation.to-end"), end::toEnd);
    toEnd.setId("to-end");
    toEnd.getStyleClass().removeAll(Styles.FLAT);
    setAlignment(toEnd, Pos.BOTTOM_CENTER);
    getStyleClass().add("conversation-pane");
    getChildren().addAll(scroll, Shown.when(end.followingProperty().not(), toEnd));
    Shown.when(Bindings.isNotEmpty(conversation.exchanges()), this);
  }
}

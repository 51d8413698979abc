package confidant.ui.chat;

import confidant.ui.port.Outlook;
import javafx.beans.value.ObservableValue;
import javafx.scene.AccessibleRole;
import javafx.scene.layout.Region;

/** How full the context is: a track, the papers' part and the conversation's part of it. */
final class ContextBar extends Region {
  private final Region papers = new Region();
  private final Region conversation = new Region();
  private Outlook shown = Outlook.UNKNOWN;

  ContextBar(ObservableValue<Outlook> outlook) {
    getStyleClass().add("context-bar");
    papers.getStyleClass().add("papers");
    conversation.getStyleClass().add("conversation");
    setAccessibleRole(AccessibleRole.IMAGE_VIEW);
    getChildren().addAll(papers, conversation);
    outlook.subscribe(
        now -> {
          shown = now;
          requestLayout();
        });
  }

  @Override
  protected void layoutChildren() {
    double width = getWidth();
    double end = Math.min(width, share(shown.paperTokens()) * width);
    papers.resizeRelocate(0, 0, end, getHeight());
    double more = Math.min(width - end, share(shown.conversationTokens()) * width);
    conversation.resizeRelocate(end, 0, more, getHeight());
  }

  private double share(int tokens) {
    return shown.contextTokens() == 0 ? 0 : (double) tokens / shown.contextTokens();
  }
}

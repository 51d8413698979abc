package confidant.ui.documents;

import confidant.ui.common.Children;
import confidant.ui.common.Shown;
import confidant.ui.common.Texts;
import javafx.beans.binding.Bindings;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.Region;

/** The papers as chips; beyond a few rows they scroll. */
public final class DocumentsView extends ScrollPane {
  /** Room for three rows of plain chips. */
  private static final double MAX_HEIGHT = 140;

  private final FlowPane chips = new FlowPane();

  public DocumentsView(DocumentsViewModel documents, Texts texts) {
    setId("documents-scroll");
    chips.setId("documents");
    chips.setAccessibleText(texts.get("documents.name"));
    setContent(chips);
    setFitToWidth(true);
    setHbarPolicy(ScrollBarPolicy.NEVER);
    // A scroll pane asks for no more than a default height by itself.
    prefViewportHeightProperty().bind(Bindings.min(MAX_HEIGHT, chips.heightProperty()));
    setMinHeight(Region.USE_PREF_SIZE);
    Children.follow(
        documents.documents(),
        chips.getChildren(),
        document -> new DocumentChip(document, texts, () -> documents.remove(document)));
    Shown.when(Bindings.isNotEmpty(documents.documents()), this);
  }
}

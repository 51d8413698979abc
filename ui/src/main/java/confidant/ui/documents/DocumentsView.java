package confidant.ui.documents;

import confidant.ui.common.Children;
import confidant.ui.common.Shown;
import confidant.ui.common.Texts;
import java.util.function.Consumer;
import javafx.beans.binding.Bindings;
import javafx.beans.value.ObservableValue;
import javafx.geometry.VPos;
import javafx.scene.Scene;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.Region;
import org.jspecify.annotations.Nullable;

/** The papers as chips; beyond a few rows they scroll. */
public final class DocumentsView extends ScrollPane {
  /** Room for three rows of plain chips, in pixels. */
  private static final double MAX_HEIGHT = 140;

  /** And never more of the window than this. */
  private static final double MAX_SHARE = 0.2;

  private final FlowPane chips = new FlowPane();

  /**
   * @param show lets the person look at the paper that is named so
   */
  public DocumentsView(DocumentsViewModel documents, Texts texts, Consumer<String> show) {
    setId("documents-scroll");
    chips.setId("documents");
    chips.setRowValignment(VPos.TOP);
    chips.setAccessibleText(texts.get("documents.name"));
    setContent(chips);
    setFitToWidth(true);
    setHbarPolicy(ScrollBarPolicy.NEVER);
    // A scroll pane asks for no more than a default height by itself.
    ObservableValue<Number> share =
        sceneProperty().flatMap(Scene::heightProperty).map(h -> MAX_SHARE * h.doubleValue());
    prefViewportHeightProperty()
        .bind(
            Bindings.createDoubleBinding(
                () -> Math.min(chips.getHeight(), maxHeight(share.getValue())),
                chips.heightProperty(),
                share));
    setMinHeight(Region.USE_PREF_SIZE);
    Children.follow(
        documents.documents(),
        chips.getChildren(),
        document ->
            new DocumentChip(
                document,
                texts,
                () -> show.accept(document.id()),
                () -> documents.remove(document),
                () -> documents.password().ask(document)));
    Shown.when(Bindings.isNotEmpty(documents.documents()), this);
  }

  private static double maxHeight(@Nullable Number share) {
    return share == null ? MAX_HEIGHT : Math.min(MAX_HEIGHT, share.doubleValue());
  }
}

package confidant.ui;

import confidant.ui.common.Shown;
import confidant.ui.common.Texts;
import confidant.ui.documents.DocumentsViewModel;
import confidant.ui.models.ModelViewModel;
import confidant.ui.settings.HalfCoresSwitch;
import confidant.ui.settings.SettingsViewModel;
import javafx.beans.binding.Bindings;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;

/**
 * One quiet line: the promise of privacy, how much of the context the papers take, and how much of
 * the computer answers do.
 */
final class StatusBar extends HBox {

  StatusBar(
      DocumentsViewModel documents, ModelViewModel model, SettingsViewModel settings, Texts texts) {
    getStyleClass().add("status-bar");
    setAlignment(Pos.CENTER_LEFT);
    Label promise = new Label(texts.get("status.private"));
    Region space = new Region();
    setHgrow(space, Priority.ALWAYS);
    ReadOnlyIntegerProperty used = documents.tokensProperty();
    ReadOnlyIntegerProperty context = model.contextTokensProperty();
    Label use = new Label();
    use.setId("context-use");
    use.setMinWidth(Region.USE_PREF_SIZE);
    use.textProperty()
        .bind(
            Bindings.createStringBinding(
                () -> texts.get("status.context", used.get(), context.get()), used, context));
    getChildren()
        .addAll(
            promise,
            space,
            Shown.when(used.greaterThan(0).and(context.greaterThan(0)), use),
            new HalfCoresSwitch(settings, texts));
  }
}

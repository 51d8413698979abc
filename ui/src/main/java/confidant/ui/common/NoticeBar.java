package confidant.ui.common;

import java.util.Locale;
import javafx.beans.binding.Bindings;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.value.ObservableBooleanValue;
import javafx.beans.value.ObservableStringValue;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;

/** A sentence that stands in the window: a caution or something that went wrong. */
public final class NoticeBar extends HBox {

  /** How grave it is. */
  public enum Tone {
    INFO,
    WARNING,
    DANGER
  }

  /**
   * @param condition it is shown while this holds and there is a sentence
   * @param sentence what it says
   * @param actions buttons at its end
   */
  public NoticeBar(
      Tone tone,
      ObservableBooleanValue condition,
      ObservableStringValue sentence,
      Node... actions) {
    getStyleClass().addAll("notice-bar", tone.name().toLowerCase(Locale.ROOT));
    Label label = new Label();
    label.getStyleClass().add("notice-text");
    label.setWrapText(true);
    label.setMinHeight(Region.USE_PREF_SIZE);
    label.textProperty().bind(sentence);
    setHgrow(label, Priority.ALWAYS);
    label.setMaxWidth(Double.MAX_VALUE);
    getChildren().addAll(Icon.WARNING.draw(), label);
    getChildren().addAll(actions);
    setMinHeight(Region.USE_PREF_SIZE);
    accessibleTextProperty().bind(sentence);
    Shown.when(Bindings.and(condition, Bindings.isNotEmpty(sentence)), this);
  }

  /** A bar that is shown whenever there is a sentence. */
  public static NoticeBar of(Tone tone, ObservableStringValue sentence, Node... actions) {
    return new NoticeBar(tone, new ReadOnlyBooleanWrapper(true), sentence, actions);
  }

  /** Smaller, for a place beside other text. */
  public NoticeBar compact() {
    getStyleClass().add("compact");
    return this;
  }
}

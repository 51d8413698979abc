package confidant.ui.paper;

import confidant.ui.common.Buttons;
import confidant.ui.common.Icon;
import confidant.ui.common.Texts;
import java.util.List;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;

/** Which of several places one is at, and the way to the others. */
final class PlacesBar extends HBox {

  /**
   * @param id begins the ids of its nodes and, with a point for the hyphen, the key of its words:
   *     place and number of places
   */
  PlacesBar(String id, PlacesViewModel places, Texts texts) {
    getStyleClass().add("places-bar");
    setAlignment(Pos.CENTER_LEFT);
    Label count = new Label();
    count.setId(id + "-count");
    count.setMinWidth(Region.USE_PREF_SIZE);
    count
        .textProperty()
        .bind(
            Bindings.createStringBinding(
                () -> {
                  List<?> all = places.placesProperty().get();
                  int number = all.isEmpty() ? 0 : places.indexProperty().get() + 1;
                  return texts.get(id.replaceFirst("-", ".") + "-count", number, all.size());
                },
                places.placesProperty(),
                places.indexProperty()));
    BooleanBinding few =
        Bindings.createBooleanBinding(
            () -> places.placesProperty().get().size() < 2, places.placesProperty());
    Button previous = Buttons.icon(Icon.UP, texts.get("paper.previous-place"), places::previous);
    previous.setId(id + "-previous");
    Button next = Buttons.icon(Icon.DOWN, texts.get("paper.next-place"), places::next);
    next.setId(id + "-next");
    previous.disableProperty().bind(few);
    next.disableProperty().bind(few);
    getChildren().addAll(count, previous, next);
  }
}

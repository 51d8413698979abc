package confidant.ui.paper;

import confidant.ui.port.PaperPort.Place;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/** Places to step through, one of them the present one. */
public final class PlacesViewModel {
  private final Consumer<Place> show;
  private final ReadOnlyObjectWrapper<List<Place>> places = new ReadOnlyObjectWrapper<>(List.of());
  private final ReadOnlyIntegerWrapper index = new ReadOnlyIntegerWrapper();

  /**
   * @param show brings the present place into sight
   */
  PlacesViewModel(Consumer<Place> show) {
    this.show = show;
  }

  /** Begins at the first of {@code found}. */
  void set(List<Place> found) {
    index.set(0);
    places.set(List.copyOf(found));
    present().ifPresent(show);
  }

  /** Goes to the next place; behind the last comes the first. */
  public void next() {
    step(1);
  }

  /** Goes to the place before; before the first comes the last. */
  public void previous() {
    step(-1);
  }

  private void step(int by) {
    if (!places.get().isEmpty()) {
      index.set(Math.floorMod(index.get() + by, places.get().size()));
      present().ifPresent(show);
    }
  }

  /** Where one is; empty if there is no place. */
  public Optional<Place> present() {
    return places.get().isEmpty() ? Optional.empty() : Optional.of(places.get().get(index.get()));
  }

  public ReadOnlyObjectProperty<List<Place>> placesProperty() {
    return places.getReadOnlyProperty();
  }

  /** Which place is the present one, from 0. */
  public ReadOnlyIntegerProperty indexProperty() {
    return index.getReadOnlyProperty();
  }
}

package confidant.ui.paper;

import confidant.ui.port.PaperPort;
import confidant.ui.port.PaperPort.PageSize;
import confidant.ui.port.PaperPort.Word;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executor;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/**
 * One page. Its picture and its words are there while it is shown: what is out of sight costs no
 * memory.
 */
public final class PageViewModel {

  /** Dots per point of a page in the list of pages. */
  private static final double THUMBNAIL_DOTS = 0.25;

  /** Finer pictures hold no more than the eye sees. */
  private static final double MOST_DOTS = 8;

  /**
   * Pictures are painted in sizes that are this factor apart, so that not every zoom is painted.
   */
  private static final double STEP = Math.cbrt(2);

  private final PaperPort port;
  private final Executor executor;
  private final String documentId;
  private final int number;
  private final PageSize size;
  private final ReadOnlyObjectWrapper<Optional<byte[]>> picture =
      new ReadOnlyObjectWrapper<>(Optional.empty());
  private final ReadOnlyObjectWrapper<Optional<byte[]>> thumbnail =
      new ReadOnlyObjectWrapper<>(Optional.empty());
  private final ReadOnlyBooleanWrapper unpaintable = new ReadOnlyBooleanWrapper();
  private final ReadOnlyObjectWrapper<List<Word>> words = new ReadOnlyObjectWrapper<>(List.of());
  private Runnable takeBack = () -> {};
  private double ordered;
  private boolean wordsAsked;
  private boolean thumbnailAsked;

  PageViewModel(PaperPort port, Executor executor, String documentId, int number, PageSize size) {
    this.port = port;
    this.executor = executor;
    this.documentId = documentId;
    this.number = number;
    this.size = size;
  }

  /** Wants its picture with at least {@code dotsPerPoint}, and its words. */
  public void show(double dotsPerPoint) {
    double dots = step(dotsPerPoint);
    if (dots != ordered) {
      takeBack.run();
      ordered = dots;
      takeBack =
          port.picture(documentId, number, dots, png -> executor.execute(() -> painted(dots, png)));
    }
    if (!wordsAsked) {
      wordsAsked = true;
      port.words(documentId, number, found -> executor.execute(() -> words.set(found)));
    }
  }

  /** The least of the sizes that pictures are painted in which is fine enough. */
  static double step(double dotsPerPoint) {
    double steps = Math.ceil(Math.log(dotsPerPoint) / Math.log(STEP) - 1e-9);
    return Math.min(MOST_DOTS, Math.pow(STEP, steps));
  }

  private void painted(double dots, Optional<byte[]> png) {
    if (dots == ordered) {
      unpaintable.set(png.isEmpty());
      png.ifPresent(bytes -> picture.set(Optional.of(bytes)));
    }
  }

  /** Is out of sight. */
  public void hide() {
    takeBack.run();
    takeBack = () -> {};
    ordered = 0;
    picture.set(Optional.empty());
  }

  /** Wants its picture for the list of pages. */
  public void showThumbnail() {
    if (!thumbnailAsked) {
      thumbnailAsked = true;
      port.picture(
          documentId, number, THUMBNAIL_DOTS, png -> executor.execute(() -> thumbnail.set(png)));
    }
  }

  public String documentId() {
    return documentId;
  }

  /** Counted from 1. */
  public int number() {
    return number;
  }

  /** In points. */
  public PageSize size() {
    return size;
  }

  /** The page in the format PNG, as soon as it is painted. */
  public ReadOnlyObjectProperty<Optional<byte[]>> pictureProperty() {
    return picture.getReadOnlyProperty();
  }

  /** A small picture in the format PNG. */
  public ReadOnlyObjectProperty<Optional<byte[]>> thumbnailProperty() {
    return thumbnail.getReadOnlyProperty();
  }

  /** Whether it was tried to paint the page, and could not be done. */
  public ReadOnlyBooleanProperty unpaintableProperty() {
    return unpaintable.getReadOnlyProperty();
  }

  /** Its words in reading order; none until they are there. */
  public ReadOnlyObjectProperty<List<Word>> wordsProperty() {
    return words.getReadOnlyProperty();
  }
}

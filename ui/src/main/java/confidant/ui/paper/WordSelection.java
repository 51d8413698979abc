package confidant.ui.paper;

import confidant.ui.port.PaperPort.Box;
import confidant.ui.port.PaperPort.Word;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/** The words of a paper that are selected, in reading order, perhaps over several pages. */
public final class WordSelection {

  /** A word of another line must be nearer by this factor than one of the same line. */
  private static final double LINE_WEIGHT = 50;

  /**
   * A word.
   *
   * @param page counted from 1
   * @param index among the words of the page
   */
  record Position(int page, int index) implements Comparable<Position> {
    @Override
    public int compareTo(Position other) {
      return Comparator.comparingInt(Position::page)
          .thenComparingInt(Position::index)
          .compare(this, other);
    }
  }

  /** From a word to another, both included; {@code first} is not behind {@code last}. */
  record Range(Position first, Position last) {}

  private final List<PageViewModel> pages;
  private final ReadOnlyObjectWrapper<List<Range>> range = new ReadOnlyObjectWrapper<>(List.of());
  private Position anchor = new Position(0, 0);

  /**
   * Nothing is selected.
   *
   * @param pages of the paper; followed as they change
   */
  WordSelection(List<PageViewModel> pages) {
    this.pages = pages;
  }

  /** Begins at a point of a page, in points; nothing is selected yet. */
  public void begin(int page, double x, double y) {
    range.set(List.of());
    anchor = new Position(page, nearest(words(page), x, y));
  }

  /** Selects the word at a point of a page. */
  public void selectWord(int page, double x, double y) {
    begin(page, x, y);
    extendTo(page, x, y);
  }

  /** Selects up to a point of a page. */
  public void extendTo(int page, double x, double y) {
    Position caret = new Position(page, nearest(words(page), x, y));
    if (anchor.index() < 0 || caret.index() < 0 || anchor.page() == 0) {
      return;
    }
    boolean forwards = anchor.compareTo(caret) <= 0;
    range.set(List.of(forwards ? new Range(anchor, caret) : new Range(caret, anchor)));
  }

  public void clear() {
    anchor = new Position(0, 0);
    range.set(List.of());
  }

  /** The places of the selected words of a page. */
  public List<Box> boxes(int page) {
    return selected(page).stream().map(Word::box).toList();
  }

  /** What is selected, with the gaps between the words; empty if nothing. */
  public String text() {
    StringBuilder text = new StringBuilder();
    for (PageViewModel page : pages) {
      List<Word> words = selected(page.number());
      for (int i = 0; i < words.size(); i++) {
        String gap = i == 0 ? "\n" : words.get(i).gap();
        text.append(text.isEmpty() ? "" : gap).append(words.get(i).text());
      }
    }
    return text.toString();
  }

  private List<Word> selected(int page) {
    List<Word> selected = new ArrayList<>();
    for (Range each : range.get()) {
      List<Word> words = words(page);
      for (int i = 0; i < words.size(); i++) {
        Position position = new Position(page, i);
        if (each.first().compareTo(position) <= 0 && position.compareTo(each.last()) <= 0) {
          selected.add(words.get(i));
        }
      }
    }
    return selected;
  }

  private List<Word> words(int page) {
    return page < 1 || page > pages.size() ? List.of() : pages.get(page - 1).wordsProperty().get();
  }

  /**
   * The word at or next to a point, rather on its line than above or below; -1 if there is none.
   */
  static int nearest(List<Word> words, double x, double y) {
    int nearest = -1;
    double least = Double.POSITIVE_INFINITY;
    for (int i = 0; i < words.size(); i++) {
      Box box = words.get(i).box();
      double across = Math.max(0, Math.max(box.left() - x, x - box.left() - box.width()));
      double down = Math.max(0, Math.max(box.top() - y, y - box.top() - box.height()));
      double distance = Math.hypot(across, LINE_WEIGHT * down);
      if (distance < least) {
        least = distance;
        nearest = i;
      }
    }
    return nearest;
  }

  /** Changes whenever something else is selected; at most one range. */
  ReadOnlyObjectProperty<List<Range>> rangeProperty() {
    return range.getReadOnlyProperty();
  }
}

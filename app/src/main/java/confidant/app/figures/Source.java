package confidant.app.figures;

import java.util.List;

/**
 * Where a figure of an answer comes from.
 *
 * @param start of the figure in the answer's text
 * @param end of the figure in the answer's text, excluded
 * @param kind what it is
 * @param places where it stands in the papers, the likeliest first; none if it stands nowhere
 */
public record Source(int start, int end, Kind kind, List<Place> places) {

  /** What stands in the answer. */
  public enum Kind {
    /** An amount, a date, a share, a number. */
    FIGURE,
    /** The number of a page, such as in {@code (p. 2)}. */
    PAGE
  }

  public Source {
    places = List.copyOf(places);
  }
}

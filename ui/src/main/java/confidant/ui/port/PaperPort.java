package confidant.ui.port;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Papers as they look and where their figures stand. Places are in points from the top left corner
 * of an upright page. Nothing here blocks; every listener is told once, on any thread.
 */
public interface PaperPort {

  /** Tells the pages of a paper that was read; none if it is not there any more. */
  void pages(String documentId, Consumer<List<PageSize>> listener);

  /**
   * Paints a page. Of several that wait, the one asked for last comes first.
   *
   * @param dotsPerPoint fewer if the picture would become too large
   * @param listener gets a picture in the format PNG; nothing if the page cannot be painted
   * @return takes the order back if painting has not begun; its listener may then not be told
   */
  Runnable picture(
      String documentId, int page, double dotsPerPoint, Consumer<Optional<byte[]>> listener);

  /** Tells the words of a page in reading order. */
  void words(String documentId, int page, Consumer<List<Word>> listener);

  /** Finds all places where a paper holds {@code words}, whatever their case, in reading order. */
  void find(String documentId, String words, Consumer<List<Place>> listener);

  /**
   * Looks up every figure of an answer in papers.
   *
   * @param text the answer as plain text, a line for each paragraph or cell
   * @param listener gets what was found, in the order of the text
   */
  void sources(String text, List<String> documentIds, Consumer<List<Source>> listener);

  /** Width and height of a page in points. */
  record PageSize(double width, double height) {}

  /** A part of a page in points. */
  record Box(double left, double top, double width, double height) {}

  /**
   * A word.
   *
   * @param gap what stands between it and the word before: blanks, or the end of a line
   */
  record Word(String text, String gap, Box box) {}

  /**
   * A place in a paper.
   *
   * @param page counted from 1
   * @param boxes what is meant on it; none for the page as a whole
   */
  record Place(String documentId, int page, List<Box> boxes) {
    public Place {
      boxes = List.copyOf(boxes);
    }
  }

  /**
   * Where a figure of an answer comes from.
   *
   * @param start of the figure in the text
   * @param end of the figure in the text, excluded
   * @param places where it stands, the likeliest first; none if it stands in none of the papers
   */
  record Source(int start, int end, Kind kind, List<Place> places) {
    public Source {
      places = List.copyOf(places);
    }
  }

  /** What stands in an answer. */
  enum Kind {
    /** An amount, a date, a share, a number. */
    FIGURE,
    /** The number of a page. */
    PAGE
  }
}

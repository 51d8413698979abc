package confidant.ingest.extract;

import java.util.List;

/** How taking the glyphs out of a file ended. */
public sealed interface Extraction {

  /**
   * All pages asked for were seen.
   *
   * @param pages pages of the file
   * @param damagedPages pages on which part of the content could not be run
   * @param pagesWithUnknownGlyphs pages with glyphs of which the file does not say what they mean
   */
  record Done(int pages, List<Integer> damagedPages, List<Integer> pagesWithUnknownGlyphs)
      implements Extraction {
    public Done {
      damagedPages = List.copyOf(damagedPages);
      pagesWithUnknownGlyphs = List.copyOf(pagesWithUnknownGlyphs);
    }
  }

  /** It ended early. */
  record Failed(Cause cause) implements Extraction {}

  /** Why it ended early. */
  enum Cause {
    EMPTY_FILE,
    PASSWORD_NEEDED,
    PASSWORD_WRONG,
    DAMAGED,
    NO_SUCH_PAGES,
    TOO_MANY_PAGES,
    TOO_MUCH_WORK,
    CANCELLED
  }
}

package confidant.ingest.document;

/**
 * A figure, date, name or number that a paper states, with the place where it stands.
 *
 * @param name what it is, such as {@code gross} or {@code transaction.amount}; the same for papers
 *     of every language
 * @param item which of several things of this name it belongs to, counted from 1; 0 if there is
 *     only one
 * @param value in one form for all papers: amounts as {@code -1234.56}, days as {@code 2024-12-31},
 *     account numbers masked but for their last four characters. A day that can be read in two ways
 *     is written as both.
 * @param raw as it stands on the paper, without currency sign
 * @param page counted from 1
 * @param box where on the page {@code raw} stands; estimated where the file has no places
 * @param confidence from 0, a guess, to 1, certain
 */
public record Field(
    String name, int item, String value, String raw, int page, BoundingBox box, double confidence) {

  public Field {
    if (item < 0 || confidence < 0 || confidence > 1) {
      throw new IllegalArgumentException("item " + item + ", confidence " + confidence);
    }
  }

  /** Names this field among all of its document: {@code transaction[3].amount} or {@code gross}. */
  public String key() {
    if (item == 0) {
      return name;
    }
    int dot = name.indexOf('.');
    return dot < 0
        ? name + "[" + item + "]"
        : name.substring(0, dot) + "[" + item + "]" + name.substring(dot);
  }
}

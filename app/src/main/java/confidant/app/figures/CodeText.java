package confidant.app.figures;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * A text by its letters and digits alone.
 *
 * @param original the text
 * @param code its letters and digits, in capitals
 * @param places where each of them stands in the original
 */
record CodeText(String original, String code, int[] places) {

  /** A part of the original; {@code end} is excluded. */
  record Range(int start, int end) {}

  static CodeText of(String text) {
    StringBuilder code = new StringBuilder();
    int[] places = new int[text.length()];
    for (int i = 0; i < text.length(); i++) {
      if (Character.isLetterOrDigit(text.charAt(i))) {
        places[code.length()] = i;
        code.append(Character.toUpperCase(text.charAt(i)));
      }
    }
    return new CodeText(text, code.toString(), Arrays.copyOf(places, code.length()));
  }

  /** Where {@code wanted} stands, with nothing glued to it. */
  List<Range> find(String wanted) {
    return find(wanted, false);
  }

  /** Where {@code wanted} ends a longer run of letters and digits. */
  List<Range> findEndings(String wanted) {
    return find(wanted, true);
  }

  private List<Range> find(String wanted, boolean ending) {
    List<Range> found = new ArrayList<>();
    for (int at = code.indexOf(wanted); at >= 0; at = code.indexOf(wanted, at + 1)) {
      int start = places[at];
      int end = places[at + wanted.length() - 1] + 1;
      boolean freeAfter = end == original.length() || !(isPart(end) || hasFraction(end));
      boolean freeBefore = start == 0 || !isPart(start - 1);
      if (freeAfter && (ending || freeBefore)) {
        found.add(new Range(start, end));
      }
    }
    return found;
  }

  /** Whether a fraction goes on where a code would end. */
  private boolean hasFraction(int at) {
    return (original.charAt(at) == '.' || original.charAt(at) == ',')
        && at + 1 < original.length()
        && isPart(at + 1);
  }

  private boolean isPart(int at) {
    return Character.isLetterOrDigit(original.charAt(at));
  }
}

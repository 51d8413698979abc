package confidant.ingest.flow.sheet;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A place such as {@code B7}.
 *
 * @param row from 0
 * @param column from 0
 */
record CellReference(int row, int column) {

  private static final Pattern FORM = Pattern.compile("([A-Za-z]{1,3})(\\d{1,7})");

  static Optional<CellReference> parse(String text) {
    Matcher matcher = FORM.matcher(text);
    if (!matcher.matches()) {
      return Optional.empty();
    }
    int column = 0;
    String letters = matcher.group(1);
    for (int i = 0; i < letters.length(); i++) {
      column = column * 26 + Character.toUpperCase(letters.charAt(i)) - 'A' + 1;
    }
    return Optional.of(new CellReference(Integer.parseInt(matcher.group(2)) - 1, column - 1));
  }
}

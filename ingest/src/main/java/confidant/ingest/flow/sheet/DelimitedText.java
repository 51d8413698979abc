package confidant.ingest.flow.sheet;

import confidant.ingest.extract.LimitExceededException;
import confidant.ingest.flow.FlowLimits;
import java.util.ArrayList;
import java.util.List;

/**
 * Splits text into records of fields: fields may be quoted, quotes in them are doubled, and quoted
 * fields may hold the delimiter and line ends.
 */
final class DelimitedText {

  private static final char QUOTE = '"';

  private final String text;
  private final char delimiter;
  private final int maxRecords;
  private int at;

  private DelimitedText(String text, char delimiter, int maxRecords) {
    this.text = text;
    this.delimiter = delimiter;
    this.maxRecords = maxRecords;
  }

  /** At most the first {@code maxRecords} records. */
  static List<List<String>> records(String text, char delimiter, int maxRecords) {
    return new DelimitedText(text, delimiter, maxRecords).records();
  }

  private List<List<String>> records() {
    List<List<String>> records = new ArrayList<>();
    int count = 0;
    while (at < text.length() && records.size() < maxRecords) {
      List<String> fields = new ArrayList<>();
      fields.add(field());
      while (at < text.length() && text.charAt(at) == delimiter) {
        at++;
        fields.add(field());
      }
      skipLineEnd();
      records.add(fields);
      count += fields.size();
      if (count > FlowLimits.CELLS) {
        throw new LimitExceededException("a table has too many fields");
      }
    }
    return records;
  }

  /** Goes to the delimiter or line end after the field. */
  private String field() {
    int start = at;
    while (at < text.length() && text.charAt(at) == ' ' && delimiter != ' ') {
      at++;
    }
    if (at < text.length() && text.charAt(at) == QUOTE && closes(at)) {
      return quoted();
    }
    at = start;
    while (at < text.length() && !endsField(text.charAt(at))) {
      at++;
    }
    return text.substring(start, at).strip();
  }

  /** Whether the quote opened at {@code open} is closed; one that is not is part of the text. */
  private boolean closes(int open) {
    return text.indexOf(QUOTE, open + 1) > 0;
  }

  private String quoted() {
    StringBuilder field = new StringBuilder();
    at++;
    while (at < text.length()) {
      char character = text.charAt(at++);
      if (character != QUOTE) {
        field.append(character);
      } else if (at < text.length() && text.charAt(at) == QUOTE) {
        field.append(QUOTE);
        at++;
      } else {
        break;
      }
    }
    // What follows the closing quote before the delimiter belongs to the field as well.
    int start = at;
    while (at < text.length() && !endsField(text.charAt(at))) {
      at++;
    }
    return field.append(text, start, at).toString().strip();
  }

  private boolean endsField(char character) {
    return character == delimiter || character == '\n' || character == '\r';
  }

  private void skipLineEnd() {
    if (at < text.length() && text.charAt(at) == '\r') {
      at++;
    }
    if (at < text.length() && text.charAt(at) == '\n') {
      at++;
    }
  }
}

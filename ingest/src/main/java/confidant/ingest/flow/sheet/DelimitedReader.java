package confidant.ingest.flow.sheet;

import confidant.ingest.extract.Characters;
import confidant.ingest.extract.LimitExceededException;
import confidant.ingest.extract.TextDecoder;
import confidant.ingest.extract.TextDecoder.Decoded;
import confidant.ingest.flow.FlowCell.Emphasis;
import confidant.ingest.flow.FlowLimits;
import confidant.ingest.flow.FlowSink;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Reads tables of delimited fields (CSV, TSV), with encoding, delimiter and quotes found. Values
 * stay as they are written: only the person knows what 1,234 means.
 */
public final class DelimitedReader {

  /** Spreadsheets may put this before the first record. */
  private static final Pattern SEPARATOR_LINE = Pattern.compile("sep=(.)\\R");

  private static final Pattern STARTS_AS_FIGURE = Pattern.compile("[-+(]?\\s?\\p{Sc}?\\s?[.,]?\\d");

  /** Text takes several times its bytes in memory. */
  private static final int MAX_BYTES = 32 << 20;

  /** Fields that a table has at least if its file is not named one. */
  private static final int FEWEST_FIELDS = 3;

  private static final int FEWEST_RECORDS = 3;

  private static final int SAMPLE = 500;

  /** Longer ones are sentences between commas. */
  private static final int LONGEST_FIELD = 200;

  private DelimitedReader() {}

  /** Whether text is a table beyond doubt: some records, each with as many fields as the others. */
  public static boolean isTable(byte[] bytes) {
    if (bytes.length > MAX_BYTES) {
      return false;
    }
    String text = TextDecoder.decode(bytes).text();
    return Delimiter.find(text).filter(found -> isTable(text, found)).isPresent();
  }

  private static boolean isTable(String text, char delimiter) {
    List<List<String>> records = DelimitedText.records(text, delimiter, SAMPLE);
    int fields = records.getFirst().size();
    return fields >= FEWEST_FIELDS
        && records.size() >= FEWEST_RECORDS
        && records.stream().allMatch(record -> record.size() == fields)
        && records.stream().noneMatch(record -> record.getFirst().isEmpty() && delimiter == '|')
        && records.stream()
            .flatMap(List::stream)
            .noneMatch(field -> field.length() > LONGEST_FIELD);
  }

  /** Reads a table; see {@link confidant.ingest.flow.FlowSource}. */
  public static void read(byte[] bytes, Optional<String> password, FlowSink sink)
      throws IOException {
    if (bytes.length > MAX_BYTES) {
      throw new LimitExceededException("a table of too many bytes");
    }
    Decoded decoded = TextDecoder.decode(bytes);
    String text = Characters.withoutControls(decoded.text());
    if (text.isEmpty() || decoded.text().indexOf('\0') >= 0) {
      throw new IOException("no text");
    }
    var separator = SEPARATOR_LINE.matcher(text);
    Optional<Character> delimiter =
        separator.lookingAt() ? Optional.of(separator.group(1).charAt(0)) : Delimiter.find(text);
    String table = separator.lookingAt() ? text.substring(separator.end()) : text;
    if (delimiter.isPresent()) {
      SheetTables.emit("", sheet(table, delimiter.get()), sink);
    } else {
      sink.paragraph(table);
    }
    tellDoubts(decoded, text, sink);
  }

  private static Sheet sheet(String text, char delimiter) {
    List<List<String>> records = DelimitedText.records(text, delimiter, FlowLimits.CELLS + 1);
    Sheet sheet = new Sheet();
    int header = header(records);
    for (int row = 0; row < records.size(); row++) {
      List<String> record = records.get(row);
      for (int column = 0; column < record.size(); column++) {
        Emphasis emphasis = row == header ? Emphasis.HEADING : Emphasis.NONE;
        // An empty row keeps what stands above the names apart.
        sheet.put(row < header ? row : row + 1, column, record.get(column), emphasis);
      }
    }
    return sheet;
  }

  /**
   * The record that names the fields: the first of the usual length, if nothing in it is a figure
   * and hardly anything is missing; -1 if there is none.
   */
  private static int header(List<List<String>> records) {
    int longest = records.stream().mapToInt(List::size).max().orElse(0);
    for (int row = 0; row + 1 < records.size(); row++) {
      List<String> record = records.get(row);
      long filled = record.stream().filter(field -> !field.isEmpty()).count();
      if (record.size() == longest && 2 * filled > longest) {
        boolean named =
            record.stream().noneMatch(field -> STARTS_AS_FIGURE.matcher(field).lookingAt())
                && (longest > 2 || hasFigures(records.subList(row + 1, records.size())));
        return named ? row : -1;
      }
    }
    return -1;
  }

  /** Two fields of text each are as likely labels and values without names. */
  private static boolean hasFigures(List<List<String>> records) {
    return records.stream()
        .anyMatch(record -> STARTS_AS_FIGURE.matcher(record.getLast()).lookingAt());
  }

  private static void tellDoubts(Decoded decoded, String text, FlowSink sink) {
    if (decoded.guessed()) {
      sink.notice(
          "the encoding of its letters was guessed to be Western European; if accents or currency"
              + " signs look wrong, save it as UTF-8 and open it again.");
    }
    long unreadable = Characters.replacements(text);
    if (unreadable > 0) {
      sink.notice(
          (unreadable == 1 ? "1 character" : unreadable + " characters")
              + " could not be read, shown as \uFFFD; compare with the original.");
    }
  }
}

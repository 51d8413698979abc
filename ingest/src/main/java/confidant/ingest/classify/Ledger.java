package confidant.ingest.classify;

import confidant.ingest.document.Block;
import confidant.ingest.document.Block.Cell;
import confidant.ingest.document.Block.Paragraph;
import confidant.ingest.document.Block.Table;
import confidant.ingest.document.Document;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.regex.Pattern;

/**
 * Knows lists of movements by their figures, whatever their language: files that a bank's web page
 * exports have no words around their table.
 *
 * <p>Such a table has a day in nearly every row, and amounts of both signs, or in two columns by
 * turns, or beside a balance that they lead to.
 */
final class Ledger {

  /** More than enough for a kind, so that words of another kind can still outweigh it. */
  private static final double WEIGHT = 8;

  private static final double NEARLY_ALL = 0.8;

  /** Share of a document's rows that are movements; the rest may be a title and totals. */
  private static final double MOST = 0.6;

  private static final int FEWEST_ROWS = 2;

  /** Fewer can agree by chance. */
  private static final int FEWEST_BALANCES = 3;

  private static final Pattern DAY =
      Pattern.compile(
          "\\d{1,2}[./-]\\d{1,2}[./-]\\d{2,4}\\b.{0,9}|\\d{4}[./-]\\d{1,2}[./-]\\d{1,2}\\b.{0,16}"
              + "|\\d{1,2}[. -]{1,2}\\p{L}{3,9}[. -]{1,2}\\d{2,4}",
          Pattern.DOTALL);

  private static final Pattern AMOUNT =
      Pattern.compile(
          "(?<before>[^\\d.,]{0,5})(?<digits>\\d[\\d.,'"
              + " \u00A0\u2019\u202F]{0,18})[.,](?<cents>\\d\\d)(?<after>[^\\d.,]{0,5})");

  private final List<List<OptionalLong>> columns = new ArrayList<>();
  private final int rows;
  private boolean dated;

  private Ledger(List<List<Cell>> body) {
    rows = body.size();
    int width = body.stream().mapToInt(List::size).min().orElse(0);
    for (int column = 0; column < width; column++) {
      addColumn(body, column);
    }
  }

  /** How much speaks for a list of movements. */
  static double weight(Document document) {
    int all = 0;
    int movements = 0;
    for (Block block : document.pages().stream().flatMap(p -> p.blocks().stream()).toList()) {
      switch (block) {
        case Paragraph paragraph -> all += paragraph.lines().size();
        case Table table -> {
          int headings = Math.min(table.headerRows(), table.rows().size());
          List<List<Cell>> body = table.rows().subList(headings, table.rows().size());
          all += body.size();
          movements += new Ledger(body).isLedger() ? body.size() : 0;
        }
      }
    }
    return movements >= FEWEST_ROWS && movements >= MOST * all ? WEIGHT : 0;
  }

  private void addColumn(List<List<Cell>> body, int column) {
    int days = 0;
    int filled = 0;
    List<OptionalLong> amounts = new ArrayList<>();
    for (List<Cell> row : body) {
      String text = row.get(column).text().strip();
      days += DAY.matcher(text).matches() ? 1 : 0;
      filled += text.isEmpty() ? 0 : 1;
      amounts.add(cents(text));
    }
    dated |= days >= NEARLY_ALL * rows;
    long found = amounts.stream().filter(OptionalLong::isPresent).count();
    if (found > 0 && found >= NEARLY_ALL * filled) {
      columns.add(amounts);
    }
  }

  /** An amount with two decimals, in hundredths; empty if the text is none. */
  private static OptionalLong cents(String text) {
    var amount = AMOUNT.matcher(text);
    if (!amount.matches()) {
      return OptionalLong.empty();
    }
    String digits = amount.group("digits").replaceAll("\\D", "") + amount.group("cents");
    String marks = amount.group("before") + amount.group("after");
    boolean negative = marks.chars().anyMatch(c -> c == '-' || c == '\u2212' || c == '(');
    long value = digits.length() > 17 ? 0 : Long.parseLong(digits);
    return OptionalLong.of(negative ? -value : value);
  }

  private boolean isLedger() {
    if (!dated || rows < FEWEST_ROWS) {
      return false;
    }
    for (int one = 0; one < columns.size(); one++) {
      if (hasBothSigns(columns.get(one))) {
        return true;
      }
      for (int two = 0; two < columns.size(); two++) {
        boolean pair =
            one != two
                && (takeTurns(columns.get(one), columns.get(two))
                    || leadTo(columns.get(one), columns.get(two)));
        if (pair) {
          return true;
        }
      }
    }
    return false;
  }

  private boolean hasBothSigns(List<OptionalLong> column) {
    return column.stream().filter(OptionalLong::isPresent).count() >= NEARLY_ALL * rows
        && column.stream().anyMatch(each -> each.orElse(0) < 0)
        && column.stream().anyMatch(each -> each.orElse(0) > 0);
  }

  /** Whether nearly every row has an amount in one of the two, and both have some. */
  private boolean takeTurns(List<OptionalLong> in, List<OptionalLong> out) {
    int turns = 0;
    int first = 0;
    for (int row = 0; row < rows; row++) {
      boolean one = in.get(row).orElse(0) != 0;
      boolean two = out.get(row).orElse(0) != 0;
      turns += one != two ? 1 : 0;
      first += one && !two ? 1 : 0;
    }
    return turns >= NEARLY_ALL * rows && first > 0 && first < turns;
  }

  /** Whether amounts are the steps of balances, read downwards or upwards. */
  private boolean leadTo(List<OptionalLong> amounts, List<OptionalLong> balances) {
    int down = 0;
    int up = 0;
    for (int row = 1; row < rows; row++) {
      OptionalLong before = balances.get(row - 1);
      OptionalLong after = balances.get(row);
      if (before.isPresent() && after.isPresent()) {
        long step = Math.abs(after.getAsLong() - before.getAsLong());
        down += step != 0 && step == Math.abs(amounts.get(row).orElse(0)) ? 1 : 0;
        up += step != 0 && step == Math.abs(amounts.get(row - 1).orElse(0)) ? 1 : 0;
      }
    }
    return rows >= FEWEST_BALANCES && Math.max(down, up) >= NEARLY_ALL * (rows - 1);
  }
}

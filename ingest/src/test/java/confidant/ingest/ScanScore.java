package confidant.ingest;

import confidant.ingest.ReadResult.Read;
import confidant.ingest.document.Doubt;
import confidant.ingest.document.MarkdownWriter;
import confidant.ingest.document.Page;
import confidant.samples.truth.Figure;
import confidant.samples.truth.Truth;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** What became of the amounts of papers that were read from spoilt pictures. */
final class ScanScore {

  /** A number as printed, without sign and currency; thousands may be set apart by a blank. */
  private static final Pattern NUMBER = Pattern.compile("\\d(?:[\\d.,'\u2019]| (?=\\d{3}\\b))*");

  private static final Pattern DECIMAL = Pattern.compile("-?\\d+\\.\\d+");

  /** Length of a group of digits with its decimals. */
  private static final int GROUP = 5;

  private static final int EXAMPLES = 6;

  private int amounts;
  private int exact;
  private int doubted;
  private int marked;
  private int silent;
  private int lost;
  private int readings;
  private int needless;
  private final List<String> examples = new ArrayList<>();

  /** The score of one paper. */
  static ScanScore of(Truth truth, Read read) {
    ScanScore score = new ScanScore();
    String text =
        read.document().pages().stream().map(MarkdownWriter::write).collect(Collectors.joining());
    List<String> numbers = new ArrayList<>(numbers(text));
    List<Doubt> doubts = new ArrayList<>();
    read.document().pages().stream().map(Page::doubts).forEach(doubts::addAll);
    List<String> missing = new ArrayList<>();
    Map<String, Integer> printed = new HashMap<>();
    truth.printed().stream()
        .flatMap(piece -> numbers(piece.text()).stream())
        .forEach(number -> printed.merge(number, 1, Integer::sum));
    for (Figure figure : truth.figures()) {
      if (DECIMAL.matcher(figure.value()).matches()) {
        String number = numbers(figure.text()).getFirst();
        score.amounts++;
        if (numbers.remove(number)) {
          score.exact++;
        } else {
          missing.add(number);
        }
      }
    }
    missing.forEach(number -> score.judge(number, numbers, doubts));
    for (Doubt doubt : doubts) {
      if (!doubt.other().isEmpty()) {
        score.readings++;
        score.needless += printed.containsKey(number(doubt.read())) ? 1 : 0;
      }
    }
    return score;
  }

  /** Counts an amount that is not in the text. */
  private void judge(String number, List<String> rest, List<Doubt> doubts) {
    if (doubts.stream().anyMatch(doubt -> isPart(number(doubt.other()), number))) {
      doubted++;
    } else if (doubts.stream().anyMatch(doubt -> isNear(number(doubt.read()), number))) {
      marked++;
    } else {
      List<String> near = rest.stream().filter(other -> isNear(other, number)).limit(2).toList();
      if (near.isEmpty()) {
        lost++;
      } else {
        silent++;
      }
      if (examples.size() < EXAMPLES) {
        examples.add(number + " " + near);
      }
    }
  }

  void add(ScanScore other) {
    amounts += other.amounts;
    exact += other.exact;
    doubted += other.doubted;
    marked += other.marked;
    silent += other.silent;
    lost += other.lost;
    readings += other.readings;
    needless += other.needless;
  }

  /** The part of all amounts that are wrong and not doubted. */
  double silent() {
    return (double) silent / amounts;
  }

  @Override
  public String toString() {
    return String.format(
        Locale.ROOT,
        "%d amounts, %d exact, %d doubted with the right reading, %d doubted, %d silently wrong,"
            + " %d not read; %d second readings, %d of them of right ones %s",
        amounts,
        exact,
        doubted,
        marked,
        silent,
        lost,
        readings,
        needless,
        examples);
  }

  private static List<String> numbers(String text) {
    return NUMBER
        .matcher(text.replaceAll("[\u00A0\u202F\u2009]", " "))
        .results()
        .map(MatchResult::group)
        .map(ScanScore::value)
        .toList();
  }

  /** The number of a single word; empty if it has none. */
  private static String number(String word) {
    Matcher matcher = NUMBER.matcher(word);
    return matcher.find() ? value(matcher.group()) : "";
  }

  /** A number however it is written: without groups, and with a point before its decimals. */
  private static String value(String number) {
    String[] parts = number.replaceAll("[ '\u2019]|[.,'\u2019 ]+$", "").split("[.,]", -1);
    String last = parts[parts.length - 1];
    boolean decimals = parts.length > 1 && last.length() != 3;
    String whole = String.join("", Arrays.asList(parts).subList(0, parts.length - 1));
    return decimals ? whole + "." + last : whole + last;
  }

  /** Whether a reading is a number, or its last groups. */
  private static boolean isPart(String reading, String number) {
    boolean groups = reading.length() > GROUP && number.endsWith(reading);
    return groups || (!reading.isEmpty() && number.equals(reading));
  }

  /** Whether one is the other with few characters changed, lost or added. */
  private static boolean isNear(String reading, String number) {
    return !reading.isEmpty() && distance(reading, number) <= Math.max(1, number.length() / 3);
  }

  /** Edits that lead from one text to the other (Levenshtein, 1966). */
  private static int distance(String one, String other) {
    int[] row = new int[other.length() + 1];
    for (int i = 0; i <= other.length(); i++) {
      row[i] = i;
    }
    for (int i = 1; i <= one.length(); i++) {
      int before = row[0];
      row[0] = i;
      for (int j = 1; j <= other.length(); j++) {
        int change = before + (one.charAt(i - 1) == other.charAt(j - 1) ? 0 : 1);
        before = row[j];
        row[j] = Math.min(change, 1 + Math.min(row[j], row[j - 1]));
      }
    }
    return row[other.length()];
  }
}

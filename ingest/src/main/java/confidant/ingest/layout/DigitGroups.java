package confidant.ingest.layout;

import confidant.ingest.layout.Word.Part;
import confidant.ingest.page.RuleLine;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Makes one word of the groups of a number with blanks or thin gaps between them, such as "1
 * 234,56" and "12 345": they are no numbers of neighbouring columns.
 *
 * <p>A figure may stand one blank before another all the same. So groups must have three digits and
 * no more than a blank between them, and the page must write its numbers so: more of its decimals
 * have such groups than are written otherwise.
 */
final class DigitGroups {

  /** Widest gap between groups, in spaces of their font. */
  private static final double WIDEST_GAP = 1.2;

  /** Sizes and baselines within one number differ by less, in parts of the font size. */
  private static final double ALIKE = 0.08;

  private static final String CURRENCY = "\\p{Sc}?";

  private static final Pattern HEAD =
      Pattern.compile("[-+\u2212\u2013(]?" + CURRENCY + "[-+\u2212\u2013]?[1-9]\\d{0,2}");

  private static final Pattern GROUP = Pattern.compile("\\d{3}");

  private static final Pattern TAIL =
      Pattern.compile("\\d{3}([.,]\\d{1,4})?[-+\u2212\u2013%*)]{0,2}" + CURRENCY);

  /** Figures that need groups and have none, or others. */
  private static final Pattern OTHERWISE =
      Pattern.compile("\\D{0,3}(?:\\d{4,}|\\d{1,3}(?:[.,'\u2019]\\d{3})+)[.,]\\d{2}\\D{0,3}");

  /** Decimals that no group of digits can stand before. */
  private static final Pattern SHORT = Pattern.compile("\\d{1,2}[.,]\\d{2}\\D{0,3}");

  private final List<RuleLine> plumb;

  /** How many decimals of the page have groups, and how many are written otherwise. */
  private int grouped;

  private int otherwise;

  private DigitGroups(List<RuleLine> rules) {
    plumb = rules.stream().filter(rule -> !rule.isLevel()).toList();
  }

  /**
   * The rows of a page with the groups of each number joined.
   *
   * @param rules of the page; groups have none between them
   */
  static List<TextRow> join(List<TextRow> rows, List<RuleLine> rules) {
    DigitGroups groups = new DigitGroups(rules);
    rows.forEach(groups::weigh);
    return groups.grouped > groups.otherwise ? rows.stream().map(groups::join).toList() : rows;
  }

  private void weigh(TextRow row) {
    List<Word> words = row.words();
    for (int i = 0; i < words.size(); i++) {
      String text = words.get(i).text();
      if (!hasDigit(text)) {
        continue;
      }
      int end = end(words, i);
      if (OTHERWISE.matcher(text).matches() || isShortAfterFigure(words, i)) {
        otherwise++;
      } else if (end > i && hasDecimals(words.get(end))) {
        grouped++;
      }
    }
  }

  /** Whether any of the patterns here can match. */
  private static boolean hasDigit(String text) {
    for (int i = 0; i < text.length(); i++) {
      if (text.charAt(i) >= '0' && text.charAt(i) <= '9') {
        return true;
      }
    }
    return false;
  }

  private boolean isShortAfterFigure(List<Word> words, int index) {
    return index > 0
        && SHORT.matcher(words.get(index).text()).matches()
        && HEAD.matcher(words.get(index - 1).text()).matches()
        && isNear(words.get(index - 1), words.get(index));
  }

  private TextRow join(TextRow row) {
    List<Word> words = row.words();
    List<Word> joined = new ArrayList<>();
    for (int i = 0; i < words.size(); ) {
      int end = end(words, i);
      // Whole numbers may be numbers of anything where the page is not of one mind.
      boolean sure = otherwise == 0 || hasDecimals(words.get(end));
      int next = sure ? end + 1 : i + 1;
      joined.add(joined(words.subList(i, next)));
      i = next;
    }
    return row.withWords(joined);
  }

  /** Index of the last group of the number that starts at {@code first}, which may be the same. */
  private int end(List<Word> words, int first) {
    if (!HEAD.matcher(words.get(first).text()).matches() || hasDigitBefore(words, first)) {
      return first;
    }
    int end = first;
    while (end + 1 < words.size()
        && (end == first || GROUP.matcher(words.get(end).text()).matches())
        && TAIL.matcher(words.get(end + 1).text()).matches()
        && isNear(words.get(end), words.get(end + 1))) {
      end++;
    }
    boolean goesOn = end + 1 < words.size() && hasDigitBefore(words, end + 1);
    return goesOn && startsWithDigit(words.get(end + 1)) ? first : end;
  }

  /** Whether the word before ends with a digit and is as near as a group of the same number. */
  private boolean hasDigitBefore(List<Word> words, int index) {
    if (index == 0) {
      return false;
    }
    String before = words.get(index - 1).text();
    return Character.isDigit(before.charAt(before.length() - 1))
        && isNear(words.get(index - 1), words.get(index));
  }

  private static boolean startsWithDigit(Word word) {
    return Character.isDigit(word.text().charAt(0));
  }

  private boolean isNear(Word left, Word right) {
    double em = left.fontSize();
    double gap = right.left() - left.right();
    return gap > 0
        && gap <= WIDEST_GAP * left.space()
        && Math.abs(left.fontSize() - right.fontSize()) <= ALIKE * em
        && Math.abs(left.baseline() - right.baseline()) <= ALIKE * em
        && plumb.stream().noneMatch(rule -> isBetween(rule, left, right));
  }

  private static boolean isBetween(RuleLine rule, Word left, Word right) {
    double x = (rule.x1() + rule.x2()) / 2;
    double middle = left.baseline() - 0.3 * left.fontSize();
    return x > left.right() - ALIKE * left.fontSize()
        && x < right.left() + ALIKE * left.fontSize()
        && rule.y1() < middle
        && rule.y2() > middle;
  }

  private static boolean hasDecimals(Word tail) {
    Matcher matcher = TAIL.matcher(tail.text());
    return matcher.matches() && matcher.group(1) != null;
  }

  private static Word joined(List<Word> groups) {
    Word first = groups.getFirst();
    if (groups.size() == 1) {
      return first;
    }
    return new Word(
        TextRow.text(groups),
        first.left(),
        groups.getLast().right(),
        first.baseline(),
        first.fontSize(),
        first.space(),
        parts(groups));
  }

  private static List<Part> parts(List<Word> groups) {
    List<Part> parts = new ArrayList<>();
    int start = 0;
    for (Word group : groups) {
      for (Part part : group.allParts()) {
        parts.add(part.moved(start));
      }
      start += group.text().length() + 1;
    }
    return parts;
  }
}

package confidant.ingest.fields;

import confidant.ingest.document.Conventions;
import confidant.ingest.document.Conventions.DateOrder;
import confidant.ingest.document.Conventions.DecimalMark;
import confidant.ingest.fields.Day.Shape;
import java.util.List;

/**
 * Finds how a paper writes numbers and dates from all of its numbers and dates: those that can be
 * read in one way only decide about the others.
 */
final class ConventionsFinder {

  /** A side must have this many times the votes of the other. */
  private static final int MAJORITY = 3;

  private static final int CERTAIN = 12;
  private static final int LIKELY = 4;
  private static final int POSSIBLE = 1;

  private static final DateParser OPEN = new DateParser(DateOrder.UNKNOWN, DecimalMark.UNKNOWN);

  private long point;
  private long comma;
  private long dayFirst;
  private long monthFirst;
  private long blankGroups;
  private long markGroups;

  /** Takes the numbers and dates of a cell or a piece of a line into account. */
  void add(String text) {
    addNumbers(text);
    addDates(text);
  }

  Conventions conventions() {
    return new Conventions(
        winner(point, comma, DecimalMark.POINT, DecimalMark.COMMA, DecimalMark.UNKNOWN),
        winner(
            dayFirst, monthFirst, DateOrder.DAY_FIRST, DateOrder.MONTH_FIRST, DateOrder.UNKNOWN));
  }

  /** Whether ordinary blanks separate thousands in this paper. */
  boolean blanksGroup() {
    return blankGroups > 0 && markGroups == 0;
  }

  private static <T> T winner(long first, long second, T ifFirst, T ifSecond, T ifNeither) {
    if (first > MAJORITY * second) {
      return ifFirst;
    }
    return second > MAJORITY * first ? ifSecond : ifNeither;
  }

  private void addNumbers(String text) {
    int at = 0;
    boolean pieceStart = true;
    while (at < text.length()) {
      if (!Numeral.isDigit(text.charAt(at))) {
        pieceStart &= !Character.isLetterOrDigit(text.charAt(at));
        at++;
        continue;
      }
      Numeral numeral = Numeral.at(text, at, pieceStart);
      if (isFree(text, at, numeral.end())) {
        vote(numeral);
      }
      pieceStart = false;
      at = tokenEnd(text, numeral.end());
    }
  }

  private void vote(Numeral numeral) {
    List<Character> separators = numeral.separators();
    boolean number =
        numeral.value(DecimalMark.POINT).isPresent()
            || numeral.value(DecimalMark.COMMA).isPresent();
    if (separators.isEmpty() || !number) {
      return;
    }
    char last = separators.getLast();
    boolean blanks = separators.getFirst() == ' ';
    blankGroups += blanks && (last == ',' || last == '.') ? 1 : 0;
    if (separators.size() > 1 && !blanks) {
      markGroups++;
    }
    if (numeral.hasFraction(DecimalMark.UNKNOWN)) {
      vote(last, fractionWeight(numeral, last));
    } else if (separators.size() > 1 && (last == '.' || last == ',')) {
      vote(last == '.' ? ',' : '.', LIKELY);
    }
  }

  /** Two figures, a point and two figures may also be a date, a time or a chapter. */
  private static int fractionWeight(Numeral numeral, char last) {
    if (numeral.separators().size() > 1) {
      return CERTAIN;
    }
    return last == '.'
            && numeral.groups().getFirst().length() <= 2
            && numeral.groups().getLast().length() <= 2
        ? POSSIBLE
        : LIKELY;
  }

  private void vote(char mark, int weight) {
    if (mark == '.') {
      point += weight;
    } else {
      comma += weight;
    }
  }

  private void addDates(String text) {
    OPEN.find(text).forEach(this::vote);
    OPEN.leading(text).filter(day -> day.year() == Day.NO_YEAR).ifPresent(this::vote);
  }

  private void vote(Day day) {
    dayFirst += day.shape() == Shape.DAY_FIRST ? 1 : 0;
    monthFirst += day.shape() == Shape.MONTH_FIRST ? 1 : 0;
  }

  /** Whether no letters or other marks make a date, a time or a name of it. */
  private static boolean isFree(String text, int start, int end) {
    boolean before =
        start == 0
            || (!Character.isLetterOrDigit(text.charAt(start - 1))
                && "./:,".indexOf(text.charAt(start - 1)) < 0);
    boolean after =
        end == text.length()
            || (!Character.isLetterOrDigit(text.charAt(end)) && "/:".indexOf(text.charAt(end)) < 0);
    boolean date = text.startsWith(". ", end) || text.startsWith(".-", end);
    return before && after && !date;
  }

  private static int tokenEnd(String text, int at) {
    int end = at;
    while (end < text.length() && !Numeral.isBlank(text.charAt(end))) {
      end++;
    }
    return end;
  }
}

package confidant.ingest.classify;

import confidant.ingest.document.DocumentKind;

/** Counts rows that look like those of a kind of paper, whatever their language. */
final class Shapes {

  /** So many such rows say as much as a title. */
  private static final int ENOUGH = 5;

  private static final double WEIGHT = 4;

  private int movements;
  private int ranges;

  /** Takes a line, or a row of a table in one line, into account. */
  void add(String row) {
    movements += isMovement(row) ? 1 : 0;
    ranges += hasRange(row) ? 1 : 0;
  }

  double weight(DocumentKind kind) {
    return switch (kind) {
      case BANK_STATEMENT -> WEIGHT * Math.min(ENOUGH, movements) / ENOUGH;
      case LAB_REPORT -> WEIGHT * Math.min(ENOUGH, ranges) / ENOUGH;
      default -> 0;
    };
  }

  /** Starts with two numbers of a date and ends with a fraction of two digits. */
  private static boolean isMovement(String row) {
    int end = row.length();
    while (end > 0 && !isDigit(row.charAt(end - 1)) && row.length() - end < 4) {
      end--;
    }
    boolean fraction =
        end > 3
            && isDigit(row.charAt(end - 1))
            && isDigit(row.charAt(end - 2))
            && ".,".indexOf(row.charAt(end - 3)) >= 0
            && isDigit(row.charAt(end - 4));
    if (!fraction || !isDigit(row.charAt(0))) {
      return false;
    }
    int next = 0;
    while (next < 4 && isDigit(row.charAt(next))) {
      next++;
    }
    return next <= 4 && next > 0 && "./- ".indexOf(row.charAt(next)) >= 0 && next + 1 < end - 4;
  }

  /** Holds two numbers with a dash between that no date or telephone number has: 3.5 - 5.1. */
  private static boolean hasRange(String row) {
    for (int dash = 1; dash + 1 < row.length(); dash++) {
      if ("-\u2013".indexOf(row.charAt(dash)) >= 0) {
        int left = row.charAt(dash - 1) == ' ' ? dash - 2 : dash - 1;
        int right = row.charAt(dash + 1) == ' ' ? dash + 2 : dash + 1;
        if (left >= 0 && right < row.length() && isRange(row, left, right)) {
          return true;
        }
      }
    }
    return false;
  }

  private static boolean isRange(String row, int left, int right) {
    int start = left;
    while (start >= 0 && left - start < 8 && isPart(row.charAt(start))) {
      start--;
    }
    int end = right;
    while (end < row.length() && end - right < 8 && isPart(row.charAt(end))) {
      end++;
    }
    String low = row.substring(start + 1, left + 1);
    String high = row.substring(right, end);
    boolean free =
        (start < 0 || row.charAt(start) == ' ' || row.charAt(start) == '(')
            && (end == row.length() || "-/:".indexOf(row.charAt(end)) < 0);
    return free
        && isNumber(low)
        && isNumber(high)
        && (low.length() < 4 || low.indexOf('.') > 0 || low.indexOf(',') > 0);
  }

  private static boolean isNumber(String text) {
    long points = text.chars().filter(c -> c == '.' || c == ',').count();
    return !text.isEmpty()
        && points <= 1
        && isDigit(text.charAt(0))
        && isDigit(text.charAt(text.length() - 1));
  }

  private static boolean isPart(char character) {
    return isDigit(character) || character == '.' || character == ',';
  }

  private static boolean isDigit(char character) {
    return character >= '0' && character <= '9';
  }
}

package confidant.ingest.flow.word;

import confidant.ingest.flow.zip.XmlPart;
import java.io.IOException;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/** Counts the items of lists as Word does, since their numbers stand in no text. */
final class WordLists {

  private static final int LEVELS = 9;

  /** What a person sees where the font draws a dot, a square or an arrow. */
  private static final String BULLET = "-";

  private static final int[] ROMAN_VALUES = {1000, 900, 500, 400, 100, 90, 50, 40, 10, 9, 5, 4, 1};

  private static final String[] ROMAN_DIGITS = {
    "m", "cm", "d", "cd", "c", "xc", "l", "xl", "x", "ix", "v", "iv", "i"
  };

  /** Larger numbers are written in Arabic digits. */
  private static final int LARGEST_ROMAN = 3999;

  private final Map<Integer, Level[]> abstracts = new HashMap<>();
  private final Map<Integer, Integer> abstractOfList = new HashMap<>();
  private final Map<Integer, int[]> counters = new HashMap<>();

  /**
   * How a level is numbered.
   *
   * @param pattern such as {@code %1.%2}, with the numbers of the levels above
   */
  private record Level(String format, String pattern, int start) {}

  /** Reads {@code numbering.xml}. */
  void read(XmlPart xml) throws IOException {
    while (xml.next()) {
      if (xml.isStart("abstractNum")) {
        int id = xml.attribute("abstractNumId", -1);
        abstracts.put(id, readLevels(xml));
      } else if (xml.isStart("num")) {
        readList(xml, xml.attribute("numId", -1));
      }
    }
  }

  private static Level[] readLevels(XmlPart xml) throws IOException {
    Level[] levels = new Level[LEVELS];
    Arrays.fill(levels, new Level("bullet", "", 1));
    while (xml.next() && !xml.isEnd("abstractNum")) {
      if (xml.isStart("lvl")) {
        int index = xml.attribute("ilvl", 0);
        Level level = readLevel(xml);
        if (index >= 0 && index < LEVELS) {
          levels[index] = level;
        }
      }
    }
    return levels;
  }

  private static Level readLevel(XmlPart xml) throws IOException {
    String format = "decimal";
    String pattern = "";
    int start = 1;
    while (xml.next() && !xml.isEnd("lvl")) {
      if (xml.isStart("numFmt")) {
        format = xml.attribute("val");
      } else if (xml.isStart("lvlText")) {
        pattern = xml.attribute("val");
      } else if (xml.isStart("start")) {
        start = xml.attribute("val", 1);
      }
    }
    return new Level(format, pattern, start);
  }

  private void readList(XmlPart xml, int list) throws IOException {
    while (xml.next() && !xml.isEnd("num")) {
      if (xml.isStart("abstractNumId")) {
        abstractOfList.put(list, xml.attribute("val", -1));
      }
    }
  }

  /** Counts one more item and gives what stands before it. */
  String nextMarker(ListReference item) {
    Integer id = abstractOfList.get(item.list());
    Level[] levels = id == null ? null : abstracts.get(id);
    if (levels == null || item.level() < 0 || item.level() >= LEVELS) {
      return BULLET;
    }
    int[] counts = counters.computeIfAbsent(id, any -> new int[LEVELS]);
    for (int i = 0; i <= item.level(); i++) {
      if (counts[i] == 0) {
        counts[i] = levels[i].start();
        counts[i] -= i == item.level() ? 1 : 0;
      }
    }
    counts[item.level()]++;
    Arrays.fill(counts, item.level() + 1, LEVELS, 0);
    return marker(levels, counts, item.level());
  }

  private static String marker(Level[] levels, int[] counts, int level) {
    if (levels[level].format().equals("bullet")) {
      return BULLET;
    }
    if (levels[level].format().equals("none")) {
      return "";
    }
    String marker = levels[level].pattern();
    for (int i = 0; i <= level; i++) {
      marker = marker.replace("%" + (i + 1), number(levels[i].format(), counts[i]));
    }
    return marker;
  }

  private static String number(String format, int number) {
    return switch (format) {
      case "lowerLetter" -> letters(number);
      case "upperLetter" -> letters(number).toUpperCase(Locale.ROOT);
      case "lowerRoman" -> roman(number);
      case "upperRoman" -> roman(number).toUpperCase(Locale.ROOT);
      case "decimalZero" -> number < 10 ? "0" + number : String.valueOf(number);
      default -> String.valueOf(number);
    };
  }

  /** a to z, then aa, bb and so on. */
  private static String letters(int number) {
    if (number < 1) {
      return String.valueOf(number);
    }
    char letter = (char) ('a' + (number - 1) % 26);
    return String.valueOf(letter).repeat(1 + Math.min((number - 1) / 26, 9));
  }

  private static String roman(int number) {
    if (number < 1 || number > LARGEST_ROMAN) {
      return String.valueOf(number);
    }
    StringBuilder roman = new StringBuilder();
    int rest = number;
    for (int i = 0; i < ROMAN_VALUES.length; i++) {
      while (rest >= ROMAN_VALUES[i]) {
        roman.append(ROMAN_DIGITS[i]);
        rest -= ROMAN_VALUES[i];
      }
    }
    return roman.toString();
  }
}

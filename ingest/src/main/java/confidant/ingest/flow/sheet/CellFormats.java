package confidant.ingest.flow.sheet;

import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.apache.poi.ss.usermodel.BuiltinFormats;
import org.apache.poi.ss.usermodel.DataFormatter;
import org.apache.poi.ss.usermodel.DateUtil;

/**
 * Shows numbers as their cells do. Where a format leaves it to the computer's region what a person
 * sees, decimals have a point, and dates are written year-month-day, which nobody misreads.
 *
 * <p>Not thread-safe.
 */
public final class CellFormats {

  private static final String GENERAL = "General";

  private static final String DATE = "yyyy-mm-dd";

  private static final String DATE_AND_TIME = DATE + " hh:mm";

  /** Built-in formats of dates whose order is the region's. */
  private static final Set<Integer> REGIONAL_DATES = Set.of(14, 30);

  private static final int REGIONAL_DATE_AND_TIME = 22;

  /** Dates as the system writes them. */
  private static final Pattern SYSTEM_DATE = Pattern.compile("\\[\\$-[xX]?-?[fF]800.*");

  /** What Excel shows for a date that does not fit or is none. */
  private static final Pattern HASHES = Pattern.compile("#+");

  /** Text, colours and blanks of a format, but not lapsed hours, minutes and seconds. */
  private static final Pattern TRIMMINGS =
      Pattern.compile("\"[^\"]*\"|\\\\.|[_*].|\\[(?![hHmMsS]+\\])[^\\]]*\\]|;.*");

  private static final Pattern PLACES_OF_DATES = Pattern.compile("[ymdhsYMDHS]");

  private static final Pattern PLACES_OF_HOURS = Pattern.compile("[hH]");

  private static final Pattern PLACES_OF_NUMBERS = Pattern.compile("[0#?]");

  /** Formats without any place for a number hide it. */
  private static final Pattern SHOWS_NOTHING = Pattern.compile("[;\\s]*");

  /** Whole numbers of as many digits as Excel shows. */
  private static final double LARGEST_WHOLE = 1e11;

  private final DataFormatter formatter = new DataFormatter(Locale.US);
  private final boolean from1904;

  /**
   * Formats for one workbook.
   *
   * @param from1904 whether it counts days from 1904 instead of 1900
   */
  public CellFormats(boolean from1904) {
    this.from1904 = from1904;
  }

  /** The code of a built-in format. */
  public static String builtIn(int index) {
    String code = index < 0 ? null : BuiltinFormats.getBuiltinFormat(index);
    return code == null ? GENERAL : code;
  }

  /**
   * A number as it is shown.
   *
   * @param index of the format in the workbook
   * @param code of the format, such as {@code #,##0.00}
   */
  public String text(double value, int index, String code) {
    String used = code.isEmpty() ? builtIn(index) : code;
    if (SHOWS_NOTHING.matcher(used).matches()) {
      return "";
    }
    if (REGIONAL_DATES.contains(index) || SYSTEM_DATE.matcher(used).matches()) {
      used = DATE;
    } else if (index == REGIONAL_DATE_AND_TIME) {
      used = DATE_AND_TIME;
    }
    if (isUnknownDate(index, used)) {
      used =
          PLACES_OF_HOURS.matcher(TRIMMINGS.matcher(used).replaceAll("")).find()
              ? DATE_AND_TIME
              : DATE;
    }
    int usedIndex = used.startsWith(DATE) ? -1 : index;
    if (used.equals(GENERAL)) {
      return general(value);
    }
    if (DateUtil.isADateFormat(usedIndex, used) && !DateUtil.isValidExcelDate(value)) {
      return general(value);
    }
    String text = formatter.formatRawCellContents(value, usedIndex, used, from1904).strip();
    return text.isEmpty() || HASHES.matcher(text).matches() ? general(value) : text;
  }

  /** Whether it is a format of dates with so much text in it that the library does not see it. */
  private static boolean isUnknownDate(int index, String code) {
    String places = TRIMMINGS.matcher(code).replaceAll("");
    return PLACES_OF_DATES.matcher(places).find()
        && !PLACES_OF_NUMBERS.matcher(places).find()
        && !DateUtil.isADateFormat(index, code);
  }

  private String general(double value) {
    // Most cells hold small whole numbers, and the library takes its time.
    if (value == Math.rint(value) && Math.abs(value) < LARGEST_WHOLE) {
      return String.valueOf((long) value);
    }
    return formatter.formatRawCellContents(value, 0, GENERAL);
  }
}

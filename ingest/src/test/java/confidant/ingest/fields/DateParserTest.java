package confidant.ingest.fields;

import static org.junit.jupiter.api.Assertions.assertEquals;

import confidant.ingest.document.Conventions.DateOrder;
import confidant.ingest.document.Conventions.DecimalMark;
import java.time.LocalDate;
import java.time.MonthDay;
import java.time.YearMonth;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DateParserTest {

  private static final DateParser UNKNOWN = new DateParser(DateOrder.UNKNOWN, DecimalMark.UNKNOWN);
  private static final DateParser DAY_FIRST =
      new DateParser(DateOrder.DAY_FIRST, DecimalMark.UNKNOWN);
  private static final DateParser MONTH_FIRST =
      new DateParser(DateOrder.MONTH_FIRST, DecimalMark.UNKNOWN);

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "31.12.2024; 2024-12-31",
        "01.05.14; 2014-05-01",
        "1. 5. 2014; 2014-05-01",
        "12/31/2025; 2025-12-31",
        "31/12/2025; 2025-12-31",
        "24-07-2023; 2023-07-24",
        "2024-02-29; 2024-02-29",
        "2020/10/01; 2020-10-01",
        "7. Mai 2014; 2014-05-07",
        "19 april 2014; 2014-04-19",
        "02 Juillet 2015; 2015-07-02",
        "1er janvier 2024; 2024-01-01",
        "3 de febrero de 2024; 2024-02-03",
        "5 dicembre 2023; 2023-12-05",
        "15. März 2024; 2024-03-15",
        "10 août 2024; 2024-08-10",
        "October 28, 2024; 2024-10-28",
        "Sep 30, 2019; 2019-09-30",
        "March 3rd, 2024; 2024-03-03",
        "07-Sep-2020; 2020-09-07",
        "05-Dec-2018; 2018-12-05",
        "01 AUG 23; 2023-08-01",
        "4/4/2023; 2023-04-04"
      })
  void readsDates(String text, LocalDate day) {
    List<Day> found = UNKNOWN.find("On " + text);
    assertEquals(1, found.size(), text);
    assertEquals(Optional.of(day), found.getFirst().date());
    assertEquals(text, found.getFirst().text());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "31.02.2024",
        "13/13/2024",
        "00-00-00",
        "5488-2926-6730-9473",
        "1.2.3.2024",
        "12.50",
        "555-0199",
        "May I",
        "2024",
        "1.234,56",
        "12:30",
        "0/0/2024",
        "29.02.2023"
      })
  void leavesOutWhatIsNoDate(String text) {
    assertEquals(List.of(), UNKNOWN.find(text));
  }

  @Test
  void ambiguousDatesStayAmbiguousUntilThePaperTells() {
    Day open = UNKNOWN.find("03/04/2024").getFirst();
    assertEquals(Optional.empty(), open.date());
    assertEquals("2024-03-04 or 2024-04-03", open.value());
    assertEquals("2024-04-03", DAY_FIRST.find("03/04/2024").getFirst().value());
    assertEquals("2024-03-04", MONTH_FIRST.find("03/04/2024").getFirst().value());
  }

  @Test
  void datesWithoutAYearTakeItFromThePeriod() {
    Years years = new Years(Optional.of(LocalDate.of(2024, 1, 15)));
    Day december = DAY_FIRST.leading("28/12 Coffee").orElseThrow();
    assertEquals("--12-28", december.value());
    assertEquals("2023-12-28", december.in(years).value());
    assertEquals("2024-01-03", DAY_FIRST.whole("03 JAN").orElseThrow().in(years).value());
    assertEquals(
        "--01-03", DAY_FIRST.whole("03 JAN").orElseThrow().in(new Years(Optional.empty())).value());
  }

  @Test
  void aNumberBehindADayIsNoYear() {
    Day day = DAY_FIRST.leading("02 MAY 24 HOUR FITNESS").orElseThrow();
    assertEquals(List.of(MonthDay.of(5, 2)), day.readings());
    assertEquals(Day.NO_YEAR, day.year());
  }

  @Test
  void readsMonths() {
    assertEquals(Optional.of(YearMonth.of(2024, 3)), UNKNOWN.month("Abrechnung März 2024"));
    assertEquals(Optional.of(YearMonth.of(2024, 3)), UNKNOWN.month("03/2024"));
    assertEquals(Optional.empty(), UNKNOWN.month("12/03/2024"));
  }

  /** Every day of a century in every form of five languages. */
  @Test
  void readsWhatEveryLanguageWrites() {
    Random random = new Random(3);
    List<Locale> locales =
        List.of(Locale.ENGLISH, Locale.GERMAN, Locale.FRENCH, Locale.of("es"), Locale.ITALIAN);
    List<String> patterns =
        List.of(
            "d MMMM uuuu", "d. MMMM uuuu", "dd.MM.uuuu", "uuuu-MM-dd", "d/M/uuuu", "MMMM d, uuuu");
    for (int i = 0; i < 3000; i++) {
      LocalDate day = LocalDate.of(1970, 1, 1).plusDays(random.nextInt(40_000));
      String pattern = patterns.get(random.nextInt(patterns.size()));
      Locale locale = locales.get(random.nextInt(locales.size()));
      String text = DateTimeFormatter.ofPattern(pattern, locale).format(day);
      List<Day> found = DAY_FIRST.find("x " + text + " y");
      assertEquals(1, found.size(), text);
      assertEquals(Optional.of(day), found.getFirst().date(), text);
    }
  }
}

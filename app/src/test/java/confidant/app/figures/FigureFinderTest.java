package confidant.app.figures;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import confidant.app.documents.Paper;
import confidant.app.figures.Source.Kind;
import confidant.ingest.document.BoundingBox;
import java.math.BigDecimal;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Random;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FigureFinderTest {

  /** Ways in which amounts are written. */
  private static final List<Function<BigDecimal, String>> NOTATIONS =
      List.of(
          amount("#,##0.00", ',', '.'),
          amount("#,##0.00", '.', ','),
          amount("#,##0.00", '\'', '.'),
          amount("#,##0.00", '\u2019', '.'),
          amount("#,##0.00", '\u00A0', ','),
          amount("#,##0.00", '\u202F', ','),
          amount("#,##0.00", ' ', ','),
          amount("0.00", ',', '.'),
          amount("0.00", '.', ','));

  /** What can stand around an amount. */
  private static final List<String> SURROUNDINGS =
      List.of(
          "%s",
          "-%s",
          "\u2212%s",
          "%s-",
          "(%s)",
          "%s €",
          "€ %s",
          "$%s",
          "-€%s",
          "EUR %s",
          "%s EUR",
          "CHF %s",
          "(%s EUR)",
          "**%s**");

  private static final List<Function<LocalDate, String>> DATES =
      List.of(
          date("dd.MM.uuuu", Locale.GERMAN),
          date("d.M.uuuu", Locale.GERMAN),
          date("dd.MM.uu", Locale.GERMAN),
          date("uuuu-MM-dd", Locale.ROOT),
          date("d. MMMM uuuu", Locale.GERMAN),
          date("d MMMM uuuu", Locale.ENGLISH),
          date("MMMM d, uuuu", Locale.ENGLISH),
          date("d MMM uuuu", Locale.ENGLISH),
          date("d MMMM uuuu", Locale.FRENCH),
          date("d MMMM uuuu", Locale.ITALIAN));

  private final FigureFinder finder = new FigureFinder();

  private static Function<BigDecimal, String> amount(String pattern, char group, char decimal) {
    DecimalFormatSymbols symbols = new DecimalFormatSymbols(Locale.ROOT);
    symbols.setGroupingSeparator(group);
    symbols.setDecimalSeparator(decimal);
    return value -> new DecimalFormat(pattern, symbols).format(value);
  }

  private static Function<LocalDate, String> date(String pattern, Locale locale) {
    return day -> DateTimeFormatter.ofPattern(pattern, locale).format(day);
  }

  private static <T> T any(Random random, List<T> choices) {
    return choices.get(random.nextInt(choices.size()));
  }

  private List<Source> find(String answer, Paper... papers) {
    List<Paper> all = List.of(papers);
    all.forEach(paper -> finder.forget(paper.id()));
    return finder.find(answer, all);
  }

  /** What of an answer is marked: found in round brackets, missing in angle brackets. */
  private String marked(String answer, Paper... papers) {
    StringBuilder marked = new StringBuilder();
    int at = 0;
    for (Source source : find(answer, papers)) {
      boolean missing = source.places().isEmpty();
      marked
          .append(answer, at, source.start())
          .append(missing ? '<' : '[')
          .append(answer, source.start(), source.end())
          .append(missing ? '>' : ']');
      at = source.end();
    }
    return marked.append(answer.substring(at)).toString();
  }

  @Test
  void anAmountIsFoundInWhateverWayPaperAndAnswerWriteIt() {
    Random random = new Random(11);
    for (int i = 0; i < 4000; i++) {
      BigDecimal value = BigDecimal.valueOf(random.nextInt(1, 400_000_000), 2);
      String onPaper = any(random, SURROUNDINGS).replace("*", "");
      String inAnswer = any(random, SURROUNDINGS);
      String written = onPaper.formatted(any(random, NOTATIONS).apply(value));
      String line = random.nextBoolean() ? "Betrag  " + written : "Betrag | " + written;
      Paper paper = Papers.paper("p", "Nothing here", "Seite\n" + line);
      String copied = any(random, NOTATIONS).apply(value);
      String answer = "It says " + inAnswer.formatted(copied).replace("*", "") + ", once.";
      List<Source> sources = find(answer, paper);
      String shown = answer + " / " + line;
      assertEquals(1, sources.size(), shown);
      Source source = sources.getFirst();
      assertTrue(answer.substring(source.start(), source.end()).contains(copied), shown);
      assertEquals(2, source.places().getFirst().page(), shown);
      BoundingBox box = source.places().getFirst().box().orElseThrow();
      assertEquals(10, box.top(), shown);
    }
  }

  @Test
  void anAmountThatDiffersInOneDigitIsMissing() {
    Random random = new Random(12);
    for (int i = 0; i < 4000; i++) {
      BigDecimal value = BigDecimal.valueOf(random.nextInt(1000, 400_000_000), 2);
      int place = random.nextInt(value.unscaledValue().toString().length());
      BigDecimal other =
          value.add(BigDecimal.valueOf(random.nextBoolean() ? 1 : -1, 2).scaleByPowerOfTen(place));
      if (other.signum() <= 0) {
        continue;
      }
      String line = "Betrag  " + any(random, NOTATIONS).apply(value) + " EUR";
      String answer = "It says " + any(random, NOTATIONS).apply(other) + " EUR.";
      List<Source> sources = find(answer, Papers.paper("p", line));
      assertEquals(1, sources.size(), answer + " / " + line);
      assertEquals(List.of(), sources.getFirst().places(), answer + " / " + line);
    }
  }

  @Test
  void aDayIsFoundInWhateverWayPaperAndAnswerWriteIt() {
    Random random = new Random(13);
    for (int i = 0; i < 2000; i++) {
      LocalDate day = LocalDate.of(1990, 1, 1).plusDays(random.nextInt(15_000));
      String line = "Am " + any(random, DATES).apply(day) + " in Berlin";
      String written = any(random, DATES).apply(day);
      String answer = "On " + written + " it was so.";
      List<Source> sources = find(answer, Papers.paper("p", line));
      assertEquals(1, sources.size(), answer + " / " + line);
      Source source = sources.getFirst();
      assertEquals(written, answer.substring(source.start(), source.end()));
      assertEquals(1, source.places().size(), answer + " / " + line);
      LocalDate other = day.plusDays(1 + random.nextInt(300));
      List<Source> missing =
          find("On " + any(random, DATES).apply(other) + ".", Papers.paper("p", line));
      assertEquals(List.of(), missing.getFirst().places(), other + " / " + line);
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        // Counts of one digit and numbering are no figures.
        "There are 3 deductions.; There are 3 deductions.",
        "12. Fees of 4.90 €; 12. Fees of [4.90] €",
        "Step 1) look at 7; Step 1) look at 7",
        // But with a unit or a currency they are.
        "5 mg daily; [5] mg daily",
        "about 6 €; about <6> €",
        // Names are no figures.
        "Your HbA1c and vitamin B12; Your HbA1c and vitamin B12",
        // Pages lead to pages.
        "Net pay 2,614.38 (p. 1); Net pay [2,614.38] (p. [1])",
        "See pages 1-2 and Seite 9; See pages [1]-[2] and Seite <9>",
        "(S. 2, 1); (S. [2], 1)",
        // Sums the model made.
        "4.90 + 2.10 = 7.00; [4.90] + <2.10> = <7.00>",
        // Ranges and times.
        "the range 3.5-5.1 mmol/l; the range [3.5-5.1] mmol/l",
        "the range 3.5–5.1; the range [3.5]–[5.1]",
        "at 8:30 or 9:45; at [8:30] or <9:45>",
        // Months and years.
        "for March 2026; for [March 2026]",
        "in 2026, not 2025; in [2026], not <2025>",
        "on 30 March; on [30 March]",
        // Codes, with blanks or without.
        "IBAN DE89370400440532013000; IBAN [DE89370400440532013000]",
        "IBAN DE89 3704 0044 0532 0130 01; IBAN <DE89 3704 0044 0532 0130 01>",
        "account **** 3000; account **** [3000]",
        "tax no. 12/345/67890; tax no. [12/345/67890]",
        "customer 0012345; customer [0012345]",
        "call +49 89 1234567; call [+49 89 1234567]",
        // Shares.
        "a share of 16 %; a share of [16 %]",
        "a share of 37 %; a share of <37 %>",
        "house 37; house [37]",
      })
  void tellsFiguresFromWhatIsNone(String answer, String expected) {
    Paper paper =
        Papers.paper(
            "slip",
            """
            Hauptstraße 37, 10115 Berlin
            Abrechnung 03/2026 vom 30.03.2026, 8:30 Uhr
            Netto  2.614,38  Gebühr  4,90
            IBAN DE89 3704 0044 0532 0130 00
            Steuernummer 12 / 345 / 67890, Kunde 00 12345
            Telefon +49 (89) 1234567
            """,
            """
            Kalium | 4,2 | 3,5 - 5,1 | mmol/l
            Anteil | 16,00 %
            Dosis | 5 mg
            """);
    assertEquals(expected, marked(answer, paper));
  }

  @Test
  void theLongestReadingCounts() {
    Paper blanks = Papers.paper("p", "Solde  12 345,60", "Code 345");
    assertEquals("[12 345,60]", marked("12 345,60", blanks));
    assertEquals("<345.60>", marked("345.60", blanks), "a part of another number");
    assertEquals(
        "Room [12] [345]", marked("Room 12 345", Papers.paper("p", "Room 12", "Seat 345")));
  }

  @Test
  void anAmbiguousNumberMeansWhatThePaperMeansByTheSame() {
    Paper german = Papers.paper("p", "Menge  1.234,50  Stück  1.234", "Gewicht  1,234 kg");
    List<Source> sources = find("1.234", german);
    assertEquals(List.of(1), sources.getFirst().places().stream().map(Place::page).toList());
  }

  @Test
  void severalPlacesComeWithThePageThatIsNamedFirst() {
    Paper first = Papers.paper("first", "Total  99,10", "Total  99,10");
    Paper second = Papers.paper("second", "Total  99,10");
    List<Source> sources = find("99.10 (p. 2)", first, second);
    assertEquals(
        List.of("first 2", "first 1", "second 1"),
        sources.getFirst().places().stream()
            .map(place -> place.paperId() + " " + place.page())
            .toList());
    assertEquals(Kind.PAGE, sources.get(1).kind());
    assertEquals(
        List.of(new Place("second", 1, Optional.empty())),
        find("(second.pdf, p. 1)", first, second).getFirst().places());
  }

  @Test
  void aNameOfAPaperIsNoFigure() {
    assertEquals(
        "slip-2026-03.pdf says [12.50]",
        marked("slip-2026-03.pdf says 12.50", Papers.paper("slip-2026-03", "12,50")));
  }

  @Test
  void placesAreThoseOfTheFigureAlone() {
    Paper paper = Papers.paper("p", "Net 12.50 paid");
    BoundingBox box = find("12.5", paper).getFirst().places().getFirst().box().orElseThrow();
    assertEquals(new BoundingBox(20, 0, 25, 10), box);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "\n\n",
        ".",
        "1",
        "-",
        "--5--",
        "1.2.3.4.5",
        "99999999999999999999999999",
        "0",
        "00",
        "1,",
        ",1",
        "%",
        "5%%",
        "\uD83D\uDE00 7 \uD83D\uDE00",
        "12:60",
        "32.13.2026",
        "p. ",
        "page 99999",
        "(((12)))",
        "1e10",
        "½",
        "١٢٣"
      })
  void nothingInAnAnswerBreaksIt(String answer) {
    int end = 0;
    for (Source source : find(answer, Papers.paper("p", "Net 12.50", "a|b"))) {
      assertTrue(source.start() >= end && source.end() <= answer.length(), answer);
      end = source.end();
    }
  }

  @Test
  void sourcesNeverOverlapWhateverTheAnswer() {
    Random random = new Random(14);
    String signs = "0123456789 .,-–/:()%€$'\n\tpPageDE März S.";
    Paper paper = Papers.paper("p", "Net 12.50 on 1.3.2026", "1|2|3-4");
    for (int i = 0; i < 3000; i++) {
      StringBuilder answer = new StringBuilder();
      for (int length = random.nextInt(40); length > 0; length--) {
        answer.append(signs.charAt(random.nextInt(signs.length())));
      }
      List<Integer> ends = new ArrayList<>(List.of(0));
      for (Source source : find(answer.toString(), paper)) {
        assertTrue(source.start() >= ends.getLast(), answer.toString());
        assertTrue(source.end() > source.start() && source.end() <= answer.length());
        ends.add(source.end());
      }
    }
  }
}

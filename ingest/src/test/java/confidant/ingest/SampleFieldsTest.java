package confidant.ingest;

import static org.junit.jupiter.api.Assertions.assertEquals;

import confidant.ingest.ReadResult.Read;
import confidant.ingest.document.Check;
import confidant.ingest.document.Check.Outcome;
import confidant.ingest.document.DocumentKind;
import confidant.ingest.document.Field;
import confidant.ingest.document.Findings;
import confidant.ingest.fields.FieldReader;
import confidant.samples.Paper;
import confidant.samples.PaperMaker;
import confidant.samples.truth.Figure;
import confidant.samples.truth.Kind;
import confidant.samples.truth.Truth;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Typed fields of papers made from seeds: none is wrong, few are missing, and no check fails, since
 * the figures of these papers agree.
 *
 * <p>{@code -Dfields.count=300 -Dfields.seed=7000} reads more and others; what each kind reaches
 * stands in {@code target/sample-fields.txt}.
 */
class SampleFieldsTest {

  private static final int COUNT = 120;

  /** Least share of fields that must be right, of every kind of paper. */
  private static final double LEAST = 0.97;

  /** What every kind reached, for those who mend the reading. */
  private static final Path REPORT = Path.of("target", "sample-fields.txt");

  /** What fields of the truth are called in findings. */
  private static final Map<String, String> NAMES =
      Map.ofEntries(
          Map.entry("payslip.gross", "gross"),
          Map.entry("payslip.total", "total_deductions"),
          Map.entry("payslip.net", "net"),
          Map.entry("payslip.paid", "pay_date"),
          Map.entry("statement.opening", "opening_balance"),
          Map.entry("statement.closing", "closing_balance"),
          Map.entry("statement.in", "total_deposits"),
          Map.entry("statement.out", "total_withdrawals"),
          Map.entry("lab.value", "analyte.value"),
          Map.entry("lab.reported", "date"),
          Map.entry("letter.date", "date"),
          Map.entry("letter.dose", "medicine.dose"),
          Map.entry("letter.appointment", "appointment.date"),
          Map.entry("invoice.net", "net"),
          Map.entry("invoice.tax", "tax"),
          Map.entry("invoice.total", "total"),
          Map.entry("invoice.date", "invoice_date"),
          Map.entry("invoice.due", "due_date"));

  private static final Map<Kind, DocumentKind> KINDS =
      Map.of(
          Kind.PAYSLIP, DocumentKind.PAYSLIP,
          Kind.STATEMENT, DocumentKind.BANK_STATEMENT,
          Kind.LAB_REPORT, DocumentKind.LAB_REPORT,
          Kind.MEDICAL_LETTER, DocumentKind.MEDICAL_LETTER,
          Kind.INVOICE, DocumentKind.INVOICE);

  private static final FieldReader READER = new FieldReader();

  @TempDir private Path folder;

  @Test
  void fieldsAreRightAndNoneIsInvented() throws IOException {
    long first = Long.getLong("fields.seed", 0);
    int count = Integer.getInteger("fields.count", COUNT);
    Map<Kind, Score> scores = new TreeMap<>();
    for (long seed = first; seed < first + count; seed++) {
      Paper paper = PaperMaker.make(seed);
      Path file = folder.resolve(paper.fileName());
      Files.write(file, paper.bytes());
      ReadResult result =
          new DocumentReader().read(file, ReadOptions.defaults(), ReadProgress.none());
      Score score = scores.computeIfAbsent(paper.truth().kind(), kind -> new Score());
      if (result instanceof Read read) {
        score.add(paper, READER.read(read.document()));
      } else {
        score.wrong.add(paper.fileName() + " " + result);
      }
    }
    List<String> report = new ArrayList<>();
    List<String> complaints = new ArrayList<>();
    scores.forEach(
        (kind, score) -> {
          report.add(kind + " " + score.describe());
          report.addAll(score.wrong);
          report.addAll(score.missing);
          complaints.addAll(score.wrong);
          if (score.share() < LEAST) {
            complaints.add(kind + " " + score.describe() + " " + score.missing);
          }
        });
    Files.write(REPORT, report);
    assertEquals(List.of(), complaints);
  }

  /** What the papers of one kind reach. */
  private static final class Score {

    private int right;
    private final List<String> wrong = new ArrayList<>();
    private final List<String> missing = new ArrayList<>();

    void add(Paper paper, Findings findings) {
      Truth truth = paper.truth();
      if (findings.kind() != KINDS.get(truth.kind())) {
        wrong.add(paper.fileName() + " taken for " + findings.kind());
        return;
      }
      for (Figure figure : truth.figures()) {
        if (NAMES.containsKey(figure.field())) {
          add(paper.fileName(), figure, findings);
        }
      }
      findings.checks().stream()
          .filter(check -> check.outcome() == Outcome.FAILED)
          .map(Check::formula)
          .forEach(formula -> wrong.add(paper.fileName() + " check failed: " + formula));
    }

    private void add(String paper, Figure figure, Findings findings) {
      String name = NAMES.get(figure.field());
      List<Field> found = candidates(name, figure, findings);
      String what = paper + " " + name + " " + figure.label() + " " + figure.text();
      if (found.isEmpty()) {
        missing.add(what);
      } else if (found.stream().anyMatch(field -> agrees(field, figure))) {
        right++;
      } else {
        wrong.add(what + " read as " + found.stream().map(Field::value).toList());
      }
    }

    /** Fields of the name; of those that are many, the ones of the figure's row. */
    private static List<Field> candidates(String name, Figure figure, Findings findings) {
      int dot = name.indexOf('.');
      if (dot < 0 || name.equals("appointment.date")) {
        return findings.all(name);
      }
      List<Field> names = findings.all(name.substring(0, dot) + ".name");
      return findings.all(name).stream()
          .filter(
              field ->
                  names.stream()
                      .anyMatch(
                          other ->
                              other.item() == field.item()
                                  && alike(other.value()).equals(alike(figure.label()))))
          .toList();
    }

    private static boolean agrees(Field field, Figure figure) {
      return alike(field.raw()).equals(alike(figure.text()))
          || agrees(field.value(), figure.value());
    }

    /** A day that can be read in two ways, and a dose with its unit, hold what they should. */
    private static boolean agrees(String value, String truth) {
      if (value.contains(" ")) {
        return Arrays.stream(value.split(" ", -1)).anyMatch(part -> agrees(part, truth));
      }
      try {
        return new BigDecimal(value.replace(',', '.')).compareTo(new BigDecimal(truth)) == 0;
      } catch (NumberFormatException e) {
        return value.equals(truth);
      }
    }

    private static String alike(String text) {
      return text.replaceAll("[\\s\u00A0\u2009\u202F]+", " ").strip();
    }

    double share() {
      int all = right + wrong.size() + missing.size();
      return all == 0 ? 1 : right / (double) all;
    }

    String describe() {
      return String.format(
          Locale.ROOT, "%d right, %d wrong, %d missing", right, wrong.size(), missing.size());
    }
  }
}

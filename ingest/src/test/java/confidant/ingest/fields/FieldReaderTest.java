package confidant.ingest.fields;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import confidant.ingest.document.Check.Outcome;
import confidant.ingest.document.Document;
import confidant.ingest.document.DocumentKind;
import confidant.ingest.document.Findings;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class FieldReaderTest {

  private static final FieldReader READER = new FieldReader();

  @Test
  void whatIsOfNoKindHasNoFields() {
    Findings findings =
        READER.read(new TestPaper().lines("Dear Sam,", "the weather is fine.").document());
    assertEquals(DocumentKind.OTHER, findings.kind());
    assertEquals(List.of(), findings.fields());
    assertEquals(List.of(), findings.checks());
  }

  @ParameterizedTest
  @EnumSource
  void anEmptyDocumentHasNoFields(DocumentKind kind) {
    Document empty = new Document("a.pdf", "application/pdf", List.of());
    assertEquals(List.of(), READER.readAs(empty, kind).fields());
    Document tables = new TestPaper().table(0).table(1, "", "|").table(3, "a").document();
    assertEquals(List.of(), READER.readAs(tables, kind).fields());
  }

  @Test
  void tenThousandMovementsAreReadAndAddUp() {
    String[] rows = new String[10_001];
    rows[0] = "Date | Description | Money out | Money in | Balance";
    for (int i = 1; i < rows.length; i++) {
      rows[i] = "%02d/05/2024 | Shop %d | 1.00 | | %d.00".formatted(i % 28 + 1, i, 50_000 - i);
    }
    Document document =
        new TestPaper()
            .lines("Statement of account", "Opening balance  50,000.00")
            .table(1, rows)
            .document();
    Findings findings = READER.read(document);
    assertEquals("10000", findings.first("transaction_count").orElseThrow().value());
    assertTrue(findings.checks().stream().anyMatch(check -> check.outcome() == Outcome.PASSED));
    assertTrue(findings.checks().stream().noneMatch(check -> check.outcome() == Outcome.FAILED));
  }

  /** Random cells of words, figures and dates: nothing throws, every field stands on its page. */
  @ParameterizedTest
  @EnumSource
  void nothingThatAPaperHoldsThrows(DocumentKind kind) {
    Random random = new Random(kind.name().length());
    List<String> words =
        List.of(
            "Total",
            "gross",
            "Net Pay:",
            "12/31/2025",
            "01.02.",
            "1.234,56",
            "(5.00)",
            "Balance",
            "9".repeat(300),
            "IBAN",
            "DE89",
            "1a",
            "2b Box",
            "70-100",
            "<",
            "HIGH",
            "mg",
            "10mg",
            "Diagnoses:",
            "\uD83D\uDE00",
            "\u0660\u0661",
            "",
            "-",
            "$",
            "CR",
            "(",
            ")",
            "Date",
            "Amount",
            "Deductions",
            "YTD",
            "to",
            "May",
            "29.02.2023",
            "\u00DF",
            "5 -",
            "- 5",
            "°",
            "1.",
            ".1",
            "'",
            "H",
            "%",
            "total total total total",
            "Statement period",
            "Result");
    for (int round = 0; round < 150; round++) {
      TestPaper paper = new TestPaper();
      for (int block = 0; block < 4; block++) {
        String[] lines = new String[1 + random.nextInt(8)];
        for (int i = 0; i < lines.length; i++) {
          StringBuilder line = new StringBuilder();
          for (int j = 0; j < 4; j++) {
            String separator = block % 2 == 0 ? random.nextBoolean() ? "  " : " " : "|";
            line.append(j == 0 ? "" : separator).append(words.get(random.nextInt(words.size())));
          }
          lines[i] = line.toString();
        }
        paper = block % 2 == 0 ? paper.lines(lines) : paper.table(random.nextInt(3), lines);
      }
      Findings findings = READER.readAs(paper.document(), kind);
      assertTrue(findings.fields().stream().allMatch(field -> field.page() == 1));
      assertTrue(FieldsWriter.write("a.pdf", findings).endsWith("}\n"));
    }
  }
}

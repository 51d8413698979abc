package confidant.ingest.fields;

import static org.junit.jupiter.api.Assertions.assertEquals;

import confidant.ingest.document.BoundingBox;
import confidant.ingest.document.Check;
import confidant.ingest.document.Check.Outcome;
import confidant.ingest.document.Conventions;
import confidant.ingest.document.Conventions.DateOrder;
import confidant.ingest.document.Conventions.DecimalMark;
import confidant.ingest.document.DocumentKind;
import confidant.ingest.document.Field;
import confidant.ingest.document.Findings;
import java.util.List;
import org.junit.jupiter.api.Test;

class FieldsWriterTest {

  private static final BoundingBox BOX = new BoundingBox(1.5, 20, 1e-9, 12.34567);
  private static final Conventions CONVENTIONS =
      new Conventions(DecimalMark.POINT, DateOrder.UNKNOWN);

  @Test
  void writesWhatStandsOnceFirstAndEverythingAfterwards() {
    Field net = new Field("net", 0, "1234.50", "1,234.50", 2, BOX, 0.9);
    Field part = new Field("deduction.name", 1, "Tax", "Tax", 2, BOX, 0.5);
    Check check = new Check("a", "1 = 1", Outcome.PASSED, List.of(net, part));
    Findings findings =
        new Findings(DocumentKind.PAYSLIP, 0.75, CONVENTIONS, List.of(net, part), List.of(check));
    assertEquals(
        """
        {
          "net": "1,234.50",
          "file": "a.pdf",
          "kind": "payslip",
          "kind_confidence": 0.75,
          "conventions": {"decimal_mark": "point", "date_order": "unknown"},
          "fields": [
            {"name": "net", "value": "1234.50", "raw": "1,234.50", "page": 2, "box": [1.5, 20, 0, 12.346], "confidence": 0.9},
            {"name": "deduction.name", "item": 1, "value": "Tax", "raw": "Tax", "page": 2, "box": [1.5, 20, 0, 12.346], "confidence": 0.5}
          ],
          "checks": [
            {"what": "a", "formula": "1 = 1", "outcome": "passed", "fields": ["net", "deduction[1].name"]}
          ]
        }
        """,
        FieldsWriter.write("a.pdf", findings));
  }

  @Test
  void escapesWhatJsonForbids() {
    Field name = new Field("employer", 0, "x", "a\"b\\c\n\u0001\u2028\uD83D\uDE00", 1, BOX, 1);
    Findings findings = new Findings(DocumentKind.OTHER, 1, CONVENTIONS, List.of(name), List.of());
    String first = FieldsWriter.write("a", findings).lines().skip(1).findFirst().orElseThrow();
    assertEquals("  \"employer\": \"a\\\"b\\\\c\\u000a\\u0001\\u2028\\ud83d\\ude00\",", first);
  }
}

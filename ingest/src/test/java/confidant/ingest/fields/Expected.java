package confidant.ingest.fields;

import static org.junit.jupiter.api.Assertions.assertEquals;

import confidant.ingest.document.Check;
import confidant.ingest.document.Check.Outcome;
import confidant.ingest.document.Document;
import confidant.ingest.document.DocumentKind;
import confidant.ingest.document.Field;
import confidant.ingest.document.Findings;
import java.util.List;

/** Findings of a paper, with what tests ask of them. */
record Expected(Findings findings) {

  private static final FieldReader READER = new FieldReader();

  /** Reads a paper that must be taken for one of {@code kind}. */
  static Expected of(DocumentKind kind, TestPaper paper) {
    Document document = paper.document();
    Findings findings = READER.read(document);
    assertEquals(kind, findings.kind());
    return new Expected(findings);
  }

  /** Reads a paper as one of {@code kind}. */
  static Expected as(DocumentKind kind, TestPaper paper) {
    return new Expected(READER.readAs(paper.document(), kind));
  }

  /** The normalised value of a field; {@code "none"} if it was not found. */
  String value(String name) {
    return findings.first(name).map(Field::value).orElse("none");
  }

  /** As the paper says it; {@code "none"} if it was not found. */
  String raw(String name) {
    return findings.first(name).map(Field::raw).orElse("none");
  }

  List<String> values(String name) {
    return findings.all(name).stream().map(Field::value).toList();
  }

  List<Outcome> outcomes(String start) {
    return findings.checks().stream()
        .filter(check -> check.what().startsWith(start))
        .map(Check::outcome)
        .toList();
  }

  String formula(String start) {
    return findings.checks().stream()
        .filter(check -> check.what().startsWith(start))
        .map(Check::formula)
        .findFirst()
        .orElse("none");
  }
}

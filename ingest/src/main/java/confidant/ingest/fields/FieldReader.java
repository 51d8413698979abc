package confidant.ingest.fields;

import confidant.ingest.classify.Classification;
import confidant.ingest.classify.DocumentClassifier;
import confidant.ingest.document.Document;
import confidant.ingest.document.DocumentKind;
import confidant.ingest.document.Findings;
import java.util.EnumMap;
import java.util.Map;

/**
 * Reads what a document states: its kind, typed fields with their places, and whether its figures
 * agree.
 *
 * <p>Takes time linear in the document's text. Thread-safe; never throws for what a document holds.
 */
public final class FieldReader {

  private final DocumentClassifier classifier = new DocumentClassifier();
  private final Map<DocumentKind, Extractor> extractors = new EnumMap<>(DocumentKind.class);

  /** Loads the vocabularies. */
  public FieldReader() {
    extractors.put(DocumentKind.PAYSLIP, new PayslipExtractor());
    extractors.put(DocumentKind.BANK_STATEMENT, new StatementExtractor());
    extractors.put(DocumentKind.MEDICAL_LETTER, new LetterExtractor());
    extractors.put(DocumentKind.LAB_REPORT, new LabExtractor());
    extractors.put(DocumentKind.INVOICE, new InvoiceExtractor());
    extractors.put(DocumentKind.TAX_FORM, new TaxFormExtractor());
    extractors.put(DocumentKind.OTHER, (sheet, findings) -> {});
  }

  /** What {@code document} states, by the kind of paper it seems to be. */
  public Findings read(Document document) {
    Classification found = classifier.classify(document);
    return read(document, found.kind(), found.confidence());
  }

  /** What {@code document} states, read as a paper of {@code kind}, which the person has chosen. */
  public Findings readAs(Document document, DocumentKind kind) {
    return read(document, kind, 1);
  }

  private Findings read(Document document, DocumentKind kind, double confidence) {
    Sheet sheet = Sheet.of(document);
    FindingsBuilder findings = new FindingsBuilder();
    extractors.get(kind).extract(sheet, findings);
    return new Findings(
        kind, confidence, sheet.conventions(), findings.fields(), findings.checks());
  }
}

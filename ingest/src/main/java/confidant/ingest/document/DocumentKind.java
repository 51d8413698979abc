package confidant.ingest.document;

/** What sort of paper a document is. */
public enum DocumentKind {
  PAYSLIP,
  BANK_STATEMENT,
  MEDICAL_LETTER,
  LAB_REPORT,
  /** An invoice, a bill or a receipt. */
  INVOICE,
  TAX_FORM,
  /** None of the others, or not certain enough. */
  OTHER
}

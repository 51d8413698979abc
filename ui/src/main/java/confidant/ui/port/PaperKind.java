package confidant.ui.port;

/** What sort of paper was recognised. */
public enum PaperKind {
  PAYSLIP,
  BANK_STATEMENT,
  MEDICAL_LETTER,
  LAB_REPORT,
  INVOICE,
  TAX_FORM,
  /** None of the others. */
  OTHER
}

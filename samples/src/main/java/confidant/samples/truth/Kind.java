package confidant.samples.truth;

/** Kinds of papers. */
public enum Kind {
  PAYSLIP,
  STATEMENT,
  LAB_REPORT,
  MEDICAL_LETTER,
  INVOICE
}

package confidant.app.wiring;

import confidant.ingest.document.DocumentKind;
import confidant.ui.port.PaperKind;

/** Kinds of papers between the reader and the window, which do not know each other. */
final class PaperKinds {

  private PaperKinds() {}

  static PaperKind toWindow(DocumentKind kind) {
    return switch (kind) {
      case PAYSLIP -> PaperKind.PAYSLIP;
      case BANK_STATEMENT -> PaperKind.BANK_STATEMENT;
      case MEDICAL_LETTER -> PaperKind.MEDICAL_LETTER;
      case LAB_REPORT -> PaperKind.LAB_REPORT;
      case INVOICE -> PaperKind.INVOICE;
      case TAX_FORM -> PaperKind.TAX_FORM;
      case OTHER -> PaperKind.OTHER;
    };
  }

  static DocumentKind toReader(PaperKind kind) {
    return switch (kind) {
      case PAYSLIP -> DocumentKind.PAYSLIP;
      case BANK_STATEMENT -> DocumentKind.BANK_STATEMENT;
      case MEDICAL_LETTER -> DocumentKind.MEDICAL_LETTER;
      case LAB_REPORT -> DocumentKind.LAB_REPORT;
      case INVOICE -> DocumentKind.INVOICE;
      case TAX_FORM -> DocumentKind.TAX_FORM;
      case OTHER -> DocumentKind.OTHER;
    };
  }
}

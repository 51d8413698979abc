package confidant.ingest.fields;

import static org.junit.jupiter.api.Assertions.assertEquals;

import confidant.ingest.document.Check.Outcome;
import confidant.ingest.document.DocumentKind;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Laboratory reports, letters, invoices, tax forms. */
class OtherKindsTest {

  private static final String FLAGS = "A value outside";
  private static final String TOTAL = "Net plus tax";

  @Test
  void readsLaboratoryReports() {
    TestPaper paper =
        new TestPaper()
            .lines("Laboratory Report", "Patient: Jane Roe", "Report date: 28 October 2024")
            .table(
                1,
                "Test | Result | Unit | Reference Range | Flag",
                "Glucose, Fasting | 118 | mg/dL | 70-100 | HIGH",
                "HbA1c | 6.8% | | < 5.7 | H",
                "Creatinine | 1.1 | mg/dL | 0.7 - 1.3 | ",
                "Total Cholesterol | 215 | mg/dL | <200 | ",
                "Blood Pressure | 142/88 | mmHg | 120/80 | HIGH");
    Expected found = Expected.of(DocumentKind.LAB_REPORT, paper);
    assertEquals("Jane Roe", found.value("patient"));
    assertEquals("2024-10-28", found.value("date"));
    assertEquals(List.of("118", "6.8", "1.1", "215", "142/88"), found.values("analyte.value"));
    assertEquals(List.of("mg/dL", "%", "mg/dL", "mg/dL", "mmHg"), found.values("analyte.unit"));
    assertEquals("70-100", found.values("analyte.range").getFirst());
    assertEquals(List.of("HIGH", "HIGH", "HIGH"), found.values("analyte.flag"));
    assertEquals(List.of(Outcome.FAILED, Outcome.PASSED), found.outcomes(FLAGS));
    assertEquals("Total Cholesterol: 215 is above <200, flag: none", found.formula(FLAGS));
  }

  @Test
  void readsLaboratoryReportsInGermanFrenchSpanishItalian() {
    Expected german =
        Expected.of(
            DocumentKind.LAB_REPORT,
            new TestPaper()
                .lines("Laborbefund")
                .table(
                    1,
                    "Parameter | Ergebnis | Einheit | Referenzbereich | Bewertung",
                    "Hämoglobin | 11,2 | g/dl | 12,0 - 16,0 | -",
                    "Leukozyten | 7,4 | Tsd/µl | 4,0 bis 10,0 | ",
                    "Cholesterin | 250 | mg/dl | bis 200 | +"));
    assertEquals(List.of("11.2", "7.4", "250"), german.values("analyte.value"));
    assertEquals(List.of("LOW", "HIGH"), german.values("analyte.flag"));
    assertEquals(List.of(Outcome.PASSED), german.outcomes(FLAGS));

    for (String[] words :
        List.of(
            new String[] {"Compte rendu d'analyses", "Analyse | Résultat | Valeurs de référence"},
            new String[] {"Informe de laboratorio", "Prueba | Resultado | Valores de referencia"},
            new String[] {"Esami di laboratorio", "Esame | Risultato | Valori di riferimento"})) {
      Expected found =
          Expected.of(
              DocumentKind.LAB_REPORT,
              new TestPaper().lines(words[0]).table(1, words[1], "TSH | 2,4 mUI/l | 0,4 - 4,0"));
      assertEquals(List.of("2.4"), found.values("analyte.value"), words[0]);
      assertEquals(List.of("mUI/l"), found.values("analyte.unit"), words[0]);
      assertEquals(List.of(Outcome.NOT_POSSIBLE), found.outcomes(FLAGS), words[0]);
    }
  }

  @Test
  void readsMedicalLetters() {
    TestPaper paper =
        new TestPaper()
            .lines(
                "Seaview General Hospital",
                "Discharge Summary",
                "Patient: Jonathan Example",
                "Date: October 28, 2024")
            .lines("Diagnoses:", "1. Type 2 diabetes mellitus", "2. Hypertension (I10)")
            .lines("HISTORY", "He was given 500 mg of something in 2019.")
            .lines(
                "Discharge medications:", "- Lisinopril 20mg once daily", "- Metformin 500 mg bid")
            .lines("Follow-up: Cardiology clinic on November 12, 2024")
            .lines("PLAN", "He should also take Aspirin 81 mg daily.");
    Expected found = Expected.of(DocumentKind.MEDICAL_LETTER, paper);
    assertEquals("Seaview General Hospital", found.value("sender"));
    assertEquals("Jonathan Example", found.value("patient"));
    assertEquals("2024-10-28", found.value("date"));
    assertEquals(
        List.of("Type 2 diabetes mellitus", "Hypertension (I10)"), found.values("diagnosis"));
    assertEquals(List.of("Lisinopril", "Metformin", "Aspirin"), found.values("medicine.name"));
    assertEquals(List.of("20mg", "500 mg", "81 mg"), found.values("medicine.dose"));
    assertEquals(List.of("2024-11-12"), found.values("appointment.date"));
  }

  @Test
  void readsMedicalLettersInOtherLanguages() {
    Expected german =
        Expected.of(
            DocumentKind.MEDICAL_LETTER,
            new TestPaper()
                .lines("Klinikum Musterstadt", "Arztbrief", "Datum: 15. März 2024")
                .lines("Diagnosen:", "Arterielle Hypertonie", "Medikation:", "Ramipril 5 mg 1-0-0")
                .lines("Kontrolltermin am 02.05.2024"));
    assertEquals("2024-03-15", german.value("date"));
    assertEquals(List.of("Arterielle Hypertonie"), german.values("diagnosis"));
    assertEquals(List.of("Ramipril"), german.values("medicine.name"));
    assertEquals(List.of("2024-05-02"), german.values("appointment.date"));

    Expected french =
        Expected.of(
            DocumentKind.MEDICAL_LETTER,
            new TestPaper()
                .lines("Hôpital Exemple", "Lettre de sortie", "Le 10 août 2024")
                .lines("Diagnostic principal : Asthme")
                .lines("Traitement de sortie :", "Amoxicilline 1 g matin et soir"));
    assertEquals("2024-08-10", french.value("date"));
    assertEquals(List.of("Asthme"), french.values("diagnosis"));
    assertEquals(List.of("1 g"), french.values("medicine.dose"));
  }

  @Test
  void whatIsDueAfterPaymentsIsNotTheTotal() {
    TestPaper paper =
        new TestPaper()
            .lines(
                "Invoice number: NE-1187",
                "Net total:  EUR 995.06",
                "VAT 19 %:  EUR 189.06",
                "Gross total:  EUR 1,184.12",
                "Advance payments, 12 x EUR 92.00:  EUR 1,104.00",
                "Amount due:  EUR 80.12");
    Expected found = Expected.of(DocumentKind.INVOICE, paper);
    assertEquals("1184.12", found.value("total"));
    assertEquals("80.12", found.value("amount_due"));
    assertEquals(List.of(Outcome.PASSED), found.outcomes("Net plus tax is the total"));

    Expected alone =
        Expected.of(
            DocumentKind.INVOICE,
            new TestPaper().lines("Invoice number: NE-1188", "Amount due:  EUR 80.12"));
    assertEquals("80.12", alone.value("total"));
    assertEquals(List.of(), alone.values("amount_due"));
  }

  @Test
  void readsInvoices() {
    TestPaper paper =
        new TestPaper()
            .lines(
                "Azure Rooms Inc.",
                "Invoice INV/2023/03/0008",
                "Invoice Date:  Due Date:",
                "03/20/2023  04/04/2023")
            .table(
                1,
                "Description | Quantity | Unit Price | Total",
                "Chair | 1.00 | 262.90 | $ 262.90")
            .table(0, "Subtotal | $ 262.90", "Tax 15% on $ 112.90 | $ 16.94", "Total | $ 279.84");
    Expected found = Expected.of(DocumentKind.INVOICE, paper);
    assertEquals("INV/2023/03/0008", found.value("invoice_number"));
    assertEquals("03/20/2023", found.raw("invoice_date"));
    assertEquals("2023-04-04", found.value("due_date"));
    assertEquals("262.90", found.raw("net"));
    assertEquals("16.94", found.raw("tax"));
    assertEquals("279.84", found.raw("total"));
    assertEquals("Azure Rooms Inc.", found.value("vendor"));
    assertEquals(List.of(Outcome.PASSED), found.outcomes(TOTAL));
  }

  @Test
  void readsInvoicesInOtherLanguages() {
    Expected german =
        Expected.of(
            DocumentKind.INVOICE,
            new TestPaper()
                .lines(
                    "Rechnung",
                    "Rechnungsnr. 30064443",
                    "Rechnungsdatum: 7. Mai 2014",
                    "Nettobetrag  29,18",
                    "zzgl. 19% MwSt.  5,55",
                    "Gesamtbetrag EUR 34,73"));
    assertEquals("30064443", german.value("invoice_number"));
    assertEquals("7. Mai 2014", german.raw("invoice_date"));
    assertEquals("34,73", german.raw("total"));
    assertEquals(List.of(Outcome.PASSED), german.outcomes(TOTAL));

    Expected french =
        Expected.of(
            DocumentKind.INVOICE,
            new TestPaper()
                .lines("Facture n°562044387", "Date de facture : 02 Juillet 2015")
                .lines("Total HT  24.99", "TVA 20%  5.00", "Total TTC  29.90"));
    assertEquals("562044387", french.value("invoice_number"));
    assertEquals(List.of(Outcome.FAILED), french.outcomes(TOTAL));
    assertEquals("24.99 + 5.00 = 29.99, but the paper says 29.90", french.formula(TOTAL));

    Expected spanish =
        Expected.of(
            DocumentKind.INVOICE,
            new TestPaper()
                .lines("Factura número: A-2024/17", "Fecha de factura: 5 de enero de 2024")
                .lines("Base imponible  100,00", "IVA 21%  21,00", "Total factura  121,00"));
    assertEquals("A-2024/17", spanish.value("invoice_number"));
    assertEquals("2024-01-05", spanish.value("invoice_date"));
    assertEquals(List.of(Outcome.PASSED), spanish.outcomes(TOTAL));

    Expected italian =
        Expected.of(
            DocumentKind.INVOICE,
            new TestPaper()
                .lines("Fattura n. 12/A", "Data fattura: 31/01/2024", "Scadenza: 28/02/2024")
                .lines("Imponibile  100,00", "IVA 22%  22,00", "Totale fattura  122,00"));
    assertEquals("12/A", italian.value("invoice_number"));
    assertEquals("2024-02-28", italian.value("due_date"));
    assertEquals("122.00", italian.value("total"));
  }

  @Test
  void aMissingTotalStaysMissing() {
    TestPaper paper = new TestPaper().lines("Invoice number: 17", "Bill to: Jane Roe", "Thank you");
    Expected found = Expected.of(DocumentKind.INVOICE, paper);
    assertEquals("none", found.value("total"));
    assertEquals("Jane Roe", found.value("customer"));
    assertEquals(List.of(Outcome.NOT_POSSIBLE), found.outcomes(TOTAL));
  }

  @Test
  void readsTaxForms() {
    TestPaper paper =
        new TestPaper()
            .lines("Form 1099-DIV", "Dividends and Distributions", "For calendar year 2023")
            .lines(
                "1a Total ordinary dividends  1601.60",
                "1b Qualified dividends  2a Total capital gain distr.",
                "785.30                  271.79");
    Expected found = Expected.of(DocumentKind.TAX_FORM, paper);
    assertEquals("2023", found.value("tax_year"));
    assertEquals(List.of("1a", "1b", "2a"), found.values("box.number"));
    assertEquals(
        List.of("Total ordinary dividends", "Qualified dividends", "Total capital gain distr."),
        found.values("box.label"));
    assertEquals(List.of("1601.60", "785.30", "271.79"), found.values("box.amount"));
  }

  @Test
  void theSenderOfAnInvoiceIsNoQuantity() {
    TestPaper paper =
        new TestPaper()
            .lines("Invoice number: 17", "1.00 kg", "Muster Handel KG - Hauptstr. 1 - 12345 Stadt");
    assertEquals("Muster Handel KG", Expected.of(DocumentKind.INVOICE, paper).value("vendor"));
  }

  @Test
  void anAmountBelongsToTheBoxItStandsIn() {
    TestPaper paper =
        new TestPaper()
            .lines("1a Total ordinary dividends  1b Qualified dividends", "$  271.79            $")
            .lines("2a Total capital gain  2b Unrecap. gain", "$                      $  12.50");
    Expected found = Expected.as(DocumentKind.TAX_FORM, paper);
    assertEquals(List.of("1a", "2b"), found.values("box.number"));
    assertEquals(List.of("271.79", "12.50"), found.values("box.amount"));
  }

  @Test
  void boxesMayShareALineAndHaveTheirNumbersApart() {
    TestPaper paper =
        new TestPaper()
            .lines(
                "9  Cash liquidation 10 Noncash liquidation", //
                "      $  59.43         $  33.70");
    Expected found = Expected.as(DocumentKind.TAX_FORM, paper);
    assertEquals(List.of(), found.values("box.number"));
    TestPaper inOrder =
        new TestPaper()
            .lines("5  Section dividends", "$  16.00")
            .lines("9  Cash liquidation 10 Noncash liquidation", "   $  59.43         $  33.70");
    Expected all = Expected.as(DocumentKind.TAX_FORM, inOrder);
    assertEquals(List.of("5", "9", "10"), all.values("box.number"));
    assertEquals(
        List.of("Section dividends", "Cash liquidation", "Noncash liquidation"),
        all.values("box.label"));
    assertEquals(List.of("16.00", "59.43", "33.70"), all.values("box.amount"));
  }

  @Test
  void whatIsFilledInStandsBelowTheWordsOfItsBox() {
    TestPaper paper =
        new TestPaper()
            .lines(
                "PAYER'S name, street address, city  1a Total ordinary dividends",
                "or foreign postal code  $ 12.00",
                "Birch & Sons  2020",
                "RECIPIENT'S TIN  Copy B",
                "554-00-0000",
                "RECIPIENT'S name",
                "Jo Doe",
                "Form 1099-DIV");
    Expected found = Expected.of(DocumentKind.TAX_FORM, paper);
    assertEquals("Birch & Sons", found.value("payer"));
    assertEquals("Jo Doe", found.value("taxpayer"));
    assertEquals("2020", found.value("tax_year"));
  }

  @Test
  void theDayBehindTheNumberOfAnInvoiceDatesIt() {
    Expected found =
        Expected.of(
            DocumentKind.INVOICE,
            new TestPaper()
                .lines(
                    "Facture n\u00B0562044387 du 02 Juillet 2015",
                    "Date limite de paiement le 05 Juillet 2015",
                    "Total TTC  29,90"));
    assertEquals("562044387", found.value("invoice_number"));
    assertEquals("2015-07-02", found.value("invoice_date"));
    assertEquals("2015-07-05", found.value("due_date"));
  }

  @Test
  void columnsSayWhichTotalIsNetAndWhichTax() {
    Expected found =
        Expected.of(
            DocumentKind.INVOICE,
            new TestPaper()
                .lines("Facture n\u00B0 562044387")
                .table(
                    1,
                    " | Montant EUR HT | Montant TVA | Montant EUR TTC",
                    "Abonnements | 20.00 | 4.00 | 24.00",
                    "Communications | 4.99 | 1.00 | 5.99",
                    "Total facture | 24.99 | 5.00 | 29.99"));
    assertEquals("24.99", found.value("net"));
    assertEquals("5.00", found.value("tax"));
    assertEquals("29.99", found.value("total"));
    assertEquals(List.of(Outcome.PASSED), found.outcomes(TOTAL));
  }

  @Test
  void theOnlyDayOfAReceiptDatesIt() {
    Expected receipt =
        Expected.of(
            DocumentKind.INVOICE,
            new TestPaper().lines("Receipt", "11/23/2024 14:32", "Subtotal  5.00", "Total  5.40"));
    assertEquals("2024-11-23", receipt.value("invoice_date"));
    Expected two =
        Expected.of(
            DocumentKind.INVOICE,
            new TestPaper()
                .lines("Receipt", "11/23/2024 14:32", "11/24/2024 return by", "Total  5.40"));
    assertEquals("none", two.value("invoice_date"));
  }

  @Test
  void readsResultsWrittenAsText() {
    Expected found =
        Expected.of(
            DocumentKind.LAB_REPORT,
            new TestPaper()
                .lines(
                    "Blood test results",
                    "Hemoglobin: 11.5 g/dL (Reference: 12.0-15.5) Low",
                    "Glucose (Fasting): 95 mg/dL (70-100)",
                    "Platelets: 250,000 /\u00B5L (Reference range: 150,000-450,000)",
                    "Remark: taken at 8 (fasting)"));
    assertEquals(
        List.of("Hemoglobin", "Glucose (Fasting)", "Platelets"), found.values("analyte.name"));
    assertEquals(List.of("11.5", "95", "250000"), found.values("analyte.value"));
    assertEquals(List.of("g/dL", "mg/dL", "/\u00B5L"), found.values("analyte.unit"));
    assertEquals(List.of("12.0-15.5", "70-100", "150,000-450,000"), found.values("analyte.range"));
    assertEquals(List.of("LOW"), found.values("analyte.flag"));
  }

  @Test
  void aNumberOfABoxMayStandBehindTheWordForIt() {
    Expected found =
        Expected.of(
            DocumentKind.TAX_FORM,
            new TestPaper()
                .lines(
                    "FORM W-2 WAGE AND TAX STATEMENT",
                    "Year: 2025",
                    "Employer: Birch Ltd",
                    "Employee Name: Jo Doe",
                    "Box 1 Wages, tips, other comp: $91,000.00",
                    "Box 2 Federal income tax withheld: $14,200.00"));
    assertEquals("2025", found.value("tax_year"));
    assertEquals("Birch Ltd", found.value("payer"));
    assertEquals("Jo Doe", found.value("taxpayer"));
    assertEquals(List.of("1", "2"), found.values("box.number"));
    assertEquals(List.of("91000.00", "14200.00"), found.values("box.amount"));
  }
}

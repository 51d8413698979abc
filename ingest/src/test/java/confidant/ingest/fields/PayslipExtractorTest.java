package confidant.ingest.fields;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import confidant.ingest.document.Check.Outcome;
import confidant.ingest.document.DocumentKind;
import confidant.ingest.document.Field;
import java.util.List;
import org.junit.jupiter.api.Test;

class PayslipExtractorTest {

  private static final String NET = "Gross pay less";
  private static final String YEAR = "The year to date";

  private static TestPaper english(String net) {
    return new TestPaper()
        .lines(
            "Harbour Bakery Ltd",
            "Earnings Statement",
            "Employee: Jane Roe",
            "Pay Period: 12/01/2025 - 12/15/2025",
            "Pay Date: 12/19/2025")
        .table(
            1,
            "Earnings | Rate | Hours | This Period | Year to Date",
            "Regular | 10.00 | 80.00 | 800.00 | 19,200.00",
            "Gross Pay | | | 800.00 | 19,200.00")
        .table(
            1,
            "Deductions | This Period | Year to Date",
            "Federal Income Tax | 90.00 | 2,160.00",
            "Social Security | 49.60 | 1,190.40",
            "Union dues fund | 10.40 | 5.00",
            "Net Pay | " + net + " | ");
  }

  @Test
  void readsWhatAPayslipSays() {
    Expected paper = Expected.of(DocumentKind.PAYSLIP, english("650.00"));
    assertEquals("Harbour Bakery Ltd", paper.value("employer"));
    assertEquals("Jane Roe", paper.value("employee"));
    assertEquals("2025-12-01", paper.value("period_start"));
    assertEquals("12/15/2025", paper.raw("period_end"));
    assertEquals("2025-12-19", paper.value("pay_date"));
    assertEquals("800.00", paper.value("gross"));
    assertEquals("650.00", paper.value("net"));
    assertEquals("19200.00", paper.value("ytd_gross"));
    assertEquals("19,200.00", paper.raw("ytd_gross"));
    assertEquals("90.00", paper.value("federal_tax"));
    assertEquals("49.60", paper.value("social_security"));
    assertEquals(
        List.of("Federal Income Tax", "Social Security", "Union dues fund"),
        paper.values("deduction.name"));
    assertEquals(List.of("90.00", "49.60", "10.40"), paper.values("deduction.amount"));
    assertEquals(List.of("2160.00", "1190.40", "5.00"), paper.values("deduction.ytd"));
  }

  @Test
  void checksNetPayAndTheYear() {
    Expected paper = Expected.of(DocumentKind.PAYSLIP, english("650.00"));
    assertEquals(List.of(Outcome.PASSED), paper.outcomes(NET));
    assertEquals("800.00 - 90.00 - 49.60 - 10.40 = 650.00", paper.formula(NET));
    assertEquals(
        List.of(Outcome.PASSED, Outcome.PASSED, Outcome.FAILED, Outcome.PASSED),
        paper.outcomes(YEAR));
  }

  @Test
  void aWrongNetPayIsShownNotMended() {
    Expected paper = Expected.of(DocumentKind.PAYSLIP, english("605.00"));
    assertEquals("605.00", paper.value("net"));
    assertEquals(List.of(Outcome.FAILED), paper.outcomes(NET));
    assertEquals(
        "800.00 - 90.00 - 49.60 - 10.40 = 650.00, but the paper says 605.00", paper.formula(NET));
  }

  @Test
  void withoutASectionOfDeductionsTheCheckIsNotPossible() {
    TestPaper paper =
        new TestPaper()
            .lines(
                "Pay stub",
                "Gross Pay  5,000.00",
                "Federal Income Tax  800.00",
                "Net Pay  4,000.00");
    assertEquals(
        List.of(Outcome.NOT_POSSIBLE), Expected.of(DocumentKind.PAYSLIP, paper).outcomes(NET));
  }

  @Test
  void readsSectionsOfPlainLines() {
    TestPaper paper =
        new TestPaper()
            .lines("Pay Stub", "Period Ending: 12/31/2025")
            .lines("EARNINGS", "Regular Pay  5,000.00")
            .lines("TAXES & DEDUCTIONS", "Federal Income Tax  800.00", "Medicare  72.50")
            .lines("YTD TOTALS", "YTD Gross  60,000.00", "YTD Medicare  870.00");
    Expected found = Expected.of(DocumentKind.PAYSLIP, paper);
    assertEquals("5,000.00", found.raw("gross"));
    assertEquals("60,000.00", found.raw("ytd_gross"));
    assertEquals("870.00", found.value("ytd_medicare"));
    assertEquals(List.of("800.00", "72.50"), found.values("deduction.amount"));
    assertEquals("none", found.value("net"));
    assertEquals(List.of(Outcome.NOT_POSSIBLE), found.outcomes(NET));
    assertEquals(List.of(Outcome.PASSED, Outcome.PASSED), found.outcomes(YEAR));
  }

  @Test
  void readsGerman() {
    TestPaper paper =
        new TestPaper()
            .lines("Muster GmbH", "Entgeltabrechnung März 2024", "Mitarbeiter: Eva Beispiel")
            .table(1, "Bezeichnung | Betrag", "Gehalt | 3.500,00", "Gesamtbrutto | 3.500,00")
            .table(
                1,
                "Abzüge | Betrag",
                "Lohnsteuer | 450,25",
                "Krankenversicherung | 283,50",
                "Rentenversicherung | 325,50",
                "Summe Abzüge | 1.059,25",
                "Auszahlungsbetrag | 2.440,75");
    Expected found = Expected.of(DocumentKind.PAYSLIP, paper);
    assertEquals("Muster GmbH", found.value("employer"));
    assertEquals("Eva Beispiel", found.value("employee"));
    assertEquals("2024-03-01", found.value("period_start"));
    assertEquals("2024-03-31", found.value("period_end"));
    assertEquals("3500.00", found.value("gross"));
    assertEquals("2440.75", found.value("net"));
    assertEquals("450.25", found.value("income_tax"));
    assertEquals("1059.25", found.value("total_deductions"));
    assertEquals(List.of(Outcome.PASSED), found.outcomes(NET));
    assertEquals(List.of(Outcome.PASSED), found.outcomes("The deductions add up"));
  }

  @Test
  void readsFrenchSpanishAndItalian() {
    Expected french =
        Expected.of(
            DocumentKind.PAYSLIP,
            new TestPaper()
                .lines("Bulletin de paie", "Salarié : Luc Exemple", "Date de paiement : 31/03/2024")
                .table(
                    1,
                    "Libellé | Base | Taux | Part salariale | Part patronale",
                    "Salaire brut | | | 2 500,00 | ",
                    "Assurance vieillesse | 2 500,00 | 6,90 | 172,50 | 213,75",
                    "Net à payer | | | 2 327,50 | "));
    assertEquals("2500.00", french.value("gross"));
    assertEquals("2 327,50", french.raw("net"));
    assertEquals("172.50", french.value("social_security"));
    assertEquals("2024-03-31", french.value("pay_date"));
    assertEquals(List.of(Outcome.PASSED), french.outcomes(NET));

    Expected spanish =
        Expected.of(
            DocumentKind.PAYSLIP,
            new TestPaper()
                .lines("Nómina", "Periodo de liquidación: del 01/03/2024 al 31/03/2024")
                .lines(
                    "Total devengado  2.000,00",
                    "IRPF  300,00",
                    "Contingencias comunes  94,00",
                    "Total deducciones  394,00",
                    "Líquido a percibir  1.606,00"));
    assertEquals("2024-03-31", spanish.value("period_end"));
    assertEquals("300.00", spanish.value("income_tax"));
    assertEquals(List.of(Outcome.PASSED), spanish.outcomes(NET));

    Expected italian =
        Expected.of(
            DocumentKind.PAYSLIP,
            new TestPaper()
                .lines("Busta paga", "Mese: aprile 2024")
                .lines(
                    "Totale competenze  1.800,00",
                    "Contributi INPS  165,42",
                    "IRPEF netta  200,00",
                    "Totale trattenute  365,42",
                    "Netto in busta  1.434,58"));
    assertEquals("2024-04-01", italian.value("period_start"));
    assertEquals("1434.58", italian.value("net"));
    assertEquals(List.of(Outcome.PASSED), italian.outcomes(NET));
  }

  @Test
  void severalFiguresWithoutHeadingsStayUnread() {
    TestPaper paper = new TestPaper().lines("Payslip", "Net pay  Gross Pay  700.00  5,000.00");
    assertEquals("none", Expected.as(DocumentKind.PAYSLIP, paper).value("gross"));
  }

  @Test
  void everyFieldHasItsPlace() {
    Expected paper = Expected.of(DocumentKind.PAYSLIP, english("650.00"));
    Field gross = paper.findings().first("gross").orElseThrow();
    assertEquals(1, gross.page());
    assertEquals(300, gross.box().left());
    assertTrue(gross.confidence() > 0.9);
    assertEquals("deduction[2].amount", paper.findings().all("deduction.amount").get(1).key());
  }

  @Test
  void readsSectionsSideBySide() {
    TestPaper paper =
        new TestPaper()
            .lines("Pay Stub", "YTD Gross  60,000.00")
            .table(
                1,
                "EARNINGS | | TAXES & DEDUCTIONS | TAXES & DEDUCTIONS",
                "Regular Pay | 5,000.00 | Federal Income Tax | 800.00",
                " | | Club | 10.00");
    Expected found = Expected.of(DocumentKind.PAYSLIP, paper);
    assertEquals("5000.00", found.value("gross"));
    assertEquals(List.of("Federal Income Tax", "Club"), found.values("deduction.name"));
  }

  @Test
  void theNameOfAnotherFieldIsNoName() {
    Expected paper =
        Expected.of(
            DocumentKind.PAYSLIP,
            new TestPaper()
                .lines(
                    "Busta paga", "Dipendente", "Matricola  770012", "Netto in busta  1.510,20"));
    assertEquals("none", paper.value("employee"));
    Expected beside =
        Expected.of(
            DocumentKind.PAYSLIP,
            new TestPaper()
                .lines(
                    "Payslip", "Employee  Department:", "Net pay  1,510.20", "Gross pay 2,000.00"));
    assertEquals("none", beside.value("employee"));
  }

  @Test
  void theMarkOfAFootnoteIsNoAmount() {
    TestPaper marked =
        new TestPaper()
            .lines("Earnings Statement", "Gross pay  2,000.00  2", "Net pay  1,510.20  1");
    Expected paper = Expected.of(DocumentKind.PAYSLIP, marked);
    assertEquals("1510.20", paper.value("net"));
    assertEquals("2000.00", paper.value("gross"));
    Expected torn =
        Expected.of(
            DocumentKind.PAYSLIP,
            new TestPaper().lines("Earnings Statement", "Gross pay  2,000.00", "Net pay  1"));
    assertEquals("none", torn.value("net"));
  }

  @Test
  void hoursAreNoAmountsBesideWhatWasPaidForThem() {
    Expected paper =
        Expected.of(
            DocumentKind.PAYSLIP,
            new TestPaper()
                .lines(
                    "Earnings Statement", "Deductions", "Union dues  40  12.50", "Net pay  99.00"));
    assertEquals(List.of("12.50"), paper.values("deduction.amount"));
  }

  @Test
  void aPeriodMayBeAStretchOfOneMonth() {
    Expected english =
        Expected.of(
            DocumentKind.PAYSLIP,
            new TestPaper().lines("Payslip", "Pay Period: November 1-30, 2025", "Net Pay: $2.00"));
    assertEquals("2025-11-01", english.value("period_start"));
    assertEquals("2025-11-30", english.value("period_end"));
    assertEquals("30, 2025", english.raw("period_end"));
    Expected german =
        Expected.of(
            DocumentKind.PAYSLIP,
            new TestPaper()
                .lines("Gehaltsabrechnung", "Zeitraum 1.\u201315. Mai 2024", "Nettolohn  2,00"));
    assertEquals("2024-05-01", german.value("period_start"));
    assertEquals("2024-05-15", german.value("period_end"));
  }
}

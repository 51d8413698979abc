package confidant.ingest.fields;

import static org.junit.jupiter.api.Assertions.assertEquals;

import confidant.ingest.document.Check.Outcome;
import confidant.ingest.document.DocumentKind;
import java.util.List;
import org.junit.jupiter.api.Test;

class StatementExtractorTest {

  private static final String CHAIN = "Each balance";
  private static final String CLOSING = "The opening balance plus all";

  private static TestPaper english(String lastBalance) {
    return new TestPaper()
        .lines(
            "Statement of account",
            "Account number: 00-00-00 12345678",
            "Statement period 1 May to 31 May 2024")
        .table(
            1,
            "Date | Description | Money out | Money in | Balance",
            "01 MAY | Opening balance | | | 1,000.00",
            "02 MAY | BLUE CAFE 0042 | 15.50 | | 984.50",
            "| LONDON GB | | | ",
            "| CORNER PHARMACY | 4.50 | | 980.00",
            "28 MAY | SALARY | | 2,000.00 | " + lastBalance,
            "31 MAY | Closing balance | | | 2,980.00");
  }

  @Test
  void readsWhatAStatementSays() {
    Expected paper = Expected.of(DocumentKind.BANK_STATEMENT, english("2,980.00"));
    assertEquals("****5678", paper.value("account_number"));
    assertEquals("12345678", paper.raw("account_number"));
    assertEquals("2024-05-01", paper.value("period_start"));
    assertEquals("2024-05-31", paper.value("period_end"));
    assertEquals("1,000.00", paper.raw("opening_balance"));
    assertEquals("2980.00", paper.value("closing_balance"));
    assertEquals("3", paper.value("transaction_count"));
    assertEquals("984.50", paper.value("first_balance"));
    assertEquals(
        List.of("2024-05-02", "2024-05-02", "2024-05-28"), paper.values("transaction.date"));
    assertEquals(
        List.of("BLUE CAFE 0042 LONDON GB", "CORNER PHARMACY", "SALARY"),
        paper.values("transaction.text"));
    assertEquals(List.of("-15.50", "-4.50", "2000.00"), paper.values("transaction.amount"));
    assertEquals(List.of("984.50", "980.00", "2980.00"), paper.values("transaction.balance"));
  }

  @Test
  void checksTheChainOfBalances() {
    Expected paper = Expected.of(DocumentKind.BANK_STATEMENT, english("2,980.00"));
    assertEquals(List.of(Outcome.PASSED), paper.outcomes(CHAIN));
    assertEquals(List.of(Outcome.PASSED), paper.outcomes(CLOSING));
    assertEquals("1000.00 - 15.50 - 4.50 + 2000.00 = 2980.00", paper.formula(CLOSING));
  }

  @Test
  void aBrokenChainIsShownWithItsFigures() {
    Expected paper = Expected.of(DocumentKind.BANK_STATEMENT, english("2,890.00"));
    assertEquals(List.of(Outcome.FAILED), paper.outcomes(CHAIN));
    assertEquals("980.00 + 2000.00 = 2980.00, but the paper says 2890.00", paper.formula(CHAIN));
    assertEquals(List.of("984.50", "980.00", "2890.00"), paper.values("transaction.balance"));
  }

  @Test
  void takesSignsFromSuffixesAndYearsFromThePeriod() {
    TestPaper paper =
        new TestPaper()
            .lines(
                "Kontoauszug",
                "IBAN: DE89 3704 0044 0532 0130 00",
                "Zeitraum: 20.12.2023 - 10.01.2024")
            .lines(
                "Anfangssaldo  1.234,56 H",
                "28.12.  Lastschrift Strom  84,56 S",
                "02.01.  Gutschrift Gehalt  2.500,00 H",
                "Endsaldo  3.650,00 H");
    Expected found = Expected.of(DocumentKind.BANK_STATEMENT, paper);
    assertEquals("****3000", found.value("account_number"));
    assertEquals("DE89 3704 0044 0532 0130 00", found.raw("account_number"));
    assertEquals(List.of("2023-12-28", "2024-01-02"), found.values("transaction.date"));
    assertEquals(List.of("-84.56", "2500.00"), found.values("transaction.amount"));
    assertEquals(List.of(Outcome.PASSED), found.outcomes(CLOSING));
    assertEquals(List.of(Outcome.NOT_POSSIBLE), found.outcomes(CHAIN));
  }

  @Test
  void aCardStatementAddsUpWhatIsOwed() {
    TestPaper paper =
        new TestPaper()
            .lines("Credit card statement", "Statement date 31 Jul 2023")
            .table(
                0,
                "DATE | DESCRIPTION | AMOUNT (SGD)",
                " | LAST MONTH'S BALANCE | 412.16",
                "02/07 | PAYMENT BY INTERNET | (412.16)",
                "13/07 | DELIGHTFUL BREAKFAST | 4.20",
                "16/07 | URBAN TRANSIT | 1.38",
                " | TOTAL AMOUNT DUE | 5.58");
    Expected found = Expected.of(DocumentKind.BANK_STATEMENT, paper);
    assertEquals("412.16", found.raw("previous_balance"));
    assertEquals("5.58", found.value("total_due"));
    assertEquals("3", found.value("transaction_count"));
    assertEquals(List.of("-412.16", "4.20", "1.38"), found.values("transaction.amount"));
    assertEquals("2023-07-02", found.values("transaction.date").getFirst());
    assertEquals(List.of(Outcome.PASSED), found.outcomes(CLOSING));
  }

  @Test
  void balancesTellTheSignWhereThePaperPrintsNone() {
    TestPaper paper =
        new TestPaper()
            .lines(
                "Account statement", "Period 01/10/2021 to 31/10/2021", "Opening Balance  100.00")
            .table(
                1,
                "Date | Details | Amount | Balance",
                "02/10/2021 | Shop | 30.00 | 70.00",
                "13/10/2021 | Refund | 5.00 | 75.00");
    Expected found = Expected.of(DocumentKind.BANK_STATEMENT, paper);
    assertEquals(List.of("-30.00", "5.00"), found.values("transaction.amount"));
    assertEquals("75.00", found.value("closing_balance"));
  }

  @Test
  void readsStatementsWithTheNewestFirst() {
    TestPaper paper =
        new TestPaper()
            .lines(
                "Relevé de compte", "Compte n° 12345678901", "Période du 01/10/2021 au 31/10/2021")
            .table(
                1,
                "Date | Libellé | Débit | Crédit | Solde",
                "20/10/2021 | Virement | | 5,00 | 75,00",
                "12/10/2021 | Carte | 20,00 | | 70,00",
                "02/10/2021 | Retrait | 10,00 | | 90,00");
    Expected found = Expected.of(DocumentKind.BANK_STATEMENT, paper);
    assertEquals(List.of("5.00", "-20.00", "-10.00"), found.values("transaction.amount"));
    assertEquals(List.of(Outcome.PASSED), found.outcomes(CHAIN));
    assertEquals("75.00", found.value("closing_balance"));
    assertEquals("****8901", found.value("account_number"));
  }

  @Test
  void readsSpanishAndItalian() {
    Expected spanish =
        Expected.of(
            DocumentKind.BANK_STATEMENT,
            new TestPaper()
                .lines("Extracto de cuenta", "Saldo anterior  500,00")
                .table(
                    1,
                    "Fecha | Concepto | Cargo | Abono | Saldo",
                    "15/03/2024 | Recibo luz | 60,10 | | 439,90",
                    "28/03/2024 | Nómina | | 1.500,00 | 1.939,90")
                .lines("Saldo final  1.939,90"));
    assertEquals(List.of("-60.10", "1500.00"), spanish.values("transaction.amount"));
    assertEquals(List.of(Outcome.PASSED), spanish.outcomes(CLOSING));

    Expected italian =
        Expected.of(
            DocumentKind.BANK_STATEMENT,
            new TestPaper()
                .lines("Estratto conto", "Saldo iniziale  500,00")
                .table(
                    1,
                    "Data | Descrizione | Dare | Avere",
                    "15/03/2024 | Bolletta | 60,10 | ",
                    "28/03/2024 | Stipendio | | 1.500,00")
                .lines("Saldo finale  1.940,00"));
    assertEquals(List.of(Outcome.FAILED), italian.outcomes(CLOSING));
    assertEquals("1940.00", italian.value("closing_balance"));
  }

  @Test
  void aSummaryAndALineBelowTheTableAreNoMovements() {
    TestPaper paper =
        new TestPaper()
            .lines("Bank statement")
            .table(1, "Statement date | Total credit limit", "31-05-2024 | 22,800.00")
            .table(1, "Date | Description | Amount", "02 MAY | Cafe | -5.00")
            .lines("Interest rate 1.20% AER variable.");
    Expected found = Expected.of(DocumentKind.BANK_STATEMENT, paper);
    assertEquals(List.of("-5.00"), found.values("transaction.amount"));
    assertEquals(List.of("Cafe"), found.values("transaction.text"));
  }

  @Test
  void readsWhatACardsStatementSumsUp() {
    TestPaper paper =
        new TestPaper()
            .table(
                1,
                "STATEMENT DATE | PAYMENT DUE DATE | TOTAL CREDIT LIMIT | TOTAL AVAILABLE CREDIT"
                    + " LIMIT | TOTAL MINIMUM DUE",
                "01-07-2023 | 24-07-2023 | S$22,800 | S$22,058.11 | S$50.00")
            .table(
                1,
                "Transaction date | Description | Amount (SGD)",
                " | LAST MONTH'S BALANCE | 12.00",
                "02/07 | BREAKFAST | 4.20",
                "03/07 | TRAIN | 1.38",
                " | TOTAL AMOUNT DUE | 17.58");
    Expected found = Expected.as(DocumentKind.BANK_STATEMENT, paper);
    assertEquals("2023-07-24", found.value("due_date"));
    assertEquals("22800", found.value("credit_limit"));
    assertEquals("22058.11", found.value("available_credit"));
    assertEquals("50.00", found.value("minimum_payment"));
    assertEquals("17.58", found.value("total_due"));
    assertEquals("2", found.value("transaction_count"));
  }

  @Test
  void numbersOfChequesAreNoAmounts() {
    Expected found =
        Expected.as(
            DocumentKind.BANK_STATEMENT,
            new TestPaper()
                .lines("Statement of account", "01/05/2024  CHEQUE  12  150.00", "Total  9.99"));
    assertEquals(List.of("150.00"), found.values("transaction.amount"));
    assertEquals(List.of("CHEQUE 12"), found.values("transaction.text"));
  }
}

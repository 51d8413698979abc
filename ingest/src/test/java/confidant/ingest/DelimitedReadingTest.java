package confidant.ingest;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Tables of delimited fields, with exactly what must come out. */
class DelimitedReadingTest {

  private static final String STATEMENT =
      """
      <!-- page 1 -->

      | Datum | Text | Betrag |
      | --- | --- | --- |
      | 01.05.2026 | Café; "Größe" | -1.234,50 |
      | 02.05.2026 | Lohn | 3.000,00 |
      """;

  @TempDir private Path folder;

  @ParameterizedTest
  @ValueSource(strings = {";", "\t", "|", ","})
  void findsTheDelimiter(String delimiter) throws IOException {
    String text =
        """
        Datum;Text;Betrag
        01.05.2026;"Café; ""Größe""\";"-1.234,50"
        02.05.2026;Lohn;"3.000,00"
        """;
    String delimited = text.replace(";", delimiter).replace("Café" + delimiter, "Café;");
    assertEquals(STATEMENT, Reading.markdown(folder, "konto.csv", delimited));
  }

  @ParameterizedTest
  @CsvSource({"UTF-8,false", "UTF-8,true", "UTF-16LE,true", "UTF-16BE,true", "windows-1252,false"})
  void findsTheEncoding(String encoding, boolean mark) throws IOException {
    String text =
        (mark ? "\uFEFF" : "")
            + "Datum;Text;Betrag\r\n01.05.2026;\"Café; \"\"Größe\"\"\";-1.234,50\r\n"
            + "02.05.2026;Lohn;3.000,00\r\n";
    byte[] bytes = text.getBytes(Charset.forName(encoding));
    assertEquals(STATEMENT, Reading.markdown(folder, "konto.csv", bytes));
  }

  @Test
  void keepsLinesInQuotesTogetherAndPreamblesApart() throws IOException {
    String text =
        """
        Konto;DE12 3456
        Name;Zoë Hart

        Datum;Text;Betrag
        01.05.2026;"Miete
        Mai";-500,00
        02.05.2026;Strom;-60,00
        """;
    assertEquals(
        """
        <!-- page 1 -->

        Konto: DE12 3456
        Name: Zoë Hart

        | Datum | Text | Betrag |
        | --- | --- | --- |
        | 01.05.2026 | Miete Mai | -500,00 |
        | 02.05.2026 | Strom | -60,00 |
        """,
        Reading.markdown(folder, "konto.csv", text));
  }

  @Test
  void knowsATableWithoutItsName() throws IOException {
    String text = "Date\tText\tAmount\n1/5\tRent\t500.00\n2/5\tPower\t60.00\n";
    assertEquals(
        """
        <!-- page 1 -->

        | Date | Text | Amount |
        | --- | --- | --- |
        | 1/5 | Rent | 500.00 |
        | 2/5 | Power | 60.00 |
        """,
        Reading.markdown(folder, "export.txt", text));
  }

  @Test
  void keepsProseWithCommasAsText() throws IOException {
    String text = "Dear Zoë, thank you.\nAll is well, as ever, and so on.\nYours, Alex\n";
    assertEquals("<!-- page 1 -->\n\n" + text, Reading.markdown(folder, "letter.txt", text));
  }

  @Test
  void aTableWithoutNamesHasNone() throws IOException {
    assertEquals(
        """
        <!-- page 1 -->

        |  |  |  |
        | --- | --- | --- |
        | 1 | Rent | 500.00 |
        | 2 | Power | 60.00 |
        """,
        Reading.markdown(folder, "list.csv", "1,Rent,500.00\n2,Power,60.00\n"));
  }
}

package confidant.ingest;

import static confidant.ingest.OfficeFiles.open;
import static confidant.ingest.OfficeFiles.xlsx;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import confidant.ingest.ReadResult.Read;
import confidant.ingest.ReadResult.Reason;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.util.List;
import java.util.Optional;
import org.apache.poi.hssf.usermodel.HSSFWorkbook;
import org.apache.poi.poifs.crypt.EncryptionInfo;
import org.apache.poi.poifs.crypt.EncryptionMode;
import org.apache.poi.poifs.crypt.Encryptor;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.usermodel.Workbook;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Spreadsheets of all formats, with exactly what must come out. */
class SheetReadingTest {

  /**
   * Style 1 is bold, 2 money, 3 a date of the region, 4 a percentage, 5 hides its number, 6 and 7
   * dates with times.
   */
  private static final String STYLES =
      """
      <numFmts><numFmt numFmtId="170" formatCode="#,##0.00\\ &quot;€&quot;"/>
      <numFmt numFmtId="171" formatCode=";;;"/>
      <numFmt numFmtId="172" formatCode="&quot;At&quot;\\ h:mm\\ AM/PM\\ &quot;on&quot;\\ dddd\\ mmmm\\ d&quot;,&quot;\\ yyyy"/></numFmts>
      <fonts><font/><font><b/></font></fonts>
      <cellXfs><xf numFmtId="0" fontId="0"/><xf numFmtId="0" fontId="1"/><xf numFmtId="170" fontId="0"/>
      <xf numFmtId="14" fontId="0"/><xf numFmtId="10" fontId="0"/><xf numFmtId="171" fontId="0"/>
      <xf numFmtId="172" fontId="0"/><xf numFmtId="22" fontId="0"/></cellXfs>
      """;

  @TempDir private Path folder;

  @Test
  void showsValuesAsAPersonSeesThem() throws IOException {
    String sheet =
        "<sheetData>"
            + row(1, text("A1", 0, "Payslip"))
            + row(2, text("A2", 1, "Item"), text("B2", 1, "Amount"), text("C2", 1, "Paid on"))
            + row(3, text("A3", 0, "Salary"), number("B3", 2, "3000"), number("C3", 3, "46112"))
            + row(4, text("A4", 0, "Rate"), number("B4", 4, "0.025"), number("C4", 5, "77"))
            + row(5, text("A5", 0, "Sum"), "<c r=\"B5\" s=\"2\"><f>B3*2</f><v>6000</v></c>")
            + "</sheetData>";
    assertEquals(
        """
        <!-- page 1 -->

        Pay

        Payslip

        | Item | Amount | Paid on |
        | --- | --- | --- |
        | Salary | 3,000.00 € | 2026-03-31 |
        | Rate | 2.50% | |
        | Sum | 6,000.00 € | |
        """,
        Reading.markdown(folder, "pay.xlsx", xlsx(STYLES, "name=\"Pay\"", sheet)));
  }

  @Test
  void datesAreNeverShownAsNumbers() throws IOException {
    String sheet =
        "<sheetData>"
            + row(1, text("A1", 0, "Made"), number("B1", 6, "46112.25"))
            + row(2, text("A2", 0, "Sent"), number("B2", 7, "46112.75"))
            + row(3, text("A3", 0, "Due"), number("B3", 3, "46112"))
            + "</sheetData>";
    assertEquals(
        """
        <!-- page 1 -->

        S

        Made: 2026-03-31 06:00
        Sent: 2026-03-31 18:00
        Due: 2026-03-31
        """,
        Reading.markdown(folder, "dates.xlsx", xlsx(STYLES, "name=\"S\"", sheet)));
  }

  @Test
  void leavesOutWhatIsHiddenAndSaysSo() throws IOException {
    String sheet =
        "<cols><col min=\"2\" max=\"2\" hidden=\"1\"/></cols><sheetData>"
            + row(1, text("A1", 0, "Seen"), text("B1", 0, "Unseen"))
            + "<row r=\"2\" hidden=\"1\">"
            + text("A2", 0, "Secret")
            + "</row></sheetData>";
    Read read =
        Reading.read(
            folder,
            "a.xlsx",
            xlsx(STYLES, "name=\"One\"", sheet, "name=\"Two\" state=\"hidden\"", sheet));
    assertEquals("<!-- page 1 -->\n\nOne\n\nSeen\n", Reading.markdown(read));
    assertEquals(
        List.of(
            "a.xlsx: the hidden sheet Two was left out.",
            "a.xlsx: 1 hidden row and 1 hidden column were left out."),
        read.report().notices());
  }

  @Test
  void tellsTablesOnOneSheetApart() throws IOException {
    String sheet =
        "<sheetData>"
            + row(1, text("A1", 1, "Fruit"), text("B1", 1, "Kilos"), text("C1", 1, "Price"))
            + row(2, text("A2", 0, "Pear"), number("B2", 0, "2"), number("C2", 0, "4.5"))
            + row(4, text("A4", 1, "Town"), text("B4", 1, "Zip"), text("C4", 1, "Land"))
            + row(5, text("A5", 0, "Bonn"), number("B5", 0, "53111"), text("C5", 0, "D"))
            + row(6, text("E6", 0, "Note"), text("F6", 0, "Apart"))
            + "</sheetData>";
    assertEquals(
        """
        <!-- page 1 -->

        S

        | Fruit | Kilos | Price |
        | --- | --- | --- |
        | Pear | 2 | 4.5 |

        | Town | Zip | Land |
        | --- | --- | --- |
        | Bonn | 53111 | D |

        Note: Apart
        """,
        Reading.markdown(folder, "two.xlsx", xlsx(STYLES, "name=\"S\"", sheet)));
  }

  @Test
  void mergedHeadingsNameEachColumn() throws IOException {
    String sheet =
        "<sheetData>"
            + row(1, text("A1", 1, "Item"), text("B1", 1, "Amount"))
            + row(2, text("B2", 1, "Net"), text("C2", 1, "Gross"))
            + row(3, text("A3", 0, "Rent"), number("B3", 0, "100"), number("C3", 0, "119"))
            + "</sheetData><mergeCells><mergeCell ref=\"B1:C1\"/></mergeCells>";
    assertEquals(
        """
        <!-- page 1 -->

        S

        | Item | Amount Net | Amount Gross |
        | --- | --- | --- |
        | Rent | 100 | 119 |
        """,
        Reading.markdown(folder, "merged.xlsx", xlsx(STYLES, "name=\"S\"", sheet)));
  }

  @Test
  void readsOpenDocumentSheetsAsShown() throws IOException {
    String styles =
        "<style:style style:name=\"gone\"><style:table-properties table:display=\"false\"/>"
            + "</style:style>";
    String sheet =
        "<table:table table:name=\"Konto\"><table:table-row>"
            + cells("Datum", "Text", "Betrag")
            + "</table:table-row><table:table-row>"
            + cells("01.05.2026", "Miete", "-500,00 €")
            + "</table:table-row><table:table-row table:visibility=\"collapse\">"
            + cells("02.05.2026", "Geheim", "-1,00 €")
            + "</table:table-row><table:table-row table:number-rows-repeated=\"1048570\">"
            + "<table:table-cell table:number-columns-repeated=\"1024\"/></table:table-row>"
            + "</table:table><table:table table:name=\"Weg\" table:style-name=\"gone\">"
            + "<table:table-row>"
            + cells("x")
            + "</table:table-row></table:table>";
    Read read = Reading.read(folder, "konto.ods", open("spreadsheet", styles, sheet));
    assertEquals(
        """
        <!-- page 1 -->

        Konto

        | Datum | Text | Betrag |
        | --- | --- | --- |
        | 01.05.2026 | Miete | -500,00 € |
        """,
        Reading.markdown(read));
    assertEquals(2, read.report().notices().size());
  }

  @Test
  void readsWorkbooksOfExcel97() throws IOException {
    assertEquals(
        """
        <!-- page 1 -->

        Pay

        | Item | Amount | Share |
        | --- | --- | --- |
        | Salary | 3,000.50 | 25% |
        | Bonus | 120.00 | 1% |
        """,
        Reading.markdown(folder, "pay.xls", workbook97()));
  }

  @Test
  void opensAnEncryptedWorkbookWithItsPassword() throws IOException, GeneralSecurityException {
    byte[] plain =
        xlsx(
            STYLES, "name=\"S\"", "<sheetData>" + row(1, text("A1", 0, "Secret")) + "</sheetData>");
    byte[] locked;
    try (POIFSFileSystem files = new POIFSFileSystem();
        ByteArrayOutputStream out = new ByteArrayOutputStream()) {
      Encryptor encryptor = new EncryptionInfo(EncryptionMode.agile).getEncryptor();
      encryptor.confirmPassword("word");
      try (OutputStream data = encryptor.getDataStream(files)) {
        data.write(plain);
      }
      files.writeFilesystem(out);
      locked = out.toByteArray();
    }
    Reading.refused(Reason.ENCRYPTED, folder, "locked.xlsx", locked);
    Read read =
        assertInstanceOf(
            Read.class, Reading.result(folder, "locked.xlsx", locked, Optional.of("word")));
    assertEquals("<!-- page 1 -->\n\nS\n\nSecret\n", Reading.markdown(read));
  }

  private static byte[] workbook97() throws IOException {
    try (Workbook book = new HSSFWorkbook();
        ByteArrayOutputStream out = new ByteArrayOutputStream()) {
      Sheet sheet = book.createSheet("Pay");
      CellStyle money = book.createCellStyle();
      money.setDataFormat(book.createDataFormat().getFormat("#,##0.00"));
      CellStyle share = book.createCellStyle();
      share.setDataFormat(book.createDataFormat().getFormat("0%"));
      Row names = sheet.createRow(0);
      names.createCell(0).setCellValue("Item");
      names.createCell(1).setCellValue("Amount");
      names.createCell(2).setCellValue("Share");
      fill(sheet.createRow(1), "Salary", 3000.5, money, 0.25, share);
      fill(sheet.createRow(2), "Bonus", 120, money, 0.01, share);
      book.createSheet("Hidden").createRow(0).createCell(0).setCellValue("secret");
      book.setSheetHidden(1, true);
      book.write(out);
      return out.toByteArray();
    }
  }

  private static void fill(
      Row row, String name, double amount, CellStyle money, double part, CellStyle share) {
    row.createCell(0).setCellValue(name);
    Cell amountCell = row.createCell(1);
    amountCell.setCellValue(amount);
    amountCell.setCellStyle(money);
    Cell partCell = row.createCell(2);
    partCell.setCellValue(part);
    partCell.setCellStyle(share);
  }

  private static String row(int number, String... cells) {
    return "<row r=\"" + number + "\">" + String.join("", cells) + "</row>";
  }

  private static String text(String place, int style, String text) {
    return "<c r=\"%s\" s=\"%d\" t=\"inlineStr\"><is><t>%s</t></is></c>"
        .formatted(place, style, text);
  }

  private static String number(String place, int style, String value) {
    return "<c r=\"%s\" s=\"%d\"><v>%s</v></c>".formatted(place, style, value);
  }

  private static String cells(String... texts) {
    StringBuilder cells = new StringBuilder();
    for (String text : texts) {
      cells
          .append("<table:table-cell><text:p>")
          .append(text)
          .append("</text:p></table:table-cell>");
    }
    return cells.toString();
  }
}

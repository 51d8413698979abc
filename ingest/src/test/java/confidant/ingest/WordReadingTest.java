package confidant.ingest;

import static confidant.ingest.OfficeFiles.docx;
import static confidant.ingest.OfficeFiles.paragraph;
import static confidant.ingest.OfficeFiles.row;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Word documents, with exactly what must come out. */
class WordReadingTest {

  private static final String NUMBERING =
      """
      <w:numbering WORD><w:abstractNum w:abstractNumId="7">
      <w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="decimal"/><w:lvlText w:val="%1."/></w:lvl>
      <w:lvl w:ilvl="1"><w:numFmt w:val="lowerLetter"/><w:lvlText w:val="%1.%2)"/></w:lvl>
      </w:abstractNum><w:num w:numId="3"><w:abstractNumId w:val="7"/></w:num></w:numbering>
      """;

  @TempDir private Path folder;

  @Test
  void readsParagraphsTabsAndPages() throws IOException {
    assertEquals(
        "<!-- page 1 -->\n\nDear Zoë\n\nIBAN  DE12\n\n<!-- page 2 -->\n\nYours\n",
        markdown(
            docx(
                paragraph("Dear Zoë")
                    + "<w:p><w:r><w:t>IBAN</w:t><w:tab/><w:t>DE12</w:t></w:r></w:p>"
                    + "<w:p><w:r><w:br w:type=\"page\"/><w:t>Yours</w:t></w:r></w:p>")));
  }

  @Test
  void countsListsAsWordDoes() throws IOException {
    assertEquals(
        page("1. Rent\n2. Power\n  2.a) Day\n  2.b) Night\n3. Water"),
        markdown(
            docx(
                item(0, "Rent")
                    + item(0, "Power")
                    + item(1, "Day")
                    + item(1, "Night")
                    + item(0, "Water"),
                "numbering",
                "numbering.xml",
                NUMBERING)));
  }

  @Test
  void headingsOverSeveralColumnsNameEachOfThem() throws IOException {
    String first =
        "<w:tr><w:trPr><w:tblHeader/></w:trPr><w:tc>"
            + paragraph("Item")
            + "</w:tc><w:tc><w:tcPr><w:gridSpan w:val=\"2\"/></w:tcPr>"
            + paragraph("Amount")
            + "</w:tc></w:tr>";
    assertEquals(
        page(
            """
            | Item | Amount Net | Amount Gross |
            | --- | --- | --- |
            | Rent | 100.00 | 119.00 |\
            """),
        markdown(
            docx(
                "<w:tbl>"
                    + first
                    + row("<w:tblHeader/>", "", "Net", "Gross")
                    + row("", "Rent", "100.00", "119.00")
                    + "</w:tbl>")));
  }

  @Test
  void cellsMergedDownwardsHoldTheirTextOnce() throws IOException {
    String merged =
        "<w:tr><w:tc><w:tcPr><w:vMerge w:val=\"restart\"/></w:tcPr>"
            + paragraph("Rent")
            + "</w:tc><w:tc>"
            + paragraph("May")
            + "</w:tc><w:tc>"
            + paragraph("500.00")
            + "</w:tc></w:tr><w:tr><w:tc><w:tcPr><w:vMerge/></w:tcPr><w:p/></w:tc><w:tc>"
            + paragraph("June")
            + "</w:tc><w:tc>"
            + paragraph("510.00")
            + "</w:tc></w:tr>";
    assertEquals(
        page(
            """
            | For | Month | Amount |
            | --- | --- | --- |
            | Rent | May | 500.00 |
            | | June | 510.00 |\
            """),
        markdown(docx("<w:tbl>" + row("", "For", "Month", "Amount") + merged + "</w:tbl>")));
  }

  @Test
  void labelsAndValuesBecomeLines() throws IOException {
    assertEquals(
        page("Employee: Zoë Hart\nNet pay: 1,234.56"),
        markdown(
            docx(
                "<w:tbl>"
                    + row("", "Employee", "Zoë Hart")
                    + row("", "Net pay:", "1,234.56")
                    + "</w:tbl>")));
  }

  @Test
  void tablesInCellsFollowTheirTable() throws IOException {
    String inner = "<w:tbl>" + row("", "a", "1", "2") + row("", "b", "3", "4") + "</w:tbl>";
    String outer =
        "<w:tbl>"
            + row("<w:tblHeader/>", "Name", "Note", "Sum")
            + "<w:tr><w:tc>"
            + paragraph("Rent")
            + "</w:tc><w:tc>"
            + inner
            + paragraph("see below")
            + "</w:tc><w:tc>"
            + paragraph("9.00")
            + "</w:tc></w:tr></w:tbl>";
    assertEquals(
        page(
            """
            | Name | Note | Sum |
            | --- | --- | --- |
            | Rent | see below | 9.00 |

            |  |  |  |
            | --- | --- | --- |
            | a | 1 | 2 |
            | b | 3 | 4 |\
            """),
        markdown(docx(outer)));
  }

  @Test
  void leavesOutWhatIsDeletedOrHidden() throws IOException {
    String body =
        "<w:p><w:r><w:t>Pay 5.00</w:t></w:r>"
            + "<w:del><w:r><w:delText>7.00</w:delText></w:r></w:del>"
            + "<w:moveFrom><w:r><w:t>8.00</w:t></w:r></w:moveFrom>"
            + "<w:r><w:rPr><w:vanish/></w:rPr><w:t>9.00</w:t></w:r>"
            + "<w:ins><w:r><w:t xml:space=\"preserve\"> today</w:t></w:r></w:ins></w:p>";
    assertEquals(page("Pay 5.00 today"), markdown(docx(body)));
  }

  @Test
  void headersStandFirstAndNotesAndFootersLast() throws IOException {
    byte[] file =
        docx(
            paragraph("Body"),
            "footer",
            "footer1.xml",
            "<w:ftr WORD>" + paragraph("Bank 12") + "</w:ftr>",
            "header",
            "header1.xml",
            "<w:hdr WORD>" + paragraph("Acme Ltd") + "</w:hdr>",
            "header",
            "header2.xml",
            "<w:hdr WORD>" + paragraph("Acme Ltd") + "</w:hdr>",
            "footnotes",
            "footnotes.xml",
            "<w:footnotes WORD><w:footnote w:type=\"separator\">"
                + paragraph("---")
                + "</w:footnote><w:footnote>"
                + paragraph("Note 3")
                + "</w:footnote></w:footnotes>");
    assertEquals(page("Acme Ltd\n\nBody\n\nNote 3\n\nBank 12"), markdown(file));
  }

  @Test
  void textBoxesAreReadOnce() throws IOException {
    String box = "<w:txbxContent>" + paragraph("Total 42.00") + "</w:txbxContent>";
    String body =
        "<w:p><w:r><w:t>Bill</w:t></w:r><w:r><mc:AlternateContent xmlns:mc=\"m\"><mc:Choice>"
            + box
            + "</mc:Choice><mc:Fallback>"
            + box
            + "</mc:Fallback></mc:AlternateContent></w:r></w:p>";
    assertEquals(page("Bill\n\nTotal 42.00"), markdown(docx(body)));
  }

  @Test
  void knowsADocumentByItsContent() throws IOException {
    var read = Reading.read(folder, "renamed.txt", docx(paragraph("Hello")));
    assertEquals(
        "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
        read.document().mediaType());
    assertEquals(List.of(), read.report().notices());
  }

  private static String item(int level, String text) {
    return "<w:p><w:pPr><w:numPr><w:ilvl w:val=\""
        + level
        + "\"/><w:numId w:val=\"3\"/></w:numPr></w:pPr><w:r><w:t>"
        + text
        + "</w:t></w:r></w:p>";
  }

  private static String page(String text) {
    return "<!-- page 1 -->\n\n" + text + "\n";
  }

  private String markdown(byte[] file) throws IOException {
    return Reading.markdown(folder, "letter.docx", file);
  }
}

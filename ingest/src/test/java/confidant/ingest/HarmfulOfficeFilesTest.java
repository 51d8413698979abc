package confidant.ingest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import confidant.ingest.ReadResult.Read;
import confidant.ingest.ReadResult.Reason;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Documents without pages that are damaged, or made to do harm, read in a small heap. */
@Timeout(60)
class HarmfulOfficeFilesTest {

  @TempDir private Path folder;

  @Test
  void refusesXmlThatUnpacksWithoutEnd() throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
      zip.putNextEntry(new ZipEntry("[Content_Types].xml"));
      zip.closeEntry();
      zip.putNextEntry(new ZipEntry("word/document.xml"));
      zip.write("<d><body>".getBytes(StandardCharsets.UTF_8));
      byte[] paragraphs = "<p/>".repeat(1 << 18).getBytes(StandardCharsets.UTF_8);
      for (int megabyte = 0; megabyte < 100; megabyte++) {
        zip.write(paragraphs);
      }
      zip.write("</body></d>".getBytes(StandardCharsets.UTF_8));
      zip.closeEntry();
    }
    Reading.refused(Reason.TOO_LARGE, folder, "bomb.docx", bytes.toByteArray());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<!DOCTYPE d [<!ENTITY a \"aaaaaaaaaa\"><!ENTITY b \"&a;&a;&a;&a;&a;&a;&a;&a;\">]>",
        "<!DOCTYPE d SYSTEM \"file:///etc/hostname\">"
      })
  void refusesEntitiesOfTheDocumentsOwn(String type) throws IOException {
    byte[] file =
        OfficeFiles.zip(
            "[Content_Types].xml",
            "<Types/>",
            "word/document.xml",
            type + "<d><body><p><r><t>&b;</t></r></p></body></d>");
    Reading.refused(Reason.TOO_LARGE, folder, "entities.docx", file);
  }

  @ParameterizedTest
  @ValueSource(strings = {"<d><body><p></d> secret", "<d><body><p>\u00FF</p></body></d>"})
  void saysNothingOnStderrAboutMalformedXml(String document) throws IOException {
    PrintStream before = System.err;
    ByteArrayOutputStream said = new ByteArrayOutputStream();
    try {
      System.setErr(new PrintStream(said, true, StandardCharsets.UTF_8));
      Reading.refused(Reason.DAMAGED, folder, "malformed.docx", latin(document));
    } finally {
      System.setErr(before);
    }
    assertEquals("", said.toString(StandardCharsets.UTF_8));
  }

  /** A document of which some bytes are no characters of UTF-8. */
  private static byte[] latin(String document) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
      zip.putNextEntry(new ZipEntry("[Content_Types].xml"));
      zip.closeEntry();
      zip.putNextEntry(new ZipEntry("word/document.xml"));
      zip.write(document.getBytes(StandardCharsets.ISO_8859_1));
      zip.closeEntry();
    }
    return bytes.toByteArray();
  }

  @Test
  void refusesASheetOfHalfAMillionRows() throws IOException {
    StringBuilder rows = new StringBuilder("<sheetData>");
    for (int row = 1; row <= 500_000; row++) {
      rows.append("<row r=\"").append(row).append("\"><c><v>1</v></c></row>");
    }
    byte[] file = OfficeFiles.xlsx("", "name=\"S\"", rows.append("</sheetData>").toString());
    Reading.refused(Reason.TOO_LARGE, folder, "rows.xlsx", file);
  }

  @Test
  void readsFarApartCellsWithoutTheRoomBetweenThem() throws IOException {
    byte[] file =
        OfficeFiles.xlsx(
            "",
            "name=\"S\"",
            "<sheetData><row r=\"1\"><c r=\"A1\"><v>1</v></c><c r=\"XFD1\"><v>2</v></c></row>"
                + "<row r=\"1048576\"><c r=\"A1048576\"><v>3</v></c></row></sheetData>");
    String markdown = Reading.markdown(folder, "far.xlsx", file);
    assertTrue(markdown.contains("1  2") && markdown.contains("\n3\n"), markdown);
  }

  @Test
  void refusesHalfADocument() throws IOException {
    byte[] whole = OfficeFiles.docx(OfficeFiles.paragraph("text"));
    Reading.refused(Reason.DAMAGED, folder, "half.docx", Arrays.copyOf(whole, whole.length / 2));
  }

  @Test
  void refusesADocumentWithoutText() throws IOException {
    Reading.refused(Reason.NO_TEXT, folder, "blank.docx", OfficeFiles.docx(""));
  }

  @Test
  void refusesMalformedXml() throws IOException {
    Reading.refused(Reason.DAMAGED, folder, "bad.docx", OfficeFiles.docx("<w:p><w:r></w:p>"));
  }

  @Test
  void refusesADamagedOldDocument() throws IOException {
    byte[] file = new byte[2000];
    System.arraycopy(
        new byte[] {
          (byte) 0xD0, (byte) 0xCF, 0x11, (byte) 0xE0, (byte) 0xA1, (byte) 0xB1, 0x1A, (byte) 0xE1
        },
        0,
        file,
        0,
        8);
    Reading.refused(Reason.DAMAGED, folder, "old.doc", file);
  }

  @Test
  void refusesAMailOfFarTooManyParts() throws IOException {
    String mail =
        """
        Message-ID: 1
        From: a
        Subject: b
        Content-Type: multipart/mixed; boundary=b

        --b

        x
        """
            .repeat(5000);
    Reading.refused(Reason.TOO_LARGE, folder, "parts.eml", mail.getBytes(StandardCharsets.UTF_8));
  }

  @Test
  void refusesEndlesslyNestedGroups() throws IOException {
    byte[] file = ("{\\rtf1 " + "{".repeat(100_000)).getBytes(StandardCharsets.UTF_8);
    Reading.refused(Reason.TOO_LARGE, folder, "groups.rtf", file);
  }

  @ParameterizedTest
  @ValueSource(strings = {"<div>", "<table><tr><td>", "<ul><li>"})
  void readsEndlesslyNestedPages(String element) throws IOException {
    byte[] file =
        ("<html><body>" + element.repeat(3000) + "deep 42").getBytes(StandardCharsets.UTF_8);
    Read read =
        assertInstanceOf(Read.class, Reading.result(folder, "nested.html", file, Optional.empty()));
    assertTrue(Reading.markdown(read).contains("deep 42"));
  }

  @Test
  void refusesATableOfFarTooManyCells() throws IOException {
    String cell = "<tr><td colspan=1000 rowspan=1000>1</td></tr>".repeat(2000);
    byte[] file = ("<html><table>" + cell + "</table>").getBytes(StandardCharsets.UTF_8);
    Reading.refused(Reason.TOO_LARGE, folder, "cells.html", file);
  }

  @Test
  void refusesFarTooManyFields() throws IOException {
    byte[] file = "a;b;c;d;e\n".repeat(200_000).getBytes(StandardCharsets.UTF_8);
    Reading.refused(Reason.TOO_LARGE, folder, "fields.csv", file);
  }
}

package confidant.ingest;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** Writes small office documents part by part. */
final class OfficeFiles {

  private static final String TYPES = "[Content_Types].xml";
  private static final String TYPE =
      "http://schemas.openxmlformats.org/officeDocument/2006/relationships/";
  private static final String WORD =
      "xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\"";

  private OfficeFiles() {}

  /** A zip file of parts, given as names and contents in turn. */
  static byte[] zip(String... namesAndContents) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
      for (int i = 0; i < namesAndContents.length; i += 2) {
        zip.putNextEntry(new ZipEntry(namesAndContents[i]));
        zip.write(namesAndContents[i + 1].getBytes(StandardCharsets.UTF_8));
        zip.closeEntry();
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }

  /** A Word document with {@code body} and further parts: type, name and content in turn. */
  static byte[] docx(String body, String... further) {
    List<String> parts = new ArrayList<>();
    parts.addAll(List.of(TYPES, "<Types/>"));
    parts.addAll(List.of("_rels/.rels", relations("officeDocument", "word/document.xml")));
    parts.addAll(
        List.of(
            "word/document.xml",
            "<w:document " + WORD + "><w:body>" + body + "</w:body></w:document>"));
    List<String> relations = new ArrayList<>();
    for (int i = 0; i < further.length; i += 3) {
      relations.addAll(List.of(further[i], further[i + 1]));
      parts.addAll(List.of("word/" + further[i + 1], further[i + 2].replace(" WORD", " " + WORD)));
    }
    parts.addAll(
        List.of("word/_rels/document.xml.rels", relations(relations.toArray(String[]::new))));
    return zip(parts.toArray(String[]::new));
  }

  static String paragraph(String text) {
    return "<w:p><w:r><w:t xml:space=\"preserve\">" + text + "</w:t></w:r></w:p>";
  }

  static String row(String properties, String... cells) {
    StringBuilder row = new StringBuilder("<w:tr><w:trPr>" + properties + "</w:trPr>");
    for (String cell : cells) {
      row.append("<w:tc>").append(paragraph(cell)).append("</w:tc>");
    }
    return row.append("</w:tr>").toString();
  }

  /**
   * A workbook.
   *
   * @param styles content of the style sheet
   * @param sheets per sheet its attributes, such as {@code name="Pay"}, and its content in turn
   */
  static byte[] xlsx(String styles, String... sheets) {
    List<String> parts = new ArrayList<>();
    List<String> relations = new ArrayList<>(List.of("styles", "styles.xml"));
    StringBuilder list = new StringBuilder();
    for (int i = 0; i < sheets.length; i += 2) {
      String file = "worksheets/sheet" + (i / 2 + 1) + ".xml";
      relations.addAll(List.of("worksheet", file));
      list.append("<sheet ").append(sheets[i]).append(" r:id=\"r").append(i / 2 + 1).append("\"/>");
      parts.addAll(List.of("xl/" + file, "<worksheet>" + sheets[i + 1] + "</worksheet>"));
    }
    parts.addAll(List.of(TYPES, "<Types/>"));
    parts.addAll(List.of("_rels/.rels", relations("officeDocument", "xl/workbook.xml")));
    parts.addAll(List.of("xl/styles.xml", "<styleSheet>" + styles + "</styleSheet>"));
    parts.addAll(
        List.of(
            "xl/workbook.xml", "<workbook xmlns:r=\"r\"><sheets>" + list + "</sheets></workbook>"));
    parts.addAll(
        List.of("xl/_rels/workbook.xml.rels", relations(relations.toArray(String[]::new))));
    return zip(parts.toArray(String[]::new));
  }

  /** References with the identifiers r0, r1 and so on. */
  private static String relations(String... typesAndTargets) {
    StringBuilder xml = new StringBuilder("<Relationships>");
    for (int i = 0; i < typesAndTargets.length; i += 2) {
      xml.append("<Relationship Id=\"r").append(i / 2);
      xml.append("\" Type=\"").append(TYPE).append(typesAndTargets[i]);
      xml.append("\" Target=\"").append(typesAndTargets[i + 1]).append("\"/>");
    }
    return xml.append("</Relationships>").toString();
  }

  /** An OpenDocument file of {@code kind}, such as {@code text}. */
  static byte[] open(String kind, String styles, String body) {
    String content =
        """
        <office:document-content xmlns:office="o" xmlns:text="t" xmlns:table="b" xmlns:style="s"
         xmlns:fo="f" xmlns:draw="d"><office:automatic-styles>%s</office:automatic-styles>
        <office:body><office:%s>%s</office:%s></office:body></office:document-content>
        """
            .formatted(styles, kind, body, kind);
    return zip("mimetype", "application/vnd.oasis.opendocument." + kind, "content.xml", content);
  }
}

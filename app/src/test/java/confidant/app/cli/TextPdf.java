package confidant.app.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Writes PDF files of plain text. */
final class TextPdf {
  private static final int FIRST_PAGE_OBJECT = 4;

  private final StringBuilder out = new StringBuilder("%PDF-1.4\n");
  private final List<Integer> offsets = new ArrayList<>();

  private TextPdf() {}

  /** One list of lines for each page, without brackets or backslashes. */
  static Path write(Path file, List<List<String>> pages) {
    TextPdf pdf = new TextPdf();
    pdf.addAll(pages);
    try {
      return Files.write(file, pdf.out.toString().getBytes(StandardCharsets.ISO_8859_1));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void addAll(List<List<String>> pages) {
    StringBuilder kids = new StringBuilder();
    for (int i = 0; i < pages.size(); i++) {
      kids.append(FIRST_PAGE_OBJECT + 2 * i).append(" 0 R ");
    }
    add("<< /Type /Catalog /Pages 2 0 R >>");
    add("<< /Type /Pages /Kids [%s] /Count %d >>".formatted(kids, pages.size()));
    add("<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>");
    for (int i = 0; i < pages.size(); i++) {
      int content = FIRST_PAGE_OBJECT + 2 * i + 1;
      add(
          ("<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842]"
                  + " /Resources << /Font << /F1 3 0 R >> >> /Contents %d 0 R >>")
              .formatted(content));
      StringBuilder text = new StringBuilder("BT /F1 11 Tf 16 TL 60 780 Td\n");
      pages.get(i).forEach(line -> text.append('(').append(line).append(") Tj T*\n"));
      text.append("ET");
      add("<< /Length %d >>\nstream\n%s\nendstream".formatted(text.length(), text));
    }
    int table = out.length();
    out.append("xref\n0 %d\n0000000000 65535 f \n".formatted(offsets.size() + 1));
    offsets.forEach(offset -> out.append("%010d 00000 n \n".formatted(offset)));
    out.append("trailer\n<< /Size %d /Root 1 0 R >>\n".formatted(offsets.size() + 1));
    out.append("startxref\n%d\n%%%%EOF\n".formatted(table));
  }

  private void add(String object) {
    offsets.add(out.length());
    out.append("%d 0 obj\n%s\nendobj\n".formatted(offsets.size(), object));
  }
}

package confidant.ingest;

import static org.junit.jupiter.api.Assertions.assertEquals;

import confidant.ingest.fuzz.FuzzReport;
import confidant.ingest.fuzz.FuzzRun;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Spoilt files are read or refused, whatever was done to them: nothing hangs, dies, throws or stays
 * behind.
 *
 * <p>{@code -Dfuzz.count=20000 -Dfuzz.seed=1 -Dfuzz.folder=/papers} spoils other files in other
 * ways, {@code -Dfuzz.first=N -Dfuzz.count=1} makes one of them again. What became of all stands in
 * {@code target/fuzz.txt}.
 */
class FuzzTest {

  private static final int COUNT = 200;

  /** A large file takes as long as a hundred small ones and has the same parts. */
  private static final long MOST_BYTES = 300_000;

  private static final Path REPORT = Path.of("target", "fuzz.txt");

  @TempDir private Path folder;

  @Test
  void spoiltFilesAreReadOrRefused() throws IOException, InterruptedException {
    String named = System.getProperty("fuzz.folder", "");
    Path files = named.isEmpty() ? wholeFiles() : Path.of(named);
    int count = Integer.getInteger("fuzz.count", COUNT);
    FuzzReport report =
        FuzzRun.run(
            files.toAbsolutePath(),
            Long.getLong("fuzz.seed", 1),
            Integer.getInteger("fuzz.first", 0),
            count,
            Long.getLong("fuzz.bytes", MOST_BYTES),
            Files.createDirectory(folder.resolve("work")));
    Files.writeString(REPORT, report.toString());
    assertEquals(List.of(), report.failures(), report::toString);
    assertEquals(count, report.count());
  }

  /** One of each kind at least. */
  private Path wholeFiles() throws IOException {
    Path files = Files.createDirectory(folder.resolve("whole"));
    try (Stream<Path> corpus = Files.list(Corpus.path("README.md").getParent())) {
      for (Path file : corpus.toList()) {
        Files.copy(file, files.resolve(file.getFileName()));
      }
    }
    Files.write(
        files.resolve("letter.docx"),
        OfficeFiles.docx(
            OfficeFiles.paragraph("Total 1,234.56")
                + "<w:tbl>"
                + OfficeFiles.row("", "Date", "Amount")
                + OfficeFiles.row("", "2024-01-05", "-900.00")
                + "</w:tbl>"));
    Files.write(
        files.resolve("sheet.xlsx"),
        OfficeFiles.xlsx(
            "",
            "name=\"Pay\"",
            "<sheetData><row r=\"1\"><c r=\"A1\" t=\"inlineStr\"><is><t>Gross</t></is></c>"
                + "<c r=\"B1\"><v>5000</v></c></row></sheetData>"));
    Files.write(
        files.resolve("letter.odt"),
        OfficeFiles.open(
            "text",
            "",
            "<text:p>Total</text:p><table:table><table:table-row><table:table-cell><text:p>1"
                + "</text:p></table:table-cell></table:table-row></table:table>"));
    write(
        files,
        "letter.rtf",
        "{\\rtf1\\ansi{\\fonttbl{\\f0 Arial;}}\\trowd\\cellx1000\\cellx2000 Gross\\cell 5000\\cell"
            + "\\row\\pard Caf\\'e9\\par}");
    write(
        files,
        "page.html",
        "<html><body><h1>Bill</h1><table><tr><th>Date</th><th>Amount</th></tr><tr><td>5.1.</td>"
            + "<td rowspan=2>12.50</td></tr></table></body></html>");
    write(
        files,
        "mail.eml",
        """
        From: a@example.com
        Subject: =?utf-8?q?Bill?=
        MIME-Version: 1.0
        Content-Type: multipart/mixed; boundary=b

        --b
        Content-Type: text/plain

        Total 12.50
        --b
        Content-Type: text/csv; name=a.csv
        Content-Disposition: attachment; filename=a.csv
        Content-Transfer-Encoding: base64

        YSxiLGMKMSwyLDMKNCw1LDYK
        --b--
        """);
    write(files, "statement.csv", "Date,Text,Amount\n2024-01-05,Rent,-900.00\n2024-01-31,Pay,1\n");
    return files;
  }

  private static void write(Path folder, String name, String text) throws IOException {
    Files.write(folder.resolve(name), text.getBytes(StandardCharsets.ISO_8859_1));
  }
}

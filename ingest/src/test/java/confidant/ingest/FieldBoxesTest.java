package confidant.ingest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import confidant.ingest.document.BoundingBox;
import confidant.ingest.document.Document;
import confidant.ingest.document.Field;
import confidant.ingest.extract.PageSink;
import confidant.ingest.extract.PageView;
import confidant.ingest.extract.PdfExtractor;
import confidant.ingest.extract.Source;
import confidant.ingest.fields.FieldReader;
import confidant.ingest.page.GlyphRun;
import confidant.ingest.page.RawPage;
import confidant.ingest.tables.ContinuedTables;
import confidant.samples.Paper;
import confidant.samples.PaperMaker;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The glyphs under the box of a field are those of what it says, no more and no less.
 *
 * <p>{@code -Dboxes.count=400 -Dboxes.seed=1000} takes more sample papers and others, {@code
 * -Dboxes.folder=/papers} the PDF files of a folder instead of those kept here.
 */
class FieldBoxesTest {

  private static final int COUNT = 80;

  /** Counted, so that it stands nowhere. */
  private static final String COUNTED = "transaction_count";

  /** Put together of several places, with others between. */
  private static final Set<String> JOINED = Set.of("transaction.text", "medicine.text");

  private static final List<String> KEPT =
      List.of(
          "invoice__AzureInterior.pdf",
          "invoice__coolblue1.pdf",
          "payslip__paystub_adp_revised.pdf",
          "payslip__paystub_gusto.pdf",
          "payslip__paystub_noisy.pdf");

  /** Lines further apart, in parts of the font size, are two. */
  private static final double LINE = 0.5;

  @TempDir private Path folder;

  @Test
  void ofSamplePapersHoldTheirGlyphs() throws IOException {
    long first = Long.getLong("boxes.seed", 0);
    List<String> wrong = new ArrayList<>();
    int fields = 0;
    for (long seed = first; seed < first + Integer.getInteger("boxes.count", COUNT); seed++) {
      Paper paper = PaperMaker.make(seed);
      Path file = folder.resolve(paper.fileName());
      Files.write(file, paper.bytes());
      fields += check(file, wrong);
    }
    assertEquals(List.of(), wrong);
    assertTrue(fields > COUNT, "fields: " + fields);
  }

  @Test
  void ofRealPapersHoldTheirGlyphs() throws IOException {
    List<String> wrong = new ArrayList<>();
    int fields = 0;
    for (Path file : realPapers()) {
      fields += check(file, wrong);
    }
    assertEquals(List.of(), wrong);
    assertTrue(fields > KEPT.size(), "fields: " + fields);
  }

  private static List<Path> realPapers() throws IOException {
    String other = System.getProperty("boxes.folder");
    if (other == null) {
      return KEPT.stream().map(Corpus::path).toList();
    }
    try (Stream<Path> files = Files.list(Path.of(other))) {
      return files.filter(file -> file.toString().endsWith(".pdf")).sorted().toList();
    }
  }

  /** How many fields were looked at. */
  private static int check(Path file, List<String> wrong) throws IOException {
    List<RawPage> raw = rawPages(file);
    Document document =
        new Document(
            "paper.pdf",
            "application/pdf",
            ContinuedTables.withHeadings(
                raw.stream().map(page -> ComposedPage.compose(page).page()).toList()));
    int fields = 0;
    for (Field field : new FieldReader().read(document).fields()) {
      if (!field.name().equals(COUNTED)) {
        fields++;
        String under = textUnder(field.box(), page(raw, field.page()));
        String said = plain(field.raw());
        boolean right = JOINED.contains(field.name()) ? holds(under, said) : under.equals(said);
        if (!right) {
          wrong.add(file.getFileName() + " " + field.key() + ": " + said + " over " + under);
        }
      }
    }
    return fields;
  }

  private static RawPage page(List<RawPage> pages, int number) {
    return pages.stream().filter(page -> page.number() == number).findFirst().orElseThrow();
  }

  /** The glyphs whose middle lies in a box, line by line, without blanks. */
  private static String textUnder(BoundingBox box, RawPage page) {
    List<GlyphRun> under =
        page.runs().stream()
            .filter(run -> !run.isBlank() && holds(box, run.box()))
            .sorted(Comparator.comparingDouble(GlyphRun::y))
            .toList();
    List<List<GlyphRun>> lines = new ArrayList<>();
    for (GlyphRun run : under) {
      boolean same =
          !lines.isEmpty() && run.y() - lines.getLast().getFirst().y() <= LINE * run.fontSize();
      if (!same) {
        lines.add(new ArrayList<>());
      }
      lines.getLast().add(run);
    }
    return plain(
        lines.stream()
            .flatMap(line -> line.stream().sorted(Comparator.comparingDouble(GlyphRun::x)))
            .map(GlyphRun::text)
            .collect(Collectors.joining()));
  }

  private static boolean holds(BoundingBox box, BoundingBox glyph) {
    double x = glyph.left() + glyph.width() / 2;
    double y = glyph.top() + glyph.height() / 2;
    return x > box.left() && x < box.right() && y > box.top() && y < box.bottom();
  }

  /** Whether all characters of {@code part} are among those of {@code text}. */
  private static boolean holds(String text, String part) {
    StringBuilder rest = new StringBuilder(text);
    return part.chars()
        .allMatch(
            character -> {
              int at = rest.indexOf(Character.toString(character));
              if (at >= 0) {
                rest.deleteCharAt(at);
              }
              return at >= 0;
            });
  }

  private static String plain(String text) {
    return Normalizer.normalize(text, Normalizer.Form.NFKC).replaceAll("[\\s\u00A0]", "");
  }

  private static List<RawPage> rawPages(Path file) throws IOException {
    List<RawPage> pages = new ArrayList<>();
    PdfExtractor.extract(
        new Source.OfFile(file),
        Optional.empty(),
        new PageSink() {
          @Override
          public boolean wants(int number) {
            return true;
          }

          @Override
          public void starting(int number, int pages) {}

          @Override
          public boolean accept(RawPage page, PageView view) {
            return pages.add(page);
          }

          @Override
          public boolean isCancelled() {
            return false;
          }
        });
    return pages;
  }
}

package confidant.samples;

import confidant.samples.layout.Template;
import confidant.samples.layout.Templates;
import confidant.samples.scan.ScanPlan;
import confidant.samples.words.Language;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** The papers that the program brings along to be tried with, {@code samples/*.pdf}. */
final class Showcase {

  /** A page as an office scanner makes it of a paper that lay a little askew. */
  private static final ScanPlan SCAN = new ScanPlan(200, 0.7, 0, 1, 3, 0.1, 0.6, ScanPlan.Form.PDF);

  private static final List<Piece> PIECES =
      List.of(
          new Piece("payslip-en", "payslip/grid", Language.EN, 1, Optional.empty()),
          new Piece("payslip-de", "payslip/split", Language.DE, 2, Optional.empty()),
          new Piece("payslip-scan-en", "payslip/list", Language.EN, 3, Optional.of(SCAN)),
          new Piece("bank-statement-en", "statement/running", Language.EN, 4, Optional.empty()),
          new Piece("bank-statement-de", "statement/sides", Language.DE, 5, Optional.empty()),
          new Piece("lab-report-en", "lab-report/classic", Language.EN, 6, Optional.empty()),
          new Piece("lab-report-de", "lab-report/grid", Language.DE, 7, Optional.empty()),
          new Piece(
              "medical-letter-en", "medical-letter/schedule", Language.EN, 8, Optional.empty()),
          new Piece("medical-letter-de", "medical-letter/list", Language.DE, 9, Optional.empty()));

  private Showcase() {}

  /**
   * One of them.
   *
   * @param name of its file, without the extension
   * @param template its id
   * @param scan how it is scanned; as PDF with text if empty
   */
  private record Piece(
      String name, String template, Language language, long seed, Optional<ScanPlan> scan) {

    Paper make() {
      Paper paper = PaperMaker.make(byId(template), language, seed);
      return scan.map(plan -> PaperScanner.scan(paper, plan)).orElse(paper);
    }
  }

  private static Template byId(String id) {
    return Templates.all().stream()
        .filter(template -> template.id().equals(id))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("no template " + id));
  }

  /** Writes them all. */
  static void write(Path folder) throws IOException {
    Files.createDirectories(folder);
    for (Piece piece : PIECES) {
      Files.write(folder.resolve(piece.name + ".pdf"), piece.make().bytes());
    }
  }
}

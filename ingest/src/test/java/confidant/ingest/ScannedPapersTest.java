package confidant.ingest;

import static org.junit.jupiter.api.Assertions.assertTrue;

import confidant.ingest.ReadResult.Read;
import confidant.samples.Paper;
import confidant.samples.PaperMaker;
import confidant.samples.PaperScanner;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Reads spoilt pictures of papers made from seeds. Not every amount can be read off a bad scan, but
 * one that is read wrongly must be doubted, with the right reading beside it.
 *
 * <p>{@code -Dscans.count=60 -Dscans.seed=1000} reads more and others, and only reports. What
 * became of all amounts stands in {@code target/scanned-papers.txt}.
 */
class ScannedPapersTest {

  /** Each takes a second or more. */
  private static final int COUNT = 4;

  private static final Path REPORT = Path.of("target", "scanned-papers.txt");

  /** Amounts that may be wrong without a doubt, of all. */
  private static final double MOST_SILENT = 0.005;

  @TempDir private Path folder;

  private final DocumentReader reader = new DocumentReader();

  @Test
  void hardlyAnyAmountIsWrongWithoutADoubt() throws IOException {
    int count = Integer.getInteger("scans.count", COUNT);
    long first = Long.getLong("scans.seed", 0);
    ScanScore all = new ScanScore();
    List<String> report = new ArrayList<>();
    for (long seed = first; seed < first + count; seed++) {
      Paper scan = PaperScanner.scan(PaperMaker.make(seed));
      long start = System.nanoTime();
      ScanScore score =
          read(scan) instanceof Read read ? ScanScore.of(scan.truth(), read) : new ScanScore();
      report.add(
          "seed %d, %s, %d ms: %s"
              .formatted(
                  seed, scan.truth().scan(), (System.nanoTime() - start) / 1_000_000, score));
      all.add(score);
    }
    report.add("all: " + all);
    Files.write(REPORT, report);
    assertTrue(count != COUNT || first != 0 || all.silent() <= MOST_SILENT, all::toString);
  }

  private ReadResult read(Paper paper) throws IOException {
    Path file = Files.write(folder.resolve(paper.fileName()), paper.bytes());
    return reader.read(file, ReadOptions.defaults(), ReadProgress.none());
  }
}

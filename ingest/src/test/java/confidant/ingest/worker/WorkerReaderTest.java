package confidant.ingest.worker;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import confidant.ingest.DocumentReader;
import confidant.ingest.PageRange;
import confidant.ingest.ReadOptions;
import confidant.ingest.ReadProgress;
import confidant.ingest.ReadResult;
import confidant.ingest.ReadResult.Read;
import confidant.ingest.ReadResult.Reason;
import confidant.ingest.ReadResult.Refused;
import confidant.ingest.document.Document;
import confidant.ingest.document.MarkdownWriter;
import confidant.ingest.document.Page.Origin;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Reading in another process gives the same; whatever becomes of that process is one sentence. */
@Timeout(value = 120, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class WorkerReaderTest {
  private static final Duration LONG = Duration.ofSeconds(60);
  private final WorkerReader reader = new WorkerReader();

  @AfterEach
  void leavesNothing() throws IOException {
    reader.close();
    assertEquals(Set.of(), ownFolders());
  }

  private static Set<Path> ownFolders() throws IOException {
    String own = "confidant-reading-" + ProcessHandle.current().pid() + "-";
    try (Stream<Path> files = Files.list(Path.of(System.getProperty("java.io.tmpdir")))) {
      return files
          .filter(file -> file.getFileName().toString().startsWith(own))
          .collect(Collectors.toSet());
    }
  }

  private static Path corpus(String name) {
    try {
      return Path.of(
          Objects.requireNonNull(WorkerReaderTest.class.getResource("/corpus/" + name), name)
              .toURI());
    } catch (URISyntaxException e) {
      throw new IllegalStateException(name, e);
    }
  }

  private static Refused refused(WorkerReader by, Path file) {
    return assertInstanceOf(
        Refused.class, by.read(file, ReadOptions.defaults(), ReadProgress.none()));
  }

  /** All children of this process that read. */
  private static List<ProcessHandle> processes() {
    return ProcessHandle.current()
        .children()
        .filter(
            child ->
                child
                    .info()
                    .commandLine()
                    .map(line -> line.contains("worker.Worker"))
                    .orElse(false))
        .toList();
  }

  @Test
  void readsWhatIsReadInThisProcess() {
    for (String name :
        List.of("hostile__bad-xref.pdf", "hostile__bad1.pdf", "hostile__pages-loop.pdf")) {
      List<String> pages = new ArrayList<>();
      ReadProgress progress = (page, of) -> pages.add(page + "/" + of);
      ReadResult here = new DocumentReader().read(corpus(name), ReadOptions.defaults(), progress);
      List<String> pagesHere = List.copyOf(pages);
      pages.clear();
      assertEquals(here, reader.read(corpus(name), ReadOptions.defaults(), progress));
      // Pages that are read within a moment are not told one by one.
      assertEquals(pagesHere.stream().findFirst(), pages.stream().findFirst());
      assertTrue(pagesHere.containsAll(pages), pages.toString());
    }
    assertEquals(1, processes().size(), "one process for all");
  }

  @Test
  void readsScansAndLeavesNoLibrariesBehind() {
    Read read =
        assertInstanceOf(
            Read.class,
            reader.read(corpus("scan__ocr_test.pdf"), ReadOptions.defaults(), ReadProgress.none()));
    assertEquals(Origin.PICTURE, read.document().pages().getFirst().origin());
  }

  @Test
  void passesOptionsOnAndFindsRelativeFiles() {
    ReadOptions options =
        new ReadOptions(Optional.of("no use"), Optional.of(new PageRange(90, 91)));
    Path file = corpus("hostile__bad-xref.pdf");
    Path relative = Path.of("").toAbsolutePath().relativize(file);
    assertEquals(
        new DocumentReader().read(file, options, ReadProgress.none()),
        reader.read(relative, options, ReadProgress.none()));
  }

  @Test
  void paintsAPageOfAPaperThatWasRead() {
    Path file = corpus("payslip__paystub_gusto.pdf");
    Read read =
        assertInstanceOf(
            Read.class, reader.read(file, ReadOptions.defaults(), ReadProgress.none()));
    PageOrder order =
        new PageOrder(
            Optional.of(file),
            Optional.empty(),
            read.document().mediaType(),
            read.document().pages().getFirst(),
            0.5);
    byte[] png = reader.paint(order, ReadProgress.none()).orElseThrow();
    assertEquals("PNG", new String(png, 1, 3, StandardCharsets.ISO_8859_1));
    assertEquals(1, processes().size(), "the process that read paints, too");
    ReadProgress cancelled =
        new ReadProgress() {
          @Override
          public void page(int page, int pages) {}

          @Override
          public boolean isCancelled() {
            return true;
          }
        };
    assertEquals(Optional.empty(), reader.paint(order, cancelled));
  }

  @Test
  void drawsThePagesItHasRead() throws IOException {
    List<Integer> drawn = new ArrayList<>();
    List<byte[]> pictures = new ArrayList<>();
    ReadResult result =
        reader.draw(
            corpus("payslip__paystub_gusto.pdf"),
            ReadOptions.defaults(),
            ReadProgress.none(),
            (page, png) -> {
              drawn.add(page);
              pictures.add(png);
            });
    assertInstanceOf(ReadResult.Read.class, result);
    assertEquals(List.of(1), drawn);
    assertEquals("PNG", new String(pictures.getFirst(), 1, 3, StandardCharsets.US_ASCII));
    assertTrue(reader.peakBytes().orElse(Long.MAX_VALUE) > 1 << 20);
  }

  @Test
  void takesTheTextAsTheLibraryGivesIt() {
    ReadResult result =
        reader.readPlainly(
            corpus("payslip__paystub_gusto.pdf"), ReadOptions.defaults(), ReadProgress.none());
    Document document = assertInstanceOf(ReadResult.Read.class, result).document();
    assertTrue(MarkdownWriter.write(document).contains("5,000.00"));
    assertInstanceOf(
        Refused.class,
        reader.readPlainly(
            corpus("hostile__bad1.pdf"), ReadOptions.defaults(), ReadProgress.none()));
  }

  @Test
  void anEndWithoutWorkIsNoFaultOfTheNextFile() throws InterruptedException {
    Path file = corpus("hostile__bad-xref.pdf");
    ReadResult first = reader.read(file, ReadOptions.defaults(), ReadProgress.none());
    for (ProcessHandle process : processes()) {
      process.destroyForcibly();
      process.onExit().join();
    }
    assertEquals(first, reader.read(file, ReadOptions.defaults(), ReadProgress.none()));
  }

  @Test
  void cancellingEndsTheProcessAtWork() {
    AtomicInteger asked = new AtomicInteger();
    ReadProgress progress =
        new ReadProgress() {
          @Override
          public void page(int page, int pages) {}

          @Override
          public boolean isCancelled() {
            return asked.incrementAndGet() > 1;
          }
        };
    ReadResult result =
        reader.read(corpus("hostile__bad-xref.pdf"), ReadOptions.defaults(), progress);
    assertEquals(Reason.CANCELLED, assertInstanceOf(Refused.class, result).reason());
  }

  @ParameterizedTest
  @CsvSource({
    "exit 3, NOT_READABLE",
    "kill -9 $$, NOT_READABLE",
    "printf 'no frame at all', NOT_READABLE",
    "printf '\\000\\000\\000\\002{}', NOT_READABLE",
  })
  @DisabledOnOs(OS.WINDOWS)
  void aProcessThatNeverIsReadyIsSaidNotToStart(String script, Reason reason) {
    try (WorkerReader odd = new WorkerReader(List.of("sh", "-c", script), LONG)) {
      assertEquals(reason, refused(odd, Path.of("paper.pdf")).reason());
    }
  }

  private static final String READY =
      "printf '\\000\\000\\000\\037{\"message\":\"ready\",\"version\":"
          + Message.VERSION
          + "}'; head -c 5 >/dev/null; ";

  @ParameterizedTest
  @CsvSource({
    "exit 3, TOO_LARGE, memory",
    "exit 1, DAMAGED, damaged",
    "kill -9 $$, DAMAGED, damaged",
    "printf 'no frame at all', DAMAGED, damaged",
  })
  @DisabledOnOs(OS.WINDOWS)
  void theEndOfAProcessAtWorkIsASentenceAboutItsFile(String script, Reason reason, String word) {
    try (WorkerReader odd = new WorkerReader(List.of("sh", "-c", READY + script), LONG)) {
      Refused refused = refused(odd, Path.of("paper.pdf"));
      assertEquals(reason, refused.reason());
      assertTrue(refused.message().startsWith("paper.pdf "), refused::message);
      assertTrue(refused.message().contains(word), refused::message);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"", READY})
  @DisabledOnOs(OS.WINDOWS)
  void aSilentProcessIsGivenUp(String first) {
    List<String> command = List.of("sh", "-c", first + "exec sleep 600");
    try (WorkerReader odd = new WorkerReader(command, Duration.ofMillis(300))) {
      assertEquals(
          first.isEmpty() ? Reason.NOT_READABLE : Reason.TOO_LARGE,
          refused(odd, Path.of("paper.pdf")).reason());
    }
  }

  @Test
  void aProgramThatIsNotThereIsASentence() {
    try (WorkerReader odd = new WorkerReader(List.of("no-such-program-anywhere"), LONG)) {
      assertEquals(Reason.NOT_READABLE, refused(odd, Path.of("paper.pdf")).reason());
    }
  }

  @Test
  void closingEndsTheProcessThatIsKept() {
    reader.read(corpus("hostile__bad-xref.pdf"), ReadOptions.defaults(), ReadProgress.none());
    assertEquals(1, processes().size());
    reader.close();
    assertEquals(0, processes().size());
  }
}

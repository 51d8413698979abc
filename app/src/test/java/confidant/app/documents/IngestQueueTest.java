package confidant.app.documents;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import confidant.app.storage.AppDirs;
import confidant.app.storage.FailureLog;
import confidant.ingest.DocumentReader;
import confidant.ingest.ReadOptions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class IngestQueueTest {
  @TempDir private Path folder;
  private final DocumentLibrary library = new DocumentLibrary();
  private final BlockingQueue<String> ends = new LinkedBlockingQueue<>();
  private IngestQueue queue;

  @BeforeEach
  void start() {
    queue =
        new IngestQueue(
            new DocumentReader(), library, new FailureLog(new AppDirs(folder, folder, folder)));
  }

  @AfterEach
  void close() {
    queue.close();
  }

  @Test
  void papersAreReadInOrderAndKept() throws Exception {
    String first = add("first.txt", "Total 12.50");
    String second = add("second.txt", "Total 7.00");
    assertEquals("read first.txt", end());
    assertEquals("read second.txt", end());
    List<Paper> papers = library.get(List.of(second, "unknown", first));
    assertEquals(
        List.of("second.txt", "first.txt"),
        papers.stream().map(paper -> paper.document().name()).toList());
  }

  @Test
  void aPaperThatCannotBeReadEndsWithASentence() throws InterruptedException {
    queue.add(queue.newId(), folder.resolve("missing.pdf"), new Listener());
    String end = end();
    assertTrue(end.startsWith("failed") && end.contains("missing.pdf"), end);
  }

  @Test
  void aForgottenPaperIsGone() throws Exception {
    String id = add("letter.txt", "Dear Alex");
    end();
    queue.remove(id);
    assertEquals(List.of(), library.get(List.of(id)));
  }

  @Test
  void aPaperForgottenBeforeItsTurnIsNotKept() throws Exception {
    Path file = Files.writeString(folder.resolve("letter.txt"), "Dear Alex");
    String id = queue.newId();
    queue.remove(id);
    queue.add(id, file, new Listener());
    end();
    assertEquals(List.of(), library.get(List.of(id)));
  }

  @Test
  void aProtectedPaperAsksForItsPasswordUntilOneOpensIt() throws Exception {
    Path file =
        Path.of(
            Objects.requireNonNull(
                    IngestQueueTest.class.getResource(
                        "/papers/encrypted__PasswordSample-256bit.pdf"))
                .toURI());
    String id = queue.newId();
    queue.add(id, file, new Listener());
    assertEquals("locked ", end());
    queue.add(id, file, new ReadOptions(Optional.of("guess"), Optional.empty()), new Listener());
    String wrong = end();
    assertTrue(wrong.startsWith("locked ") && wrong.contains("this password"), wrong);
    queue.add(id, file, new ReadOptions(Optional.of("user"), Optional.empty()), new Listener());
    String opened = end();
    assertTrue(opened.startsWith("read "), opened);
  }

  private String add(String name, String text) throws IOException {
    String id = queue.newId();
    queue.add(id, Files.writeString(folder.resolve(name), text), new Listener());
    return id;
  }

  private String end() throws InterruptedException {
    return String.valueOf(ends.poll(30, TimeUnit.SECONDS));
  }

  private final class Listener implements IngestQueue.Listener {
    @Override
    public void reading(int page, int pages) {
      assertTrue(page >= 1);
    }

    @Override
    public void read(Paper paper) {
      ends.add("read " + paper.document().name());
    }

    @Override
    public void locked(String message) {
      ends.add("locked " + message);
    }

    @Override
    public void failed(String message, String code) {
      ends.add("failed " + message);
    }
  }
}

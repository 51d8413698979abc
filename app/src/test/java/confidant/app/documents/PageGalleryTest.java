package confidant.app.documents;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import confidant.ingest.ReadProgress;
import confidant.ingest.ReadReport;
import confidant.ingest.document.Document;
import confidant.ingest.document.Page;
import confidant.ingest.fields.FieldReader;
import confidant.ingest.worker.PageOrder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
class PageGalleryTest {
  @TempDir private Path folder;
  private final DocumentLibrary library = new DocumentLibrary();
  private final List<PageOrder> painted = new CopyOnWriteArrayList<>();
  private final BlockingQueue<String> told = new LinkedBlockingQueue<>();
  private final Semaphore begun = new Semaphore(0);
  private final Semaphore mayPaint = new Semaphore(0);
  private final PageGallery gallery = new PageGallery(library, this::paint);
  private Path file;

  @BeforeEach
  void readPaper() throws IOException {
    file = Files.writeString(folder.resolve("slip.pdf"), "pages");
    Document document =
        new Document(
            "slip.pdf",
            "application/pdf",
            IntStream.rangeClosed(1, 9)
                .mapToObj(number -> new Page(number, 595, 842, List.of()))
                .toList());
    library.add(
        new Paper(
            "p",
            document,
            new ReadReport(9, List.of(), List.of()),
            new FieldReader().read(document)));
    gallery.remember("p", file, "secret");
  }

  @AfterEach
  void close() {
    gallery.close();
  }

  /** A painter that can be held up. */
  private Optional<byte[]> paint(PageOrder order, ReadProgress progress) {
    painted.add(order);
    begun.release();
    mayPaint.acquireUninterruptibly();
    return progress.isCancelled()
        ? Optional.empty()
        : Optional.of(new byte[] {(byte) order.page().number()});
  }

  private Runnable order(int page) {
    return gallery.order("p", page, 1, png -> told.add(page + (png.isPresent() ? "" : " not")));
  }

  private String next() throws InterruptedException {
    return String.valueOf(told.poll(30, TimeUnit.SECONDS));
  }

  @Test
  void thePageAskedForLastComesFirst() throws InterruptedException {
    order(1);
    begun.acquire();
    order(2);
    order(3);
    mayPaint.release(3);
    assertEquals(List.of("1", "3", "2"), List.of(next(), next(), next()));
  }

  @Test
  void anOrderThatWasTakenBackIsNotPainted() throws InterruptedException {
    order(1);
    begun.acquire();
    Runnable takeBack = order(2);
    order(3);
    takeBack.run();
    mayPaint.release(3);
    assertEquals(List.of("1", "3"), List.of(next(), next()));
    assertNull(told.poll());
    assertEquals(List.of(1, 3), painted.stream().map(each -> each.page().number()).toList());
  }

  @Test
  void aPagePaintedBeforeIsThereAtOnce() throws InterruptedException {
    mayPaint.release(1);
    order(1);
    assertEquals("1", next());
    gallery.order("p", 1, 1, png -> assertArrayEquals(new byte[] {1}, png.orElseThrow()));
    assertEquals(1, painted.size());
  }

  @Test
  void thePasswordGoesAlongUntilThePaperIsForgotten() throws InterruptedException {
    order(1);
    begun.acquire();
    assertEquals(Optional.of("secret"), painted.getFirst().password());
    gallery.forget("p");
    mayPaint.release(2);
    assertEquals("1 not", next(), "painting ends with the paper");
    order(1);
    assertEquals("1 not", next());
    assertEquals(1, painted.size());
  }

  @Test
  void aFileThatWasChangedIsNotShownAsWhatWasRead() throws Exception {
    mayPaint.release(2);
    order(1);
    assertEquals("1", next());
    assertEquals(Optional.of(file), painted.getFirst().file());
    Files.writeString(file, "other pages");
    order(2);
    assertEquals("2", next());
    assertEquals(Optional.empty(), painted.getLast().file());
  }

  @Test
  void whatIsNotThereIsNotPainted() throws InterruptedException {
    gallery.order("unknown", 1, 1, png -> told.add("unknown " + png.isPresent()));
    assertEquals("unknown false", next());
    order(10);
    assertEquals("10 not", next());
  }
}

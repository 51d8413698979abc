package confidant.app.documents;

import confidant.ingest.ReadProgress;
import confidant.ingest.document.Page;
import confidant.ingest.worker.PageOrder;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Consumer;

/**
 * Pictures of pages: painted one after the other on a thread of its own, the one asked for last
 * first, and kept for a while. Thread-safe.
 */
public final class PageGallery implements AutoCloseable {
  private static final long CACHE_BYTES = 48L << 20;

  private final DocumentLibrary library;
  private final PagePainter painter;
  private final ExecutorService thread =
      Executors.newSingleThreadExecutor(
          Thread.ofPlatform().daemon().name("page-pictures").factory());

  // Guarded by this.
  private final Map<String, PaperFile> files = new HashMap<>();
  private final PageCache cache = new PageCache(CACHE_BYTES);
  private final Deque<Order> waiting = new ArrayDeque<>();

  private record Order(PageCache.Key key, Consumer<Optional<byte[]>> listener) {}

  public PageGallery(DocumentLibrary library, PagePainter painter) {
    this.library = library;
    this.painter = painter;
  }

  /**
   * Remembers what a paper was read from.
   *
   * @param password that opened it; empty if none was needed. Kept until the paper is forgotten
   */
  public void remember(String paperId, Path file, String password) {
    PaperFile remembered = new PaperFile(file, password);
    synchronized (this) {
      PaperFile before = files.put(paperId, remembered);
      if (before != null) {
        before.wipe();
      }
    }
  }

  /** Forgets a paper, its password and its pictures; if one is being painted, stops that. */
  public synchronized void forget(String paperId) {
    PaperFile file = files.remove(paperId);
    if (file != null) {
      file.wipe();
    }
    cache.forget(paperId);
    waiting.removeIf(order -> order.key().paperId().equals(paperId));
  }

  /**
   * Paints a page soon.
   *
   * @param listener told on another thread; or at once, if the picture is kept
   * @return takes the order back if it still waits; a page that is being painted is finished and
   *     kept, since it is soon wanted again
   */
  public Runnable order(
      String paperId, int page, double dotsPerPoint, Consumer<Optional<byte[]>> listener) {
    Order order = new Order(new PageCache.Key(paperId, page, dotsPerPoint), listener);
    Optional<byte[]> kept;
    synchronized (this) {
      kept = cache.get(order.key());
      if (kept.isEmpty()) {
        waiting.push(order);
      }
    }
    if (kept.isPresent()) {
      listener.accept(kept);
      return () -> {};
    }
    thread.execute(this::paintNext);
    return () -> takeBack(order);
  }

  private synchronized void takeBack(Order order) {
    waiting.removeFirstOccurrence(order);
  }

  private void paintNext() {
    Order order;
    Optional<PageOrder> page;
    Optional<byte[]> kept;
    synchronized (this) {
      order = waiting.poll();
      if (order == null) {
        return;
      }
      kept = cache.get(order.key());
      page = kept.isPresent() ? Optional.empty() : toPaint(order.key());
    }
    Optional<byte[]> picture =
        kept.or(() -> page.flatMap(wanted -> painter.paint(wanted, untilForgotten(order.key()))));
    synchronized (this) {
      if (isKnown(order.key().paperId())) {
        picture.ifPresent(png -> cache.put(order.key(), png));
      }
    }
    order.listener().accept(picture);
  }

  private Optional<PageOrder> toPaint(PageCache.Key key) {
    PaperFile file = files.get(key.paperId());
    List<Paper> papers = library.get(List.of(key.paperId()));
    if (file == null || papers.isEmpty()) {
      return Optional.empty();
    }
    return page(papers.getFirst(), key.page())
        .map(
            page ->
                new PageOrder(
                    file.unchanged(),
                    file.password(),
                    papers.getFirst().document().mediaType(),
                    page,
                    key.dotsPerPoint()));
  }

  private static Optional<Page> page(Paper paper, int number) {
    return paper.document().pages().stream().filter(page -> page.number() == number).findFirst();
  }

  private synchronized boolean isKnown(String paperId) {
    return files.containsKey(paperId);
  }

  private ReadProgress untilForgotten(PageCache.Key key) {
    return new ReadProgress() {
      @Override
      public void page(int page, int pages) {}

      @Override
      public boolean isCancelled() {
        return thread.isShutdown() || !isKnown(key.paperId());
      }
    };
  }

  /** Ends the thread and wipes all passwords. */
  @Override
  public void close() {
    thread.shutdownNow();
    synchronized (this) {
      files.values().forEach(PaperFile::wipe);
      files.clear();
      waiting.clear();
    }
  }
}

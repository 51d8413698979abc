package confidant.app.wiring;

import confidant.app.documents.DocumentLibrary;
import confidant.app.documents.PageGallery;
import confidant.app.documents.PageWords;
import confidant.app.documents.Paper;
import confidant.app.documents.PaperSearch;
import confidant.app.figures.FigureFinder;
import confidant.ingest.document.BoundingBox;
import confidant.ingest.document.Page;
import confidant.ui.port.PaperPort;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Shows the window papers as they look, and where figures stand in them. */
final class PaperAdapter implements PaperPort, AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(PaperAdapter.class);

  private final DocumentLibrary library;
  private final PageGallery gallery;
  private final FigureFinder figures;
  private final ExecutorService thread =
      Executors.newSingleThreadExecutor(
          Thread.ofPlatform().daemon().name("paper-lookup").factory());

  PaperAdapter(DocumentLibrary library, PageGallery gallery, FigureFinder figures) {
    this.library = library;
    this.gallery = gallery;
    this.figures = figures;
  }

  @Override
  public void pages(String documentId, Consumer<List<PageSize>> listener) {
    answer(
        listener,
        () -> pages(documentId).map(page -> new PageSize(page.width(), page.height())).toList());
  }

  @Override
  public Runnable picture(
      String documentId, int page, double dotsPerPoint, Consumer<Optional<byte[]>> listener) {
    List<Page> pages = pages(documentId).toList();
    if (page < 1 || page > pages.size()) {
      listener.accept(Optional.empty());
      return () -> {};
    }
    return gallery.order(documentId, pages.get(page - 1).number(), dotsPerPoint, listener);
  }

  @Override
  public void words(String documentId, int page, Consumer<List<Word>> listener) {
    answer(
        listener,
        () ->
            pages(documentId)
                .skip(page - 1L)
                .limit(1)
                .map(PageWords::of)
                .flatMap(List::stream)
                .map(word -> new Word(word.text(), word.gap(), box(word.box())))
                .toList());
  }

  @Override
  public void find(String documentId, String words, Consumer<List<Place>> listener) {
    answer(
        listener,
        () ->
            library.get(List.of(documentId)).stream()
                .flatMap(paper -> PaperSearch.find(paper.document(), words).stream())
                .map(
                    hit ->
                        new Place(
                            documentId,
                            position(documentId, hit.page()),
                            hit.boxes().stream().map(PaperAdapter::box).toList()))
                .toList());
  }

  @Override
  public void sources(String text, List<String> documentIds, Consumer<List<Source>> listener) {
    answer(
        listener,
        () -> figures.find(text, library.get(documentIds)).stream().map(this::translate).toList());
  }

  private Source translate(confidant.app.figures.Source source) {
    Kind kind =
        switch (source.kind()) {
          case FIGURE -> Kind.FIGURE;
          case PAGE -> Kind.PAGE;
        };
    return new Source(
        source.start(),
        source.end(),
        kind,
        source.places().stream()
            .map(
                place ->
                    new Place(
                        place.paperId(),
                        position(place.paperId(), place.page()),
                        place.box().map(PaperAdapter::box).stream().toList()))
            .toList());
  }

  /** Where a page stands among those that were read; the same unless only some were. */
  private int position(String documentId, int number) {
    List<Integer> numbers = pages(documentId).map(Page::number).toList();
    return Math.max(1, numbers.indexOf(number) + 1);
  }

  private Stream<Page> pages(String documentId) {
    return library.get(List.of(documentId)).stream()
        .map(Paper::document)
        .flatMap(document -> document.pages().stream());
  }

  private static Box box(BoundingBox box) {
    return new Box(box.left(), box.top(), box.width(), box.height());
  }

  /** Nothing is found where the search itself fails: no claim is made then. */
  private <T> void answer(Consumer<List<T>> listener, Supplier<List<T>> question) {
    try {
      thread.execute(
          () -> {
            List<T> found = List.of();
            try {
              found = question.get();
            } catch (RuntimeException e) {
              LOG.warn("A look-up in a paper failed: {}", e.getClass().getName());
            }
            listener.accept(found);
          });
    } catch (RejectedExecutionException e) {
      LOG.debug("The window is closing", e);
    }
  }

  @Override
  public void close() {
    thread.shutdownNow();
    gallery.close();
  }
}

package confidant.ui.fake;

import confidant.ui.port.PaperPort;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;

/**
 * Papers of seven pages with the same rows each, painted as bars where words stand; figures come
 * from where the test says.
 */
public final class FakePaperPort implements PaperPort {
  public static final int PAGES = 7;
  public static final double WIDTH = 595;
  public static final double HEIGHT = 842;
  private static final double LINE = 24;
  private static final double LEFT = 60;
  private static final double TOP = 80;
  private static final List<String> ROWS =
      List.of(
          "Payslip March 2026",
          "Employer Example Works Berlin",
          "Gross pay 4,120.00",
          "Income tax 661.50",
          "Pension insurance 383.16",
          "Health insurance 344.02",
          "Net pay 2,614.38");

  /** Pages that were ordered, as paper, page. */
  public final List<String> ordered = new CopyOnWriteArrayList<>();

  public final List<String> takenBack = new CopyOnWriteArrayList<>();

  /** Texts whose figures were looked up. */
  public final List<String> lookedUp = new CopyOnWriteArrayList<>();

  /** What looking up figures gives. */
  public volatile List<Source> sources = List.of();

  /** Whether pages can be painted. */
  public volatile boolean painting = true;

  @Override
  public void pages(String documentId, Consumer<List<PageSize>> listener) {
    List<PageSize> pages = new ArrayList<>();
    for (int i = 0; i < PAGES; i++) {
      pages.add(new PageSize(WIDTH, HEIGHT));
    }
    listener.accept(pages);
  }

  @Override
  public Runnable picture(
      String documentId, int page, double dotsPerPoint, Consumer<Optional<byte[]>> listener) {
    String order = documentId + " " + page;
    ordered.add(order);
    listener.accept(painting ? Optional.of(paint(dotsPerPoint)) : Optional.empty());
    return () -> takenBack.add(order);
  }

  private static byte[] paint(double dotsPerPoint) {
    double scale = Math.min(1, dotsPerPoint);
    List<Word> words = words();
    return Png.of(
        (int) (WIDTH * scale),
        (int) (HEIGHT * scale),
        (x, y) ->
            words.stream().anyMatch(word -> holds(word.box(), x / scale, y / scale))
                ? 0x3b4252
                : 0xffffff);
  }

  /** Bars are lower than lines, like letters. */
  private static boolean holds(Box box, double x, double y) {
    return x >= box.left()
        && x < box.left() + box.width()
        && y >= box.top() + box.height() * 0.25
        && y < box.top() + box.height() * 0.85;
  }

  @Override
  public void words(String documentId, int page, Consumer<List<Word>> listener) {
    listener.accept(words());
  }

  private static List<Word> words() {
    List<Word> words = new ArrayList<>();
    for (int row = 0; row < ROWS.size(); row++) {
      double left = LEFT;
      for (String text : ROWS.get(row).split(" ", -1)) {
        String gap = left > LEFT ? " " : row == 0 ? "" : "\n";
        double width = 8.0 * text.length();
        words.add(new Word(text, gap, new Box(left, TOP + row * LINE, width, 14)));
        left += width + 8;
      }
    }
    return words;
  }

  /** The place of a word that stands once on each page. */
  public static Place place(String documentId, int page, String text) {
    return new Place(
        documentId,
        page,
        words().stream().filter(word -> word.text().equals(text)).map(Word::box).toList());
  }

  @Override
  public void find(String documentId, String words, Consumer<List<Place>> listener) {
    List<Place> found = new ArrayList<>();
    for (int page = 1; page <= PAGES; page++) {
      for (Word word : words()) {
        if (word.text().equalsIgnoreCase(words.strip())) {
          found.add(new Place(documentId, page, List.of(word.box())));
        }
      }
    }
    listener.accept(found);
  }

  @Override
  public void sources(String text, List<String> documentIds, Consumer<List<Source>> listener) {
    lookedUp.add(text);
    listener.accept(sources);
  }
}

package confidant.samples.sheet;

import confidant.samples.truth.Printed;
import java.util.ArrayList;
import java.util.List;

/** Pages of one size that are being set; lengths in points, from the top left corner. */
public final class Sheet {

  private final double width;
  private final double height;
  private final Fonts fonts;
  private final List<SheetPage> pages = new ArrayList<>();

  public Sheet(double width, double height, Fonts fonts) {
    this.width = width;
    this.height = height;
    this.fonts = fonts;
    addPage();
  }

  public double width() {
    return width;
  }

  public double height() {
    return height;
  }

  public Fonts fonts() {
    return fonts;
  }

  /** All pages so far, at least one. */
  public List<SheetPage> pages() {
    return List.copyOf(pages);
  }

  /** The page that is being set. */
  public SheetPage page() {
    return pages.getLast();
  }

  /** Starts another page. */
  public void addPage() {
    pages.add(new SheetPage(pages.size() + 1, fonts));
  }

  /** All text on all pages. */
  public List<Printed> printed() {
    return pages.stream().flatMap(page -> page.printed().stream()).toList();
  }

  /** Breaks text into lines no longer than {@code room} points, at line ends and blanks. */
  public List<String> wrap(String text, Pen pen, double room) {
    List<String> lines = new ArrayList<>();
    for (String paragraph : text.split("\n", -1)) {
      StringBuilder line = new StringBuilder();
      for (String word : paragraph.split(" ", -1)) {
        if (!line.isEmpty() && fonts.width(line + " " + word, pen) > room) {
          lines.add(line.toString());
          line.setLength(0);
        }
        line.append(line.isEmpty() ? "" : " ").append(word);
      }
      lines.add(line.toString());
    }
    return lines;
  }
}

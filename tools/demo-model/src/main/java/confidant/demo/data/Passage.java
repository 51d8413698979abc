package confidant.demo.data;

import java.util.ArrayList;
import java.util.List;

/** Words to be written, with the places of figures that are copied from a paper. */
public final class Passage {
  private final StringBuilder text = new StringBuilder();
  private final List<int[]> figures = new ArrayList<>(); // start and end

  /** Adds words. */
  public Passage words(String words) {
    text.append(words);
    return this;
  }

  /** Adds a figure, date or name that stands in the paper. */
  public Passage figure(String figure) {
    figures.add(new int[] {text.length(), text.length() + figure.length()});
    text.append(figure);
    return this;
  }

  Passage append(Passage other) {
    int shift = text.length();
    text.append(other.text);
    other.figures.forEach(range -> figures.add(new int[] {range[0] + shift, range[1] + shift}));
    return this;
  }

  /**
   * Adds a phrase with values put in.
   *
   * @param phrase with {0} for {@code about}, {1} and so on for the values, {p} for the page
   */
  Passage fill(String phrase, Item item) {
    int at = 0;
    for (int open = phrase.indexOf('{'); open >= 0; open = phrase.indexOf('{', at)) {
      int close = phrase.indexOf('}', open);
      words(phrase.substring(at, open));
      String name = phrase.substring(open + 1, close);
      switch (name) {
        case "p" -> words(String.valueOf(item.page()));
        case "0" -> figure(item.about());
        default -> figure(item.values().get(Integer.parseInt(name) - 1));
      }
      at = close + 1;
    }
    return words(phrase.substring(at));
  }

  /** The words. */
  public String text() {
    return text.toString();
  }

  /** The figures in it. */
  public List<String> figures() {
    return figures.stream().map(range -> text.substring(range[0], range[1])).toList();
  }

  /** Whether one of the characters from {@code from} to below {@code to} belongs to a figure. */
  boolean isFigure(int from, int to) {
    return figures.stream().anyMatch(range -> from < range[1] && to > range[0]);
  }
}

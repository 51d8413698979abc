package confidant.samples.sheet;

import confidant.samples.chance.Dice;
import java.util.Comparator;
import java.util.List;

/** In which order the text of a page is drawn; it looks the same in any. */
public enum DrawOrder {
  AS_SET,
  /** Column by column, by where texts start. */
  BY_COLUMN,
  /** Row by row, each from right to left. */
  RIGHT_TO_LEFT,
  /** Figures first, then the words that say what they are. */
  FIGURES_FIRST,
  SHUFFLED;

  /** The same marks in this order. */
  List<Mark.Text> sort(List<Mark.Text> texts, Dice dice) {
    return switch (this) {
      case AS_SET -> texts;
      case BY_COLUMN ->
          texts.stream()
              .sorted(Comparator.comparingDouble(Mark.Text::x).thenComparingDouble(Mark.Text::y))
              .toList();
      case RIGHT_TO_LEFT ->
          texts.stream()
              .sorted(
                  Comparator.comparingDouble(Mark.Text::y)
                      .thenComparing(Comparator.comparingDouble(Mark.Text::x).reversed()))
              .toList();
      case FIGURES_FIRST ->
          texts.stream().sorted(Comparator.comparing((Mark.Text text) -> !text.figure())).toList();
      case SHUFFLED -> dice.shuffled(texts);
    };
  }
}

package confidant.samples.layout;

import confidant.samples.truth.Box;
import confidant.samples.truth.Fact;
import confidant.samples.truth.Figure;
import confidant.samples.words.Wording;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Notes which figure was set where, and what says its meaning. */
final class FigureLog {

  private final List<Figure> figures = new ArrayList<>();

  void add(Cell cell, String label, String header, int page, Box box) {
    figures.add(new Figure(cell.text(), cell.value(), cell.field(), label, header, page, box));
  }

  List<Figure> figures() {
    return List.copyOf(figures);
  }

  /** Questions about the fields for which there is a wording, each asked once. */
  List<Fact> facts(Wording wording) {
    Set<String> keys = wording.keys();
    Set<String> asked = new HashSet<>();
    List<Fact> facts = new ArrayList<>();
    for (Figure figure : figures) {
      String key = "ask." + figure.field();
      if (keys.contains(key)) {
        String question = wording.fill(key, figure.label());
        if (asked.add(question)) {
          facts.add(
              new Fact(figure.field(), question, figure.text(), figure.value(), figure.page()));
        }
      }
    }
    return facts;
  }
}

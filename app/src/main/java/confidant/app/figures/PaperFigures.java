package confidant.app.figures;

import confidant.app.documents.Paper;
import confidant.ingest.fields.FigureReader;
import confidant.ingest.fields.WrittenFigure;
import confidant.ingest.fields.WrittenFigure.Kind;
import confidant.ingest.fields.WrittenFigure.Measure;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** All figures of one paper by what they mean. Immutable. */
final class PaperFigures {

  /** Digits that a number must have to be looked for within account numbers and the like. */
  private static final int LEAST_OF_CODE = 5;

  /** What figures are looked up by. */
  private enum Key {
    NUMBER,
    DAY,
    /** A day that stands there without its year. */
    DAY_WITHOUT_YEAR,
    /** The day and the month of a date, whether its year stands there or not. */
    DAY_OF_ANY_YEAR,
    MONTH,
    /** The month in which a day is. */
    MONTH_OF_DAY,
    /** The year of a day or a month. */
    YEAR_OF_DATE,
    TIME
  }

  private record Meaning(Key key, String reading) {}

  private final String paperId;
  private final List<Passage> passages;
  private final Map<Meaning, List<Occurrence>> occurrences = new HashMap<>();

  PaperFigures(Paper paper) {
    paperId = paper.id();
    passages = Passage.of(paper.document());
    FigureReader reader = new FigureReader(paper.findings().conventions());
    for (Passage passage : passages) {
      for (WrittenFigure figure : reader.find(passage.text())) {
        add(passage, figure);
        if (mayBeSeveral(passage, figure)) {
          reader.parts(passage.text(), figure).forEach(part -> add(passage, part));
        }
      }
    }
  }

  /** Whether a place can also be read as several numbers, such as a range. */
  private static boolean mayBeSeveral(Passage passage, WrittenFigure figure) {
    String written = passage.text().substring(figure.start(), figure.end());
    return switch (figure.kind()) {
      case CODE -> written.chars().noneMatch(Character::isLetter);
      // A fraction is at the end of one number only.
      case NUMBER ->
          written.indexOf(' ') >= 0 && written.indexOf('.') < 0 && written.indexOf(',') < 0;
      case DAY -> figure.readings().getFirst().startsWith("--");
      case MONTH, TIME -> false;
    };
  }

  private void add(Passage passage, WrittenFigure figure) {
    for (String reading : figure.readings()) {
      switch (figure.kind()) {
        case NUMBER -> put(Key.NUMBER, reading, passage, figure);
        case TIME -> put(Key.TIME, reading, passage, figure);
        case MONTH -> {
          put(Key.MONTH, reading, passage, figure);
          put(Key.YEAR_OF_DATE, reading.substring(0, 4), passage, figure);
        }
        case DAY -> addDay(reading, passage, figure);
        case CODE -> {
          // Looked for in the text itself, since nobody agrees on where blanks stand.
        }
      }
    }
  }

  private void addDay(String reading, Passage passage, WrittenFigure figure) {
    if (reading.startsWith("--")) {
      put(Key.DAY_WITHOUT_YEAR, reading, passage, figure);
      put(Key.DAY_OF_ANY_YEAR, reading, passage, figure);
    } else {
      put(Key.DAY, reading, passage, figure);
      put(Key.DAY_OF_ANY_YEAR, "-" + reading.substring(4), passage, figure);
      put(Key.MONTH_OF_DAY, reading.substring(0, 7), passage, figure);
      put(Key.YEAR_OF_DATE, reading.substring(0, 4), passage, figure);
    }
  }

  private void put(Key key, String reading, Passage passage, WrittenFigure figure) {
    occurrences
        .computeIfAbsent(new Meaning(key, reading), _ -> new ArrayList<>())
        .add(
            new Occurrence(
                Occurrence.withoutBlanks(passage.text().substring(figure.start(), figure.end())),
                reading,
                figure.negative(),
                figure.measure(),
                passage.isAlone(figure.start(), figure.end()),
                place(passage, figure.start(), figure.end())));
  }

  private Occurrence code(Passage passage, CodeText.Range range, String reading) {
    return new Occurrence(
        Occurrence.withoutBlanks(passage.text().substring(range.start(), range.end())),
        reading,
        false,
        Measure.NOTHING,
        true,
        place(passage, range.start(), range.end()));
  }

  private Place place(Passage passage, int start, int end) {
    return new Place(paperId, passage.page(), Optional.of(passage.part(start, end)));
  }

  /** Where the paper says the same as {@code figure}, in its order. */
  List<Occurrence> find(WrittenFigure figure) {
    List<Occurrence> found = new ArrayList<>();
    for (String reading : figure.readings()) {
      // A number written without any sign may be a code; with one it is none.
      boolean plain = figure.end() - figure.start() == reading.length();
      found.addAll(find(figure.kind(), reading, plain));
    }
    return found;
  }

  private List<Occurrence> find(Kind kind, String reading, boolean plain) {
    return switch (kind) {
      case NUMBER ->
          firstOf(
              get(Key.NUMBER, reading),
              isYear(reading) ? get(Key.YEAR_OF_DATE, reading) : List.of(),
              plain && isLong(reading) ? code(reading) : List.of());
      case DAY ->
          reading.startsWith("--")
              ? get(Key.DAY_OF_ANY_YEAR, reading)
              : firstOf(
                  get(Key.DAY, reading), get(Key.DAY_WITHOUT_YEAR, "-" + reading.substring(4)));
      case MONTH -> firstOf(get(Key.MONTH, reading), get(Key.MONTH_OF_DAY, reading));
      case TIME -> get(Key.TIME, reading);
      case CODE -> code(reading);
    };
  }

  @SafeVarargs
  private static List<Occurrence> firstOf(List<Occurrence>... choices) {
    for (List<Occurrence> choice : choices) {
      if (!choice.isEmpty()) {
        return choice;
      }
    }
    return List.of();
  }

  private List<Occurrence> get(Key key, String reading) {
    return occurrences.getOrDefault(new Meaning(key, reading), List.of());
  }

  private static boolean isYear(String reading) {
    return reading.matches("(19|20)\\d\\d");
  }

  private static boolean isLong(String reading) {
    return reading.length() >= LEAST_OF_CODE && reading.chars().allMatch(Character::isDigit);
  }

  /** Where letters and digits follow each other, whatever signs and blanks stand between them. */
  private List<Occurrence> code(String code) {
    List<Occurrence> found = new ArrayList<>();
    for (Passage passage : passages) {
      CodeText text = CodeText.of(passage.text());
      for (CodeText.Range range : text.find(code)) {
        found.add(code(passage, range, code));
      }
    }
    return found;
  }

  /** Where an account number or the like ends with these digits, of which the rest is masked. */
  List<Occurrence> endings(String digits) {
    List<Occurrence> found = new ArrayList<>();
    for (Passage passage : passages) {
      for (CodeText.Range range : CodeText.of(passage.text()).findEndings(digits)) {
        found.add(code(passage, range, digits));
      }
    }
    return found;
  }
}

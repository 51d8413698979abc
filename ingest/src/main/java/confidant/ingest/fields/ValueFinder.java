package confidant.ingest.fields;

import confidant.ingest.document.Field;
import confidant.ingest.words.Vocabulary;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.IntStream;

/**
 * Finds the values that labels name: behind the label, to its right, or below it.
 *
 * <p>Where several labels of one name have values, the phrase that is trusted most decides; a label
 * among other words is trusted less.
 */
final class ValueFinder {

  private static final double LEAST = 0.45;
  private static final double PER_RANK = 0.01;
  private static final double CONTRADICTED = 0.8;

  private final Sheet sheet;
  private final Map<String, List<Label>> labels = new HashMap<>();
  private final Places places;

  ValueFinder(Sheet sheet, Vocabulary vocabulary) {
    this.sheet = sheet;
    List<Label> found = Label.find(sheet, vocabulary);
    found.forEach(
        label -> labels.computeIfAbsent(label.name(), name -> new ArrayList<>()).add(label));
    places = new Places(sheet, found);
  }

  /** Labels of a name, in reading order. */
  List<Label> labels(String name) {
    return labels.getOrDefault(name, List.of());
  }

  /** The amount that labels of {@code name} name; of several the last, as totals stand below. */
  Optional<Field> lastAmount(String name) {
    return best(labels(name).reversed(), label -> amount(label, name, 0));
  }

  Optional<Field> amount(String name) {
    return best(labels(name), label -> amount(label, name, 0));
  }

  /** An amount beside or below its label, where no other stands beside it. */
  Optional<Field> onlyAmount(String name) {
    return best(
        labels(name),
        label -> {
          long beside =
              places.beside(label).stream()
                  .flatMap(place -> sheet.amounts().find(place.text()).stream())
                  .filter(Amount::money)
                  .count();
          return beside > 1 ? Optional.empty() : amount(label, name, 0);
        });
  }

  Optional<Field> day(String name) {
    return best(labels(name), label -> value(label, at -> day(at, name)));
  }

  /** A day beside its label, not below it, where a column of days may start. */
  Optional<Field> dayBeside(String name) {
    return best(
        labels(name),
        label ->
            places.beside(label).stream()
                .flatMap(place -> day(place, name).stream())
                .findFirst()
                .map(field -> lessened(field, factor(wordsBefore(label))))
                .filter(field -> field.confidence() >= LEAST));
  }

  /** A number or code that names something, such as an invoice. */
  Optional<Field> code(String name) {
    return best(labels(name), label -> value(label, at -> code(at, name)));
  }

  /** What {@code parser} makes of the first place beside or below a label that it takes. */
  Optional<Field> find(String name, Function<Place, Optional<Field>> parser) {
    return best(labels(name), label -> value(label, parser));
  }

  /** A code only where it stands right behind the label, in the same piece. */
  Optional<Field> codeBehind(String label, String name) {
    return best(
        labels(label),
        it -> it.isLeading(sheet) ? code(places.behind(it), name) : Optional.empty());
  }

  /** A day that follows a label that starts its piece. */
  Optional<Field> dayBehind(String label, String name) {
    return best(
        labels(label), it -> it.isLeading(sheet) ? day(places.behind(it), name) : Optional.empty());
  }

  /** The name of somebody or something. */
  Optional<Field> name(String name) {
    return best(
        labels(name),
        label -> {
          if (label.hasColon(sheet)) {
            return value(label, at -> name(at, label, name));
          }
          Row row = label.row(sheet);
          if (!label.isWhole(sheet)) {
            return Optional.empty();
          }
          return row.isHeading() || !isPairs(row)
              ? places.below(label, at -> name(at, label, name))
              : value(label, at -> name(at, label, name));
        });
  }

  /** One label and one piece are a pair; more are pairs if labels stand at every other place. */
  private static boolean isPairs(Row row) {
    int size = row.pieces().size();
    return size == 2
        || (size > 0
            && size % 2 == 0
            && IntStream.range(0, size / 2)
                .allMatch(pair -> Fields.isLabel(row.pieces().get(2 * pair).text())));
  }

  /**
   * The last amount between a label and the next label of its row, one that looks like money first;
   * else the one below it. What follows an amount in brackets explains it.
   */
  Optional<Field> amount(Label label, String name, int item) {
    Optional<Field> any =
        explained(label, name, item)
            .or(() -> lastBeside(label, place -> lastAmount(place, name, item, Amount::money)))
            .or(() -> lastBeside(label, place -> lastAmount(place, name, item)))
            .or(() -> before(label, name, item))
            .or(() -> places.below(label, at -> lastAmount(at, name, item)));
    return any.map(field -> lessened(field, quality(label)))
        .filter(field -> field.confidence() >= LEAST);
  }

  /** The only thing left of a label in a row of a table, if that is an amount. */
  private Optional<Field> before(Label label, String name, int item) {
    Row row = label.row(sheet);
    return row.inTable() && !row.isHeading() && label.isWhole(sheet) && label.piece() == 1
        ? lastAmount(Place.whole(row, row.first(), Places.BESIDE), name, item)
        : Optional.empty();
  }

  /** The amount right behind the colon of a label, where a bracket follows it. */
  private Optional<Field> explained(Label label, String name, int item) {
    Place behind = places.behind(label);
    return sheet.amounts().find(behind.text()).stream()
        .findFirst()
        .filter(amount -> label.hasColon(sheet) && amount.money())
        .filter(amount -> behind.text().substring(0, amount.start()).strip().equals(":"))
        .filter(amount -> behind.text().substring(amount.end()).strip().startsWith("("))
        .map(
            amount ->
                Fields.amount(
                    name,
                    item,
                    moved(amount, behind.start()),
                    behind.row(),
                    behind.piece(),
                    behind.confidence()));
  }

  /** The amounts beside a label, at most one a piece, from left to right. */
  List<Field> amountsBeside(Label label, String name, int item) {
    List<Field> beside =
        places.beside(label).stream()
            .flatMap(place -> lastAmount(place, name, item).stream())
            .toList();
    return beside.isEmpty() ? before(label, name, item).stream().toList() : beside;
  }

  /** Whether an amount stands in the label's own piece. */
  boolean hasOwnAmount(Label label) {
    String own = label.piece(sheet).text().substring(label.end(), label.until());
    return !sheet.amounts().find(own).isEmpty();
  }

  private Optional<Field> value(Label label, Function<Place, Optional<Field>> parser) {
    Optional<Field> found = Optional.empty();
    for (Place place : places.beside(label)) {
      found = found.or(() -> parser.apply(place));
    }
    double factor = factor(wordsBefore(label));
    return found
        .or(() -> places.below(label, parser))
        .map(field -> lessened(field, factor))
        .filter(field -> field.confidence() >= LEAST);
  }

  private Optional<Field> lastBeside(Label label, Function<Place, Optional<Field>> parser) {
    Optional<Field> found = Optional.empty();
    // What else stands in a row of headings are other headings.
    List<Place> beside = label.row(sheet).isHeading() ? List.of() : places.beside(label);
    for (Place place : beside) {
      Optional<Field> here = parser.apply(place);
      // Words behind an amount name another.
      if (here.isEmpty() && found.isPresent() && Fields.meaningfulWords(place.text()) > 0) {
        break;
      }
      found = here.isPresent() ? here : found;
    }
    return found;
  }

  private Optional<Field> lastAmount(Place at, String name, int item) {
    return lastAmount(at, name, item, amount -> !sheet.isCount(amount));
  }

  private Optional<Field> lastAmount(Place at, String name, int item, Predicate<Amount> accepted) {
    Optional<Amount> whole = sheet.amounts().whole(at.text());
    Optional<Amount> last =
        whole.isPresent()
            ? whole.filter(accepted)
            : sheet.amounts().find(at.text()).reversed().stream().filter(Amount::money).findFirst();
    int indent = whole.isPresent() ? at.text().length() - at.text().stripLeading().length() : 0;
    return last.map(
        amount ->
            Fields.amount(
                name,
                item,
                moved(amount, at.start() + indent),
                at.row(),
                at.piece(),
                at.confidence()));
  }

  private static Amount moved(Amount amount, int by) {
    return new Amount(
        amount.value(),
        amount.text(),
        amount.start() + by,
        amount.end() + by,
        amount.mark(),
        amount.money());
  }

  private Optional<Field> day(Place at, String name) {
    return sheet.dates().find(at.text()).stream()
        .findFirst()
        .map(day -> moved(day, at.start()))
        .map(day -> Fields.day(name, 0, day, at.row(), at.piece(), at.confidence()));
  }

  private static Day moved(Day day, int by) {
    return new Day(
        day.text(), day.start() + by, day.end() + by, day.readings(), day.year(), day.shape());
  }

  /** The first token, fillers aside, if it holds a digit. */
  private static Optional<Field> code(Place at, String name) {
    String text = at.piece().text();
    int start = at.start();
    while (start < at.end()) {
      while (start < at.end() && !Character.isLetterOrDigit(text.charAt(start))) {
        start++;
      }
      int end = start;
      while (end < at.end() && !Numeral.isBlank(text.charAt(end))) {
        end++;
      }
      while (end > start && !Character.isLetterOrDigit(text.charAt(end - 1))) {
        end--;
      }
      String token = text.substring(start, end);
      if (token.chars().anyMatch(Character::isDigit)) {
        return token.length() < 2
            ? Optional.empty()
            : Optional.of(Fields.text(name, 0, at.row(), at.piece(), start, end, at.confidence()));
      }
      if (Fields.meaningfulWords(token) > 0) {
        return Optional.empty();
      }
      start = end + 1;
    }
    return Optional.empty();
  }

  private Optional<Field> name(Place at, Label label, String name) {
    boolean behind = at.piece().equals(label.piece(sheet)) && at.row().equals(label.row(sheet));
    if (behind && !label.hasColon(sheet)) {
      return Optional.empty();
    }
    String text = at.piece().text();
    int start = at.start();
    while (start < at.end() && !Character.isLetterOrDigit(text.charAt(start))) {
      start++;
    }
    int end = text.substring(0, at.end()).stripTrailing().length();
    String said = text.substring(start, Math.max(start, end));
    return Fields.isName(said) && !Fields.isLabel(said)
        ? Optional.of(Fields.text(name, 0, at.row(), at.piece(), start, end, at.confidence()))
        : Optional.empty();
  }

  private int wordsBefore(Label label) {
    return Fields.meaningfulWords(label.piece(sheet).text().substring(0, label.start()));
  }

  /** How little else stands in the label's piece, from 0 to 1. */
  private double quality(Label label) {
    String text = label.piece(sheet).text();
    int others =
        wordsBefore(label) + Fields.meaningfulWords(text.substring(label.end(), label.until()));
    return factor(others);
  }

  private static double factor(int otherWords) {
    return switch (otherWords) {
      case 0 -> 1;
      case 1 -> 0.7;
      case 2 -> 0.5;
      default -> 0;
    };
  }

  private static Field lessened(Field field, double factor) {
    return new Field(
        field.name(),
        field.item(),
        field.value(),
        field.raw(),
        field.page(),
        field.box(),
        field.confidence() * factor);
  }

  private static Optional<Field> best(List<Label> labels, Function<Label, Optional<Field>> parser) {
    List<Candidate> candidates = new ArrayList<>();
    for (Label label : labels) {
      parser.apply(label).ifPresent(field -> candidates.add(new Candidate(field, label.rank())));
    }
    Optional<Candidate> best =
        candidates.stream().max(Comparator.comparingDouble(Candidate::score));
    return best.map(
        winner ->
            candidates.stream().anyMatch(winner::isContradictedBy)
                ? lessened(winner.field, CONTRADICTED)
                : winner.field);
  }

  private record Candidate(Field field, int rank) {

    double score() {
      return field.confidence() - rank * PER_RANK;
    }

    boolean isContradictedBy(Candidate other) {
      return other.rank == rank && !other.field.value().equals(field.value());
    }
  }
}

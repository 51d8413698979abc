package confidant.ingest.fields;

import confidant.ingest.document.Check;
import confidant.ingest.document.Check.Outcome;
import confidant.ingest.document.Field;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** Collects what was found in a paper. */
final class FindingsBuilder {

  private final List<Field> fields = new ArrayList<>();
  private final List<Check> checks = new ArrayList<>();

  void add(Field field) {
    fields.add(field);
  }

  void addAll(Collection<Field> more) {
    fields.addAll(more);
  }

  void add(Optional<Field> field) {
    field.ifPresent(fields::add);
  }

  void add(Check check) {
    checks.add(check);
  }

  Optional<Field> first(String name) {
    return fields.stream().filter(field -> field.name().equals(name)).findFirst();
  }

  List<Field> fields() {
    return List.copyOf(fields);
  }

  List<Check> checks() {
    return List.copyOf(checks);
  }

  /**
   * Adds a check of {@code left = right}, where {@code left} is the sum of what the formula says.
   */
  void addEquality(
      String what, String formula, BigDecimal left, Field right, List<Field> standsOn) {
    boolean same = left.compareTo(Fields.number(right)) == 0;
    String text = formula + " = " + left.toPlainString();
    checks.add(
        new Check(
            what,
            same ? text : text + ", but the paper says " + right.value(),
            same ? Outcome.PASSED : Outcome.FAILED,
            standsOn));
  }

  void addNotPossible(String what, String why, List<Field> standsOn) {
    checks.add(new Check(what, why, Outcome.NOT_POSSIBLE, standsOn));
  }
}

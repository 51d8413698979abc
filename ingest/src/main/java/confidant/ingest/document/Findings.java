package confidant.ingest.document;

import java.util.List;
import java.util.Optional;

/**
 * What a document says in figures, dates and names, and whether the figures agree.
 *
 * @param kind what sort of paper it is
 * @param kindConfidence how certain that is, from 0 to 1
 * @param conventions how it writes numbers and dates
 * @param fields in the order in which a person would ask for them; what was not found is not there
 * @param checks what was checked
 */
public record Findings(
    DocumentKind kind,
    double kindConfidence,
    Conventions conventions,
    List<Field> fields,
    List<Check> checks) {

  public Findings {
    fields = List.copyOf(fields);
    checks = List.copyOf(checks);
  }

  /** The first field of a name. */
  public Optional<Field> first(String name) {
    return fields.stream().filter(field -> field.name().equals(name)).findFirst();
  }

  /** All fields of a name, by item. */
  public List<Field> all(String name) {
    return fields.stream().filter(field -> field.name().equals(name)).toList();
  }
}

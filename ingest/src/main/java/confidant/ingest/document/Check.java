package confidant.ingest.document;

import java.util.List;

/**
 * Whether figures of a paper agree with each other. A failed check is shown; figures are never
 * changed to fit.
 *
 * @param what what was checked, in words
 * @param formula with the figures, such as {@code 5000.00 - 1682.50 = 3317.50}; where the check was
 *     not possible, why
 * @param outcome what came out
 * @param fields the figures it stands on
 */
public record Check(String what, String formula, Outcome outcome, List<Field> fields) {

  public Check {
    fields = List.copyOf(fields);
  }

  /** What came out of a check. */
  public enum Outcome {
    PASSED,
    FAILED,
    /** Something that it needs does not stand on the paper or was not found. */
    NOT_POSSIBLE
  }
}

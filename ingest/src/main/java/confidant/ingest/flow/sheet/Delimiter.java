package confidant.ingest.flow.sheet;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Finds the character between the fields of a text: the one with which the most records have the
 * same number of fields, two at least.
 */
final class Delimiter {

  private static final char[] CANDIDATES = {';', '\t', ',', '|'};

  /** Records that are looked at. */
  private static final int SAMPLE = 500;

  /** Share of the records that must have the usual number of fields. */
  private static final double FEWEST_ALIKE = 0.5;

  private Delimiter() {}

  /**
   * How well a delimiter explains a text.
   *
   * @param fields that most records with any delimiter have
   * @param alike share of the records that have as many
   */
  private record Fit(char delimiter, int fields, double alike) {

    static Fit of(char delimiter, String text) {
      List<List<String>> records =
          DelimitedText.records(text, delimiter, SAMPLE).stream()
              .filter(record -> record.stream().anyMatch(field -> !field.isEmpty()))
              .toList();
      Map<Integer, Long> bySize =
          records.stream()
              .map(List::size)
              .filter(size -> size > 1)
              .collect(Collectors.groupingBy(Function.identity(), Collectors.counting()));
      return bySize.entrySet().stream()
          .max(Map.Entry.comparingByValue())
          .map(
              usual ->
                  new Fit(delimiter, usual.getKey(), usual.getValue() / (double) records.size()))
          .orElse(new Fit(delimiter, 1, 0));
    }

    boolean isBetterThan(Fit other) {
      return alike > other.alike || (alike == other.alike && fields > other.fields);
    }
  }

  /** The delimiter of {@code text}; empty if it is no table of fields. */
  static Optional<Character> find(String text) {
    Fit best = new Fit('\0', 1, 0);
    for (char candidate : CANDIDATES) {
      Fit fit = Fit.of(candidate, text);
      if (fit.alike() >= FEWEST_ALIKE && fit.isBetterThan(best)) {
        best = fit;
      }
    }
    return best.fields() > 1 ? Optional.of(best.delimiter()) : Optional.empty();
  }
}

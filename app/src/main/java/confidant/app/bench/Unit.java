package confidant.app.bench;

import java.util.Arrays;

/** What a figure counts. */
public enum Unit {
  TOKENS_PER_SECOND("tokens/s", true),
  SECONDS("s", false),
  MIB("MiB", false),
  /** A speed against another of the same engine. */
  SHARE("share", true);

  private final String label;
  private final boolean moreIsBetter;

  Unit(String label, boolean moreIsBetter) {
    this.label = label;
    this.moreIsBetter = moreIsBetter;
  }

  public String label() {
    return label;
  }

  /** How many times better {@code ours} is than {@code theirs}; above 1 is ahead. */
  double advantage(double ours, double theirs) {
    return moreIsBetter ? ours / theirs : theirs / ours;
  }

  /**
   * The unit with this label.
   *
   * @throws IllegalArgumentException if there is none
   */
  static Unit of(String label) {
    return Arrays.stream(values())
        .filter(unit -> unit.label.equals(label))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("unknown unit \"" + label + "\""));
  }
}

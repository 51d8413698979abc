package confidant.app.bench;

import java.util.Set;

/**
 * What to measure and how.
 *
 * @param groups figures
 * @param lengths tokens of each
 * @param runs per figure
 * @param together whether the engines live at the same time and take turns run by run; otherwise
 *     they take turns as processes, for machines whose memory holds only one
 * @param threads for both engines; 0 for one per core
 * @param context figures that need a longer one are left out; 0 for the model's
 * @param limitBytes memory to read from when the machine's limits are measured
 */
public record BenchOptions(
    Set<Group> groups,
    Lengths lengths,
    int runs,
    boolean together,
    int threads,
    int context,
    long limitBytes) {
  public BenchOptions {
    groups = Set.copyOf(groups);
  }
}

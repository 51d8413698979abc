package confidant.engine.model;

/** Told which experts are about to be read, so that their pages may come from disk meanwhile. */
@FunctionalInterface
public interface ExpertAccess {

  /** For weights that are in memory anyway. */
  ExpertAccess IGNORED = (layer, experts, count) -> {};

  /**
   * The router has chosen.
   *
   * @param experts indices in {@code layer}, of which the first {@code count} count; repetitions
   *     are usual
   */
  void chosen(Weights.Layer layer, int[] experts, int count);
}

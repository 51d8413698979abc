package confidant.engine.threads;

/**
 * Physical cores that this process may use. A second thread on a core adds nothing to arithmetic
 * that keeps the core's units busy.
 *
 * @param physical of any speed, at least 1
 * @param worthwhile of them those that a thread shall run on, at least 1: all but the far slower
 *     ones. Tasks are claimed one by one, so that a core of half the speed does half as many and
 *     the others do not wait for its share; leaving out the eight efficiency cores of a laptop that
 *     has two others would cost more than half of it. But a region ends with its last task, which
 *     on a slow core may have been claimed just before: one that takes three times as long holds up
 *     all others for two more tasks, out of the few that each of them has per region, and so takes
 *     about what it gave
 */
public record CoreCount(int physical, int worthwhile) {
  public CoreCount {
    if (worthwhile < 1 || physical < worthwhile) {
      throw new IllegalArgumentException(worthwhile + " of " + physical + " cores");
    }
  }

  /** Cores among which nothing is known to differ. */
  static CoreCount alike(int cores) {
    return new CoreCount(cores, cores);
  }

  /** The same, where only so many processors can be had at a time. */
  CoreCount limitedTo(int processors) {
    return new CoreCount(Math.min(physical, processors), Math.min(worthwhile, processors));
  }
}

package confidant.engine.speculation;

/**
 * What may be lost by drafts that fail, in passes over one token. Each token drawn adds a little,
 * each accepted token what it saved, and each pass takes what it cost more than a plain one. A
 * draft must be affordable should it fail, so that in the long run no text is written more than
 * {@link #LOSS_SHARE} slower than without drafts.
 */
final class DraftBudget {
  /** Share of the time of a text that may be lost. */
  private static final double LOSS_SHARE = 0.02;

  private static final double FIRST = 1;

  /** Gains beyond this are not saved up, to be lost when the text stops repeating. */
  private static final double MOST = 4;

  private double left = FIRST;

  /** Whether a pass of this cost is affordable, were all of its draft wrong. */
  boolean affords(double cost) {
    return cost - 1 <= left;
  }

  void tokenDrawn() {
    left = Math.min(MOST, left + LOSS_SHARE);
  }

  /** Settles a pass with a draft. */
  void settle(double cost, int accepted) {
    left = Math.min(MOST, left + accepted - (cost - 1));
  }
}

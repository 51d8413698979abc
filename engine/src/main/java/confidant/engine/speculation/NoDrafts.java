package confidant.engine.speculation;

/** One token per pass. */
final class NoDrafts implements Drafter {
  private static final int[] NONE = {};

  @Override
  public void begin(int[] tokens) {}

  @Override
  public void append(int token) {}

  @Override
  public int[] draft(int most) {
    return NONE;
  }

  @Override
  public void verified(int drafted, int accepted, long nanos) {}
}

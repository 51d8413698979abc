package confidant.app.bench;

/** Memory of the process beyond the mapped file when {@code depth} tokens are held. */
record ResidentMemory(int depth) implements Probe {
  static final double MIB = 1 << 20;

  @Override
  public String name() {
    return "resident beyond the file, %d held".formatted(depth);
  }

  @Override
  public Unit unit() {
    return Unit.MIB;
  }

  @Override
  public int added() {
    return 0;
  }

  @Override
  public boolean isRepeatable() {
    return false;
  }

  @Override
  public double measure(Climb at) throws BenchException {
    return at.contestant().memory().anonymous() / MIB;
  }
}

package confidant.app.bench;

/** Writing while an endless loop in another process, this one, keeps a core busy. */
record BusyDecode(int added) implements Probe {

  @Override
  public String name() {
    return "decode %d beside an endless loop".formatted(added);
  }

  @Override
  public Unit unit() {
    return Unit.TOKENS_PER_SECOND;
  }

  @Override
  public int depth() {
    return 0;
  }

  @Override
  public double measure(Climb at) throws BenchException {
    try (EndlessLoop loop = EndlessLoop.start()) {
      double seconds = at.contestant().write(at.tokens().range(0, added));
      loop.checkRunning();
      return added / seconds;
    }
  }
}

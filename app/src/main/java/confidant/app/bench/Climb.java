package confidant.app.bench;

/** An engine on its way from an empty to a full context. */
final class Climb {
  private static final int WARM_UP_READ = 512;
  private static final int WARM_UP_WRITTEN = 4;
  private final Contestant contestant;
  private final Tokens tokens;
  private double secondsFromEmpty;

  Climb(Contestant contestant, Tokens tokens) {
    this.contestant = contestant;
    this.tokens = tokens;
  }

  Contestant contestant() {
    return contestant;
  }

  Tokens tokens() {
    return tokens;
  }

  /** Compiles and touches everything once: at most {@code room} tokens, forgotten afterwards. */
  void warmUp(int room) throws BenchException {
    int read = Math.min(WARM_UP_READ, room - WARM_UP_WRITTEN);
    if (read > 0) {
      contestant.read(tokens.other().range(0, read));
      contestant.write(tokens.other().range(read, read + WARM_UP_WRITTEN));
    }
    contestant.truncate(0);
  }

  /** Goes to {@code depth} from wherever it is; reads what is missing, or reads again. */
  void moveTo(int depth) throws BenchException {
    contestant.truncate(depth);
    int held = contestant.position();
    if (held == 0) {
      secondsFromEmpty = 0;
    }
    if (held < depth) {
      secondsFromEmpty += contestant.read(tokens.range(held, depth));
    }
  }

  /** Seconds it took to read all that is held, in the pieces it was read in. */
  double secondsFromEmpty() {
    return secondsFromEmpty;
  }
}

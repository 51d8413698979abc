package confidant.app.bench;

/**
 * Writing a given text after a paper and a question, as if the engine had chosen it: a passage of
 * the paper, or a text that repeats nothing. Only an engine that drafts is asked.
 *
 * @param depth tokens of the paper
 * @param question tokens between paper and text
 * @param quote tokens written
 * @param repeats whether they stand in the paper
 * @param drafts whether the engine may draft
 */
record Replay(int depth, int question, int quote, boolean repeats, boolean drafts)
    implements Probe {
  /** What the names of figures without drafts end with. */
  static final String NO_DRAFTS = ", no drafts";

  /** The passage begins after this share of the paper. */
  private static final int PASSAGE_SHARE = 4;

  @Override
  public String name() {
    return "decode %d on text that %s%s"
        .formatted(
            quote, repeats ? "repeats its prompt" : "repeats nothing", drafts ? "" : NO_DRAFTS);
  }

  @Override
  public Unit unit() {
    return Unit.TOKENS_PER_SECOND;
  }

  @Override
  public int added() {
    return question + quote + 1;
  }

  @Override
  public boolean suits(Contestant contestant) {
    return contestant.replays();
  }

  @Override
  public double measure(Climb at) throws BenchException {
    int asked = depth + question;
    Tokens paper = at.tokens();
    int passage = depth / PASSAGE_SHARE;
    // One more than is written: the last is chosen and not read.
    int[] text =
        repeats
            ? paper.range(passage, passage + quote + 1)
            : paper.other().range(asked, asked + quote + 1);
    return quote / at.contestant().replay(paper.other().range(depth, asked), text, drafts);
  }
}

package confidant.engine.harmony;

/** The channels that gpt-oss writes to. */
public final class Channels {
  /** The chain of thought and calls of built-in tools; not for readers. */
  public static final String ANALYSIS = "analysis";

  /** Calls of functions, and preambles for readers. */
  public static final String COMMENTARY = "commentary";

  /** The answer. */
  public static final String FINAL = "final";

  private Channels() {}
}

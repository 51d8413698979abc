package confidant.engine.synth;

/** Shapes that synthetic checkpoints are made in. */
public enum Preset {
  GPT_OSS_20B("gpt-oss-20b"),
  GPT_OSS_120B("gpt-oss-120b"),
  TINY("tiny");

  private final String id;

  Preset(String id) {
    this.id = id;
  }

  /** As typed on the command line. */
  public String id() {
    return id;
  }
}

package confidant.engine.harmony;

/** The special tokens that structure a Harmony conversation. */
public enum SpecialToken {
  START("<|start|>"),
  MESSAGE("<|message|>"),
  CHANNEL("<|channel|>"),
  CONSTRAIN("<|constrain|>"),
  END("<|end|>"),
  RETURN("<|return|>"),
  CALL("<|call|>");

  private final String text;

  SpecialToken(String text) {
    this.text = text;
  }

  public String text() {
    return text;
  }
}

package confidant.app.finder;

/** Who keeps models. */
public enum Keeper {
  HUGGING_FACE,
  LM_STUDIO,
  OLLAMA,
  LLAMA_CPP,
  JAN,
  GPT4ALL,
  DOWNLOADS,
  DRIVE
}

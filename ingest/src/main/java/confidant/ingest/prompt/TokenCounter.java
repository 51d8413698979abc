package confidant.ingest.prompt;

/** Counts tokens the way the loaded model does. */
@FunctionalInterface
public interface TokenCounter {
  int count(String text);
}

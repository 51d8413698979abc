package confidant.demo.evaluate;

import confidant.demo.data.CompactVocabulary;
import confidant.demo.data.Lesson;
import confidant.demo.data.Text;
import confidant.demo.net.Batch;
import confidant.demo.net.Network;
import confidant.engine.Engine;
import confidant.engine.EngineOptions;
import confidant.engine.api.EngineException;
import confidant.engine.api.TokenSession;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;

/**
 * Holds the engine's greedy tokens against the network that was trained, two programs that share no
 * arithmetic. The network is given what the engine wrote and must find each token the most likely.
 */
public final class Parity {
  private static final int TOKENS = 100;

  /** Logits closer than this are a tie. */
  private static final float TIE = 0.01f;

  private Parity() {}

  /**
   * Compares prompts of lessons.
   *
   * @return how many prompts there were on which they differ by more than a tie
   */
  public static int differences(
      Path checkpoint,
      List<Lesson> lessons,
      CompactVocabulary vocabulary,
      Network network,
      int longest)
      throws EngineException {
    int different = 0;
    try (Engine engine = Engine.open(checkpoint, EngineOptions.defaults())) {
      for (Lesson lesson : lessons) {
        int[] prompt = prompt(lesson);
        if (prompt.length + TOKENS > longest) {
          continue;
        }
        int[] written;
        try (TokenSession session = engine.newTokenSession(prompt.length + TOKENS)) {
          written = session.greedy(prompt, TOKENS);
        }
        if (!vocabulary.holds(written) || !agrees(vocabulary, network, prompt, written)) {
          different++;
          System.out.println("different after a prompt of " + prompt.length + " tokens");
        }
      }
    }
    return different;
  }

  /** The beginning with the first question, without its answer. */
  private static int[] prompt(Lesson lesson) {
    Text branch = lesson.branches().getFirst();
    int given = 0;
    while (given < branch.length() && !branch.mark(given).isAnswer()) {
      given++;
    }
    int[] start = lesson.start().ids();
    int[] prompt = Arrays.copyOf(start, start.length + given);
    System.arraycopy(branch.ids(), 0, prompt, start.length, given);
    return prompt;
  }

  private static boolean agrees(
      CompactVocabulary vocabulary, Network network, int[] prompt, int[] written) {
    int[] all = Arrays.copyOf(prompt, prompt.length + written.length);
    System.arraycopy(written, 0, all, prompt.length, written.length);
    int[] rows = vocabulary.compact(all);
    Batch batch = new Batch(rows.length);
    batch.add(-1, rows, new float[rows.length]);
    float[] logits = network.logits(batch);
    for (int i = prompt.length; i < rows.length; i++) {
      int at = (i - 1) * vocabulary.size();
      float chosen = logits[at + rows[i]];
      for (int row = 0; row < vocabulary.size(); row++) {
        if (logits[at + row] > chosen + TIE) {
          return false;
        }
      }
    }
    return true;
  }
}

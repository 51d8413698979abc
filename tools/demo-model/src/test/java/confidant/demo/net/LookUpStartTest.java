package confidant.demo.net;

import static org.junit.jupiter.api.Assertions.assertTrue;

import confidant.demo.math.Workers;
import java.util.Random;
import org.junit.jupiter.api.Test;

class LookUpStartTest {
  private static final int VOCABULARY = 3000;
  private static final int ROW = 100;
  private static final int ROWS = 4;

  @Test
  void anUntrainedNetworkRepeatsARowOfAnyTokens() {
    Parameters parameters = new Parameters(Shape.demo(VOCABULARY, 0));
    parameters.begin(1);
    parameters.useExact();
    Batch batch = new Batch(ROWS * 2 * ROW);
    Random random = new Random(3);
    for (int i = 0; i < ROWS; i++) {
      addRepeated(batch, random);
    }
    try (Workers workers = new Workers(2)) {
      Network network = new Network(parameters, ROWS * 2 * ROW, 2 * ROW, workers);
      Head.Score score = network.score(batch);
      assertTrue(score.right() > 0.9 * score.answers(), score.right() + " of " + score.answers());
    }
  }

  private static void addRepeated(Batch batch, Random random) {
    int[] ids = new int[2 * ROW];
    float[] learn = new float[2 * ROW];
    for (int i = 0; i < ROW; i++) {
      ids[i] = random.nextInt(VOCABULARY);
      ids[ROW + i] = ids[i];
      learn[ROW + i] = i == 0 ? 0 : 1;
    }
    batch.add(-1, ids, learn);
  }
}

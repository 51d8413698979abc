package confidant.ingest.prompt;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class FittingTest {

  @Test
  void findsTheLargestThatFits() {
    for (int count = 0; count <= 40; count++) {
      for (int limit = 0; limit <= 45; limit++) {
        int most = limit;
        assertEquals(Math.min(count, limit), Fitting.most(count, n -> n <= most));
      }
    }
  }
}

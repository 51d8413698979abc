package confidant.engine.kernel;

import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class MachineLimitsTest {
  private static final long MEMORY = 16L << 20;

  /** A thousandth of what the slowest machine of the last twenty years does. */
  private static final double CERTAIN = 1e6;

  @Test
  void multiplyAddsAreCountedOnOneThreadAndOnTwo() {
    assertTrue(MachineLimits.fmaPerSecond(1) > CERTAIN);
    assertTrue(MachineLimits.fmaPerSecond(2) > CERTAIN);
  }

  @Test
  void memoryIsReadByOneThreadAndByThreeOfUnevenParts() {
    assertTrue(MachineLimits.bytesPerSecond(1, MEMORY) > CERTAIN);
    assertTrue(MachineLimits.bytesPerSecond(3, MEMORY) > CERTAIN);
  }
}

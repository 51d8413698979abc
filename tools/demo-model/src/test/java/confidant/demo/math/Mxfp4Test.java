package confidant.demo.math;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Random;
import org.junit.jupiter.api.Test;

class Mxfp4Test {

  @Test
  void codesAreTheNearestValuesAndTiesGoToEvenCodes() {
    float[] values = {0, 0.5f, 1, 1.5f, 2, 3, 4, 6};
    for (int code = 0; code < values.length; code++) {
      assertEquals(code, Mxfp4.code(values[code]));
      assertEquals(code == 0 ? 0 : code + 8, Mxfp4.code(-values[code]));
      if (code + 1 < values.length) {
        float middle = (values[code] + values[code + 1]) / 2;
        assertEquals(code % 2 == 0 ? code : code + 1, Mxfp4.code(middle), "tie at " + middle);
        assertEquals(code, Mxfp4.code(Math.nextDown(middle)));
        assertEquals(code + 1, Mxfp4.code(Math.nextUp(middle)));
      }
    }
    assertEquals(7, Mxfp4.code(1e6f));
  }

  @Test
  void whatIsRoundedStaysWhereItIs() {
    Random random = new Random(8);
    float[] exact = new float[64 * Mxfp4.BLOCK];
    for (int i = 0; i < exact.length; i++) {
      exact[i] = (float) (random.nextGaussian() * Math.pow(10, random.nextInt(6) - 4));
    }
    float[] once = new float[exact.length];
    float[] twice = new float[exact.length];
    Mxfp4.round(exact, once, 0, exact.length);
    Mxfp4.round(once, twice, 0, exact.length);
    assertArrayEquals(once, twice);
    for (int i = 0; i < exact.length; i += Mxfp4.BLOCK) {
      int scale = Mxfp4.scale(once, i);
      float unit = Mxfp4.value(2, scale);
      for (int j = i; j < i + Mxfp4.BLOCK; j++) {
        assertEquals(once[j], Mxfp4.value(Mxfp4.code(once[j] / unit), scale));
      }
    }
  }

  @Test
  void aBlockKeepsItsLargestNumberWithinAFifth() {
    float[] exact = new float[Mxfp4.BLOCK];
    float[] rounded = new float[Mxfp4.BLOCK];
    for (float largest = 0.01f; largest < 100; largest *= 1.07f) {
      exact[3] = largest;
      Mxfp4.round(exact, rounded, 0, Mxfp4.BLOCK);
      assertTrue(Math.abs(rounded[3] / largest - 1) <= 0.2, "of " + largest);
    }
  }
}

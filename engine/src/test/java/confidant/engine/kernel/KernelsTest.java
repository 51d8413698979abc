package confidant.engine.kernel;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import confidant.engine.tensor.DType;
import confidant.engine.tensor.Matrix;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The kernels of this machine's width against the scalar reference. */
class KernelsTest {
  private static final double RELATIVE = 2e-6;
  private final Kernels fast = KernelProvider.fastest();
  private final Kernels reference = KernelProvider.scalar();
  private final RandomGenerator random = new SplittableRandom(7);

  @Test
  void runsAtTheWidthThatWasAskedFor() {
    String width = System.getProperty("confidant.test.bits");
    if (width != null) {
      assertTrue(fast.describe().contains(width + " bits"), fast.describe());
    }
  }

  @ParameterizedTest
  @EnumSource(DType.class)
  void unpacksWhatTheReferenceUnpacks(DType type) {
    try (Arena arena = Arena.ofConfined()) {
      for (int cols : new int[] {32, 64, 96, 288, 2880}) {
        Matrix w = TestMatrices.random(type, 3, cols, random, arena);
        for (int from : new int[] {0, cols - 32}) {
          float[] expected = new float[cols + 5];
          float[] actual = new float[cols + 5];
          reference.unpack(w, 2, from, cols - from, expected, 5);
          fast.unpack(w, 2, from, cols - from, actual, 5);
          assertSame(expected, actual);
        }
      }
    }
  }

  @ParameterizedTest
  @EnumSource(
      value = DType.class,
      names = {"F32", "F16", "BF16"})
  void unpacksRowsThatAreNoWholeNumberOfVectors(DType type) {
    try (Arena arena = Arena.ofConfined()) {
      for (int cols = 1; cols < 40; cols++) {
        Matrix w = TestMatrices.random(type, 2, cols, random, arena);
        float[] expected = new float[cols];
        float[] actual = new float[cols];
        reference.unpack(w, 1, 0, cols, expected, 0);
        fast.unpack(w, 1, 0, cols, actual, 0);
        assertSame(expected, actual);
      }
    }
  }

  @ParameterizedTest
  @EnumSource(DType.class)
  void multipliesVectorsAtAnyNumberOfRows(DType type) {
    try (Arena arena = Arena.ofConfined()) {
      for (int rows : new int[] {1, 2, 3, 4, 5, 7, 16, 37, 131}) {
        int cols = 32 * (1 + random.nextInt(12));
        Matrix w = TestMatrices.random(type, rows, cols, random, arena);
        int tokens = 1 + random.nextInt(Kernels.MAX_VECTORS);
        float[] x = TestMatrices.vector(cols * (tokens + 1), random);
        float[] expected = new float[(rows + 2) * tokens];
        float[] actual = new float[(rows + 2) * tokens];
        reference.matVec(w, 0, rows, x, 1, tokens, expected, 2, rows);
        fast.matVec(w, 0, rows, x, 1, tokens, actual, 2, rows);
        assertClose(expected, actual, scale(w, x));
        int from = rows / 3;
        float[] part = new float[rows];
        fast.matVec(w, from, rows, x, tokens, 1, part, 0, rows);
        for (int r = from; r < rows; r++) {
          int last = 2 + (tokens - 1) * rows + r;
          assertEquals(actual[last], part[r - from], "the same bits alone");
        }
      }
    }
  }

  @ParameterizedTest
  @EnumSource(
      value = DType.class,
      names = {"F32", "F16", "BF16"})
  void multipliesRowsThatAreNoWholeNumberOfBlocks(DType type) {
    try (Arena arena = Arena.ofConfined()) {
      for (int cols : new int[] {1, 31, 33, 80, 1190}) {
        Matrix w = TestMatrices.random(type, 9, cols, random, arena);
        float[] x = TestMatrices.vector(cols * 3, random);
        float[] expected = new float[27];
        float[] actual = new float[27];
        reference.matVec(w, 0, 9, x, 0, 3, expected, 0, 9);
        fast.matVec(w, 0, 9, x, 0, 3, actual, 0, 9);
        assertClose(expected, actual, scale(w, x));
      }
    }
  }

  @ParameterizedTest
  @EnumSource(
      value = DType.class,
      names = {"MXFP4_SPLIT", "MXFP4_GGML", "MXFP4_OLLAMA"})
  void unpacksExtremeScalesAsTheReferenceDoes(DType type) {
    try (Arena arena = Arena.ofConfined()) {
      for (int scale : new int[] {0, 1, 2, 60, 127, 253, 254}) {
        Matrix w = TestMatrices.random(type, 1, 32, random, arena);
        w.scales().set(ValueLayout.JAVA_BYTE, 0, (byte) scale);
        float[] expected = new float[32];
        float[] actual = new float[32];
        reference.unpack(w, 0, 0, 32, expected, 0);
        fast.unpack(w, 0, 0, 32, actual, 0);
        assertSame(expected, actual);
      }
    }
  }

  @ParameterizedTest
  @EnumSource(DType.class)
  void givesEveryTokenTheSameBitsAmongAnyNumberOfOthers(DType type) {
    try (Arena arena = Arena.ofConfined()) {
      for (int rows : new int[] {1, 3, 9, 15, 29}) {
        for (int cols : new int[] {32, 96, 1184}) {
          Matrix w = TestMatrices.random(type, rows, cols, random, arena);
          int first = 2;
          float[] x = TestMatrices.vector(cols * (first + Kernels.MAX_VECTORS), random);
          float[] alone = new float[rows * Kernels.MAX_VECTORS];
          for (int t = 0; t < Kernels.MAX_VECTORS; t++) {
            fast.matVec(w, 0, rows, x, first + t, 1, alone, t * rows, rows);
          }
          for (int tokens = 1; tokens <= Kernels.MAX_VECTORS; tokens++) {
            float[] together = new float[tokens * rows];
            fast.matVec(w, 0, rows, x, first, tokens, together, 0, rows);
            assertArrayEquals(Arrays.copyOf(alone, tokens * rows), together);
          }
        }
      }
    }
  }

  @ParameterizedTest
  @EnumSource(DType.class)
  void kernelsOfNarrowerVectorsStandInForThoseOfThisWidth(DType type) {
    try (Arena arena = Arena.ofConfined()) {
      Matrix w = TestMatrices.random(type, 19, 96, random, arena);
      float[] x = TestMatrices.vector(96 * 3, random);
      float[] expected = new float[57];
      reference.matVec(w, 0, 19, x, 0, 3, expected, 0, 19);
      for (int bits = 128; bits <= Math.min(256, VectorKernels.F.vectorBitSize()); bits *= 2) {
        float[] actual = new float[57];
        new NarrowKernels(bits).matVec(w, 0, 19, x, 0, 3, actual, 0, 19);
        assertClose(expected, actual, scale(w, x));
      }
    }
  }

  @ParameterizedTest
  @EnumSource(
      value = DType.class,
      names = {"MXFP4_SPLIT", "MXFP4_GGML", "MXFP4_OLLAMA"})
  void multipliesUnderExtremeScales(DType type) {
    try (Arena arena = Arena.ofConfined()) {
      int cols = 64;
      for (int scale : new int[] {0, 1, 2, 253, 254}) {
        Matrix w = TestMatrices.random(type, 5, cols, random, arena);
        setScales(w, scale);
        float[] x = TestMatrices.vector(cols * 2, random);
        for (int i = 0; i < x.length; i++) {
          // Not below 1e-30: narrow kernels take up to 2^-25 of an activation, see LaneOrder.
          x[i] *= scale < 128 ? 1e35f : 1e-25f;
        }
        float[] expected = new float[10];
        float[] actual = new float[10];
        reference.matVec(w, 0, 5, x, 0, 2, expected, 0, 5);
        fast.matVec(w, 0, 5, x, 0, 2, actual, 0, 5);
        for (int i = 0; i < expected.length; i++) {
          assertTrue(Float.isFinite(expected[i]) && expected[i] != 0, "a test of something");
          assertEquals(expected[i], actual[i], 1e-4 * (1 + Math.abs(expected[i])), "value " + i);
        }
      }
    }
  }

  @ParameterizedTest
  @EnumSource(
      value = DType.class,
      names = {"MXFP4_SPLIT", "MXFP4_GGML", "MXFP4_OLLAMA"})
  void anInfiniteScaleIsNotHidden(DType type) {
    try (Arena arena = Arena.ofConfined()) {
      Matrix w = TestMatrices.random(type, 1, 32, random, arena);
      setScales(w, 255);
      float[] x = TestMatrices.vector(64, random);
      float[] actual = new float[2];
      fast.matVec(w, 0, 1, x, 0, 2, actual, 0, 1);
      assertFalse(Float.isFinite(actual[0]) || Float.isFinite(actual[1]));
    }
  }

  /** Gives every block one scale, and codes below 2 so that no weight overflows. */
  private static void setScales(Matrix w, int scale) {
    for (int r = 0; r < w.rows(); r++) {
      for (int b = 0; b < w.cols() / Mxfp4.BLOCK_ELEMENTS; b++) {
        long scaleAt = Rows.scales(w, r) + (long) b * Rows.scaleStride(w);
        w.scales().set(ValueLayout.JAVA_BYTE, scaleAt, (byte) scale);
        for (int i = 0; i < Mxfp4.CODE_BYTES; i++) {
          long at = Rows.codes(w, r) + (long) b * Rows.codeStride(w) + i;
          byte pair = w.data().get(ValueLayout.JAVA_BYTE, at);
          w.data().set(ValueLayout.JAVA_BYTE, at, (byte) (pair & 0xBB));
        }
      }
    }
  }

  @Test
  void givesTheSameBitsColdAndWarm() {
    try (Arena arena = Arena.ofConfined()) {
      Matrix w = TestMatrices.random(DType.MXFP4_GGML, 8, 288, random, arena);
      Matrix q = TestMatrices.random(DType.Q8_0, 8, 288, random, arena);
      float[] x = TestMatrices.vector(288, random);
      float[] first = new float[16];
      float[] again = new float[16];
      fast.matVec(w, 0, 8, x, 0, 1, first, 0, 8);
      fast.matVec(q, 0, 8, x, 0, 1, first, 8, 8);
      for (int i = 0; i < 20_000; i++) {
        fast.matVec(w, 0, 8, x, 0, 1, again, 0, 8);
        fast.matVec(q, 0, 8, x, 0, 1, again, 8, 8);
      }
      assertArrayEquals(first, again);
    }
  }

  @Test
  void multipliesPanelsOfAnyDepthAndWidth() {
    try (Arena arena = Arena.ofConfined()) {
      for (int depth : new int[] {1, 2, 3, 31, 64, 257}) {
        for (int columns : new int[] {16, 32, 48, 80, 256}) {
          for (int rowStride : new int[] {16, columns + 16}) {
            int groupStride = rowStride == 16 ? 16 * (depth + 1) : 16;
            long bytes = 64 + 4L * ((depth + 1) * rowStride + (columns / 16) * groupStride);
            MemorySegment memory = arena.allocate(bytes);
            for (long i = 0; i < memory.byteSize() / Float.BYTES; i++) {
              memory.set(Rows.FLOAT, i * Float.BYTES, (float) random.nextGaussian());
            }
            Panel panel = new Panel(memory, 64, depth, columns, rowStride, groupStride);
            int[] rowCounts = {4, 8, 12, 16, 32, fast.panelRows()};
            multiply(panel, rowCounts[random.nextInt(rowCounts.length)]);
          }
        }
      }
    }
  }

  private void multiply(Panel panel, int rows) {
    int depth = panel.depth();
    int cStride = panel.columns() + 1;
    float[] a = TestMatrices.vector(Kernels.ROW_STRIDE * rows + 4, random);
    float[] expected = TestMatrices.vector(rows * cStride, random);
    float[] actual = expected.clone();
    for (boolean accumulate : new boolean[] {true, false}) {
      reference.panelProduct(a, 4, rows, panel, expected, 0, cStride, accumulate);
      fast.panelProduct(a, 4, rows, panel, actual, 0, cStride, accumulate);
      assertClose(expected, actual, 4 * Math.sqrt(depth) + 10);
    }
  }

  @Test
  void findsTheLargestOfAnyNumberOfValues() {
    for (int count = 1; count < 70; count++) {
      float[] values = TestMatrices.vector(count + 3, random);
      assertEquals(reference.max(values, 2, count), fast.max(values, 2, count));
    }
  }

  @Test
  void exponentiatesAndSumsAnyNumberOfValues() {
    for (int count = 0; count < 70; count++) {
      float[] expected = TestMatrices.vector(count + 3, random);
      for (int i = 0; i < expected.length; i++) {
        expected[i] *= 30;
      }
      float[] actual = expected.clone();
      float max = 110;
      float expectedSum = reference.exp2Sum(expected, 2, count, max);
      float actualSum = fast.exp2Sum(actual, 2, count, max);
      assertEquals(expectedSum, actualSum, 1e-6 * expectedSum + 1e-36);
      for (int i = 0; i < expected.length; i++) {
        assertEquals(expected[i], actual[i], 6e-7 * Math.abs(expected[i]) + 2e-38);
      }
    }
  }

  @Test
  void exponentiatesTheEndsOfTheRange() {
    float[] values = {Float.NEGATIVE_INFINITY, -1e30f, -200, -127, -125.9f, -86, -1e-7f, -0.5f, 0};
    float[] expected = values.clone();
    fast.exp2Sum(values, 0, values.length, 0);
    reference.exp2Sum(expected, 0, expected.length, 0);
    for (int i = 0; i < values.length; i++) {
      assertEquals(expected[i], values[i], 5e-7 * expected[i] + 2e-38, "of " + i);
    }
    assertEquals(1f, values[values.length - 1], "the largest weighs exactly 1");
  }

  @Test
  void widensIntegersUnderPowersOfTwo() {
    try (Arena arena = Arena.ofConfined()) {
      int rows = 48;
      int columns = 32;
      MemorySegment in = arena.allocate(2L * rows * columns + rows + columns, 2);
      for (long i = 0; i < (long) rows * columns; i++) {
        in.setAtIndex(ValueLayout.JAVA_SHORT, i, (short) random.nextInt(-32767, 32768));
      }
      long exponents = 2L * rows * columns;
      for (int i = 0; i < rows; i++) {
        byte exponent = (byte) (i == 0 ? -126 : i == 1 ? 112 : random.nextInt(-30, 30));
        in.set(ValueLayout.JAVA_BYTE, exponents + i, exponent);
      }
      float[] expected = new float[rows * columns];
      float[] actual = new float[rows * columns];
      reference.widenRows(in, 0, exponents, rows, columns, expected);
      fast.widenRows(in, 0, exponents, rows, columns, actual);
      assertArrayEquals(expected, actual);
      reference.widenColumns(in, 0, exponents, columns / 16, rows, expected);
      fast.widenColumns(in, 0, exponents, columns / 16, rows, actual);
      assertArrayEquals(expected, actual);
    }
  }

  @Test
  void gatesAnyNumberOfValuesWithExtremes() {
    for (int count = 1; count < 70; count++) {
      float[] gate = TestMatrices.vector(count + 1, random);
      float[] up = TestMatrices.vector(count + 1, random);
      for (int i = 0; i < gate.length; i++) {
        gate[i] *= i % 5 == 0 ? 1000 : 5;
        up[i] *= 6;
      }
      float[] expected = gate.clone();
      reference.swiGlu(expected, 1, 0.5f, up, 1, -0.25f, count, 7);
      fast.swiGlu(gate, 1, 0.5f, up, 1, -0.25f, count, 7);
      for (int i = 0; i < gate.length; i++) {
        assertEquals(expected[i], gate[i], 2e-6 * Math.abs(expected[i]) + 1e-6);
      }
    }
  }

  /** The size of a sum of products, for tolerances that grow with it. */
  private double scale(Matrix w, float[] x) {
    float[] row = new float[w.cols()];
    double largest = 1e-6;
    for (int r = 0; r < w.rows(); r++) {
      reference.unpack(w, r, 0, w.cols(), row, 0);
      double sum = 0;
      for (int c = 0; c < row.length; c++) {
        sum += Math.abs((double) row[c] * x[c]);
      }
      largest = Math.max(largest, sum);
    }
    return largest;
  }

  /** Equal values; integer tables have no minus zero, which adding zero makes a plain one. */
  private static void assertSame(float[] expected, float[] actual) {
    for (int i = 0; i < expected.length; i++) {
      assertEquals(expected[i] + 0f, actual[i] + 0f, "value " + i);
    }
  }

  private static void assertClose(float[] expected, float[] actual, double scale) {
    for (int i = 0; i < expected.length; i++) {
      assertEquals(expected[i], actual[i], RELATIVE * scale, "value " + i);
    }
  }
}

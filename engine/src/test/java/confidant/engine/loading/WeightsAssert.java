package confidant.engine.loading;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import confidant.engine.model.Weights;
import confidant.engine.model.Weights.Expert;
import confidant.engine.tensor.DType;
import confidant.engine.tensor.Matrix;

/** Compares all weights of two checkpoints, value by value. */
final class WeightsAssert {
  /** BF16 reaches below F16: the smallest numbers were rounded when the file was made. */
  private static final float HALF_SMALLEST_F16 = 0x1p-25f;

  private WeightsAssert() {}

  static void assertSame(Checkpoint expectedCheckpoint, Checkpoint actualCheckpoint) {
    Weights expected = expectedCheckpoint.weights();
    Weights actual = actualCheckpoint.weights();
    assertMatrix("embedding", expected.embedding(), actual.embedding());
    assertMatrix("output", expected.output(), actual.output());
    assertArrayEquals(expected.finalNorm(), actual.finalNorm(), "final norm");
    assertEquals(expected.layers().size(), actual.layers().size());
    for (int i = 0; i < expected.layers().size(); i++) {
      assertLayer("layer " + i + " ", expected.layers().get(i), actual.layers().get(i));
    }
  }

  private static void assertLayer(String at, Weights.Layer expected, Weights.Layer actual) {
    assertArrayEquals(expected.attentionNorm(), actual.attentionNorm(), at + "attention norm");
    assertMatrix(at + "q", expected.q(), actual.q());
    assertArrayEquals(expected.qBias(), actual.qBias(), at + "q bias");
    assertMatrix(at + "k", expected.k(), actual.k());
    assertArrayEquals(expected.kBias(), actual.kBias(), at + "k bias");
    assertMatrix(at + "v", expected.v(), actual.v());
    assertArrayEquals(expected.vBias(), actual.vBias(), at + "v bias");
    assertArrayEquals(expected.sinks(), actual.sinks(), at + "sinks");
    assertMatrix(at + "o", expected.o(), actual.o());
    assertArrayEquals(expected.oBias(), actual.oBias(), at + "o bias");
    assertArrayEquals(expected.mlpNorm(), actual.mlpNorm(), at + "mlp norm");
    assertMatrix(at + "router", expected.router(), actual.router());
    assertArrayEquals(expected.routerBias(), actual.routerBias(), at + "router bias");
    assertEquals(expected.experts().size(), actual.experts().size());
    for (int e = 0; e < expected.experts().size(); e++) {
      assertExpert(at + "expert " + e + " ", expected.experts().get(e), actual.experts().get(e));
    }
  }

  private static void assertExpert(String at, Expert expected, Expert actual) {
    assertMatrix(at + "gate", expected.gate(), actual.gate());
    assertArrayEquals(expected.gateBias(), actual.gateBias(), at + "gate bias");
    assertMatrix(at + "up", expected.up(), actual.up());
    assertArrayEquals(expected.upBias(), actual.upBias(), at + "up bias");
    assertMatrix(at + "down", expected.down(), actual.down());
    assertArrayEquals(expected.downBias(), actual.downBias(), at + "down bias");
  }

  private static void assertMatrix(String what, Matrix expected, Matrix actual) {
    assertEquals(expected.rows(), actual.rows(), what + " rows");
    assertEquals(expected.cols(), actual.cols(), what + " columns");
    float[] values = Dequantizer.all(expected);
    float[] actualValues = Dequantizer.all(actual);
    if (actual.type() == DType.F16 && expected.type() == DType.BF16) {
      assertArrayEquals(values, actualValues, HALF_SMALLEST_F16, what);
    } else {
      assertArrayEquals(values, actualValues, what);
    }
  }
}

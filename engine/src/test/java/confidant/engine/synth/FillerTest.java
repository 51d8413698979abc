package confidant.engine.synth;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import confidant.engine.format.LittleEndian;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.util.function.LongToDoubleFunction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Random weights have the spread that was asked for, within the factor that is promised. */
class FillerTest {
  private static final int COUNT = 32 * 1024;
  private static final float[] E2M1 = {0, 0.5f, 1, 1.5f, 2, 3, 4, 6};

  @ParameterizedTest
  @ValueSource(ints = {64, 96, 2880, 4096})
  void mxfp4MeetsTheSpread(int inputs) {
    MemorySegment bytes = fill(Filler.mxfp4(Spread.projection(inputs)), COUNT / 32 * 17);
    assertSpread(
        Spread.projection(inputs),
        i -> {
          long block = i / 32 * 17;
          int scale = Byte.toUnsignedInt(bytes.get(ValueLayout.JAVA_BYTE, block));
          int code = bytes.get(ValueLayout.JAVA_BYTE, block + 1 + i % 16) >> (i / 16 % 2 * 4) & 15;
          return Math.scalb(E2M1[code & 7], scale - 127) * (code < 8 ? 1 : -1);
        });
  }

  @ParameterizedTest
  @ValueSource(doubles = {1, 0.1, 0.0186})
  void q8MeetsTheSpreadAndHasNoMinimum(double deviation) {
    MemorySegment bytes = fill(Filler.q8(deviation), COUNT / 32 * 34);
    assertSpread(
        deviation,
        i -> {
          long block = i / 32 * 34;
          byte code = bytes.get(ValueLayout.JAVA_BYTE, block + 2 + i % 32);
          assertTrue(code != Byte.MIN_VALUE);
          return code * Float.float16ToFloat(bytes.get(LittleEndian.SHORT, block));
        });
  }

  @ParameterizedTest
  @ValueSource(doubles = {1, 0.1, 0.0186})
  void bf16MeetsTheSpread(double deviation) {
    MemorySegment bytes = fill(Filler.bf16(deviation), COUNT * 2);
    assertSpread(deviation, i -> bf16(bytes, i));
  }

  @Test
  void numbersAroundAMeanLieAroundIt() {
    MemorySegment f32 = fill(Filler.f32(1, 0.05), COUNT * 4);
    MemorySegment bf16 = fill(Filler.bf16(1, 0.05), COUNT * 2);
    for (long i = 0; i < COUNT; i++) {
      assertEquals(1, f32.get(LittleEndian.FLOAT, 4 * i), 0.09);
      assertEquals(1, bf16(bf16, i), 0.1);
    }
  }

  @Test
  void piecesOfAnyLengthAreFilledToTheEnd() {
    MemorySegment odd = fill(Filler.bits(), 1003);
    int zeros = 0;
    for (long i = 995; i < 1003; i++) {
      zeros += odd.get(ValueLayout.JAVA_BYTE, i) == 0 ? 1 : 0;
    }
    assertTrue(zeros < 4);
  }

  private static float bf16(MemorySegment bytes, long i) {
    return Float.intBitsToFloat(bytes.get(LittleEndian.SHORT, 2 * i) << 16);
  }

  private static MemorySegment fill(Filler filler, int bytes) {
    MemorySegment memory = MemorySegment.ofArray(new byte[bytes]);
    filler.fill(memory, new SplitMix(42));
    return memory;
  }

  private static void assertSpread(double expected, LongToDoubleFunction value) {
    double sum = 0;
    double squares = 0;
    for (long i = 0; i < COUNT; i++) {
      double v = value.applyAsDouble(i);
      sum += v;
      squares += v * v;
    }
    double deviation = Math.sqrt(squares / COUNT);
    assertEquals(0, sum / COUNT, expected / 30);
    assertTrue(
        deviation > expected / 1.5 && deviation < expected * 1.5, deviation + " for " + expected);
  }
}

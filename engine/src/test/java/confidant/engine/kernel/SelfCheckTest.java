package confidant.engine.kernel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import confidant.engine.kernel.KernelPart.Operation;
import confidant.engine.kernel.SelfCheck.Outcome;
import confidant.engine.tensor.DType;
import confidant.engine.tensor.Matrix;
import confidant.engine.tensor.RandomMatrix;
import java.lang.foreign.Arena;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

/** On a clock that only the kernels move. */
class SelfCheckTest {
  private static final long PEAK_NANOS = 1000;
  private static final double FLOPS = 1000;

  /** At the peak a call takes 1,000 ns; the floor is a tenth of that speed. */
  private static final KernelPart MAT_VEC = part(Operation.MAT_VEC, DType.Q8_0);

  private static final KernelPart UNPACK = part(Operation.UNPACK, DType.Q8_0);

  private long now;
  private int calls;
  private int disturbedCalls;

  private final SelfCheck check =
      new SelfCheck(() -> now, () -> now += PEAK_NANOS + disturbance(), FLOPS);

  /** Loses its core in some calls. */
  private long disturbance() {
    return calls++ % 4 < disturbedCalls ? 5_000_000 : 0;
  }

  private static KernelPart part(Operation operation, DType type) {
    return new KernelPart(
        operation,
        type,
        FLOPS,
        0.1,
        kernels -> {
          switch (operation) {
            case UNPACK -> ((Paced) kernels).unpack();
            default -> ((Paced) kernels).matVec();
          }
        });
  }

  /** Kernels whose calls take as long as a test wants. */
  private final class Paced extends DelegatingKernels {
    private final Kernels scalar = new ScalarKernels();
    private final long unpackNanos;
    private long matVecNanos;
    private long fastFrom = Long.MAX_VALUE;

    Paced(long unpackNanos, long matVecNanos) {
      this.unpackNanos = unpackNanos;
      this.matVecNanos = matVecNanos;
    }

    void unpack() {
      now += unpackNanos + disturbance();
    }

    void matVec() {
      if (now > fastFrom) {
        matVecNanos = 2000;
      }
      now += matVecNanos + disturbance();
    }

    @Override
    Kernels of(Operation operation, DType type) {
      return scalar;
    }

    @Override
    Kernels rest() {
      return scalar;
    }
  }

  private Outcome run(Kernels fast, Kernels... others) {
    return check.check(fast, List.of(others), List.of(UNPACK, MAT_VEC), () -> false);
  }

  @Test
  void kernelsAboveTheirFloorStay() {
    Paced fast = new Paced(5000, 9000);
    Outcome outcome = run(fast, new Paced(1000, 1000));
    assertSame(fast, outcome.kernels());
    assertEquals(List.of(), outcome.replaced());
    assertTrue(now < 1_000_000, "a check of healthy kernels takes no time");
  }

  @Test
  void aFallenKernelIsReplacedByTheNextBestAndNamed() {
    Paced fast = new Paced(5000, 200_000);
    Paced next = new Paced(7000, 30_000);
    Outcome outcome = run(fast, next, new Paced(100, 100));
    assertEquals(List.of("matVec Q8_0"), outcome.replaced());
    DelegatingKernels mixed = (DelegatingKernels) outcome.kernels();
    assertSame(next, mixed.of(Operation.MAT_VEC, DType.Q8_0));
    assertSame(fast, mixed.of(Operation.MAT_VEC, DType.BF16));
    assertSame(fast, mixed.of(Operation.UNPACK, DType.Q8_0));
    assertSame(fast, mixed.rest());
  }

  @Test
  void nothingIsReplacedByWhatIsNoFaster() {
    Paced fast = new Paced(5000, 200_000);
    assertSame(fast, run(fast, new Paced(5000, 190_000), new Paced(1, 400_000)).kernels());
  }

  @Test
  void aKernelThatIsCompiledLateStays() {
    Paced fast = new Paced(5000, 200_000);
    fast.fastFrom = SelfCheck.PATIENCE_NANOS / 2;
    assertSame(fast, run(fast, new Paced(1000, 1000)).kernels());
  }

  @Test
  void aLoadedMachineReplacesNothing() {
    disturbedCalls = 3;
    Paced fast = new Paced(5000, 9000);
    assertSame(fast, run(fast, new Paced(1000, 1000)).kernels());
  }

  @Test
  void aSlowKernelIsNotJudgedOnALoadedMachine() {
    disturbedCalls = 1;
    Paced late = new Paced(5000, 200_000);
    assertSame(late, run(late, new Paced(1000, 1000)).kernels());
  }

  @Test
  void whoWaitsIsNotKeptWaitingForASuspect() {
    Paced fast = new Paced(5000, 200_000);
    Outcome outcome =
        check.check(fast, List.of(new Paced(1, 1)), List.of(UNPACK, MAT_VEC), () -> true);
    assertSame(fast, outcome.kernels());
    assertTrue(now < 10_000_000);
  }

  @Test
  void trialsRunEveryHotKernelOfEveryImplementation() {
    try (Arena arena = Arena.ofConfined()) {
      List<Matrix> samples =
          Arrays.stream(DType.values())
              .map(type -> RandomMatrix.of(type, 64, 512, 20, arena))
              .toList();
      List<KernelPart> parts = KernelTrials.of(samples, arena);
      assertEquals(9, parts.size());
      for (KernelPart part : parts) {
        part.work().accept(KernelProvider.fastest());
        part.work().accept(KernelProvider.scalar());
        assertTrue(part.flops() > 0 && part.floor() > 0 && part.floor() < 0.5, part::name);
      }
    }
  }

  @Test
  void mixedKernelsCalculateWithTheReplacement() {
    try (Arena arena = Arena.ofConfined()) {
      Matrix w = RandomMatrix.of(DType.MXFP4_GGML, 8, 64, 1, arena);
      MixedKernels mixed = new MixedKernels(KernelProvider.fastest());
      mixed.replace(part(Operation.UNPACK, DType.MXFP4_GGML), KernelProvider.scalar());
      float[] expected = new float[64];
      float[] actual = new float[64];
      KernelProvider.scalar().unpack(w, 3, 0, 64, expected, 0);
      mixed.unpack(w, 3, 0, 64, actual, 0);
      assertEquals(List.of(expected[0], expected[63]), List.of(actual[0], actual[63]));
      assertEquals(KernelProvider.fastest().describe(), mixed.describe());
    }
  }
}

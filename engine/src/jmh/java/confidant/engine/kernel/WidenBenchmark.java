package confidant.engine.kernel;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.util.SplittableRandom;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Setup;

/** Blocks of cached keys and values of one head, each into the same scratch. */
public class WidenBenchmark extends KernelBenchmark {
  static final int POSITIONS = 128;
  static final int HEAD = 64;

  /** A quarter of a megabyte of 16-bit integers. */
  static final int BLOCKS = 16;

  private static final int VALUES = POSITIONS * HEAD;
  private static final long BLOCK_BYTES = (long) VALUES * Short.BYTES;
  private static final byte EXPONENT = -12;
  private static final long SEED = 20;

  private Kernels arithmetic;
  private MemorySegment memory;
  private float[] wide;

  @Setup
  public void prepare() {
    arithmetic = arithmetic();
    SplittableRandom random = new SplittableRandom(SEED);
    byte[] integers = new byte[(int) (BLOCKS * BLOCK_BYTES)];
    random.nextBytes(integers);
    memory = arena.allocate(integers.length + POSITIONS, Short.BYTES).fill(EXPONENT);
    MemorySegment.copy(integers, 0, memory, ValueLayout.JAVA_BYTE, 0, integers.length);
    wide = new float[VALUES];
  }

  @Benchmark
  public float[] widenRows() {
    for (int b = 0; b < BLOCKS; b++) {
      arithmetic.widenRows(memory, b * BLOCK_BYTES, exponents(), POSITIONS, HEAD, wide);
    }
    return wide;
  }

  @Benchmark
  public float[] widenColumns() {
    int groups = POSITIONS / Panel.GROUP;
    for (int b = 0; b < BLOCKS; b++) {
      arithmetic.widenColumns(memory, b * BLOCK_BYTES, exponents(), groups, HEAD, wide);
    }
    return wide;
  }

  /** One per position, the same for all blocks, after the integers. */
  private static long exponents() {
    return BLOCKS * BLOCK_BYTES;
  }
}

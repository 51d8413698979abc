package confidant.engine.kernel;

import confidant.engine.tensor.DType;
import confidant.engine.tensor.Matrix;
import confidant.engine.tensor.RandomMatrix;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.util.SplittableRandom;

/** Random weights with rows as long as those of gpt-oss. */
final class BenchmarkWeights {
  /** The least that a thread of the engine takes at once. */
  static final int ROWS = 128;

  /** Of nearly all matrices of both models. */
  static final int COLUMNS = 2880;

  private static final int TILE_ROWS = 16 * ROWS;
  private static final long ALIGNMENT_BYTES = 64;
  private static final long SEED = 20;

  private BenchmarkWeights() {}

  /** [{@link #ROWS}, {@link #COLUMNS}]; at most 0.7 MB. */
  static Matrix inCache(DType type, Arena arena) {
    return RandomMatrix.of(type, ROWS, COLUMNS, SEED, arena);
  }

  /**
   * [a multiple of {@link #ROWS}, {@link #COLUMNS}]: about {@link Limit#MEMORY_BYTES}. Their
   * numbers repeat, the memory that they are read from does not.
   */
  static Matrix inMemory(DType type, Arena arena) {
    Matrix tile = RandomMatrix.of(type, TILE_ROWS, COLUMNS, SEED, arena);
    int tiles = (int) (Limit.MEMORY_BYTES / bytes(type, TILE_ROWS));
    MemorySegment data = repeated(tile.data(), tiles, arena);
    return type == DType.MXFP4_SPLIT
        ? Matrix.split(tiles * TILE_ROWS, COLUMNS, data, repeated(tile.scales(), tiles, arena))
        : Matrix.dense(type, tiles * TILE_ROWS, COLUMNS, data);
  }

  private static MemorySegment repeated(MemorySegment tile, int times, Arena arena) {
    long size = tile.byteSize();
    MemorySegment all = arena.allocate(size * times, ALIGNMENT_BYTES);
    for (int i = 0; i < times; i++) {
      MemorySegment.copy(tile, 0, all, i * size, size);
    }
    return all;
  }

  /** Of {@code rows} rows, scales included wherever they stand. */
  static long bytes(DType type, int rows) {
    int scales = type == DType.MXFP4_SPLIT ? COLUMNS / type.blockElements() : 0;
    return rows * (type.rowBytes(COLUMNS) + scales);
  }

  /** Activations from -1 to 1. */
  static float[] activations(int count) {
    SplittableRandom random = new SplittableRandom(SEED + 1);
    float[] values = new float[count];
    for (int i = 0; i < count; i++) {
      values[i] = (float) random.nextDouble(-1, 1);
    }
    return values;
  }
}

package confidant.engine.cache;

import confidant.engine.api.EngineException;
import confidant.engine.kernel.Kernels;
import confidant.engine.kernel.Panel;
import java.io.IOException;
import java.lang.foreign.MemorySegment;

/**
 * Keys and values of {@link #POSITIONS} neighbouring positions of one layer. Both are held as the
 * panels that attention multiplies with, so that neither scores nor outputs need a sum across
 * lanes.
 */
sealed interface CacheBlock permits Float32Block, Int16Block {
  /** Positions per block; also those that attention takes at once. */
  int POSITIONS = 128;

  /** All bytes of the block. */
  MemorySegment memory();

  /** Writes all bytes, elements little-endian. */
  void save(SnapshotWriter out) throws IOException;

  /** Reads what {@link #save} wrote; if that fails, the block has any content. */
  void load(SnapshotReader in) throws IOException, EngineException;

  /**
   * Writes the key and value of one head at one position.
   *
   * @param slot position within the block
   * @param key [headDim] from {@code keyOffset}
   * @param value [headDim] from {@code valueOffset}
   */
  void write(int slot, int kvHead, float[] key, int keyOffset, float[] value, int valueOffset);

  /**
   * The keys of one head as a panel [headDim, columns].
   *
   * @param columns the first positions of the block, a multiple of {@link Panel#GROUP}
   * @param wide what the panel may live in, until it is used again
   */
  Panel keys(Kernels kernels, int kvHead, int columns, WideBlock wide);

  /**
   * The first {@code count} values of one head as a panel [count, valueWidth]; see {@link #keys}.
   */
  Panel values(Kernels kernels, int kvHead, int count, WideBlock wide);
}

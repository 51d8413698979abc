package confidant.engine.cache;

import confidant.engine.api.EngineException;
import confidant.engine.kernel.Kernels;
import confidant.engine.kernel.Panel;
import java.io.IOException;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;

/**
 * Keys and values as float32, for caches so small that halving them saves nothing. In order: keys
 * (kvHeads, POSITIONS / 16, headDim, 16) and values (kvHeads, POSITIONS, valueWidth).
 */
final class Float32Block implements CacheBlock {
  private static final int GROUP = Panel.GROUP;

  private final CacheShape shape;
  private final MemorySegment memory;

  Float32Block(CacheShape shape, MemorySegment memory) {
    this.shape = shape;
    this.memory = memory;
  }

  /** Bytes of a block. */
  static long bytes(CacheShape shape) {
    return (long) shape.kvHeads()
        * (shape.headDim() + shape.valueWidth())
        * POSITIONS
        * Float.BYTES;
  }

  @Override
  public MemorySegment memory() {
    return memory;
  }

  @Override
  public void save(SnapshotWriter out) throws IOException {
    out.put(memory, ValueLayout.JAVA_FLOAT, 0, memory.byteSize());
  }

  @Override
  public void load(SnapshotReader in) throws IOException, EngineException {
    in.take(memory, ValueLayout.JAVA_FLOAT, 0, memory.byteSize());
  }

  @Override
  public void write(
      int slot, int kvHead, float[] key, int keyOffset, float[] value, int valueOffset) {
    int headDim = shape.headDim();
    long group = (long) kvHead * (POSITIONS / GROUP) + slot / GROUP;
    long keyAt = group * headDim * GROUP + slot % GROUP;
    for (int d = 0; d < headDim; d++) {
      memory.setAtIndex(ValueLayout.JAVA_FLOAT, keyAt + (long) d * GROUP, key[keyOffset + d]);
    }
    long valueAt = valueOffset(kvHead) + (long) slot * shape.valueWidth() * Float.BYTES;
    MemorySegment.copy(value, valueOffset, memory, ValueLayout.JAVA_FLOAT, valueAt, headDim);
  }

  @Override
  public Panel keys(Kernels kernels, int kvHead, int columns, WideBlock wide) {
    int headDim = shape.headDim();
    long at = (long) kvHead * POSITIONS * headDim * Float.BYTES;
    return new Panel(memory, at, headDim, columns, GROUP, headDim * GROUP);
  }

  @Override
  public Panel values(Kernels kernels, int kvHead, int count, WideBlock wide) {
    int width = shape.valueWidth();
    return new Panel(memory, valueOffset(kvHead), count, width, width, GROUP);
  }

  private long valueOffset(int kvHead) {
    long keys = (long) shape.kvHeads() * shape.headDim() * POSITIONS;
    return (keys + (long) kvHead * POSITIONS * shape.valueWidth()) * Float.BYTES;
  }
}

package confidant.engine.cache;

import confidant.engine.kernel.Panel;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;

/**
 * Room for keys or values of one head and one block as float32. They are widened into an array,
 * where a store costs no check of the memory's life, and then copied to native memory, where
 * vectors lie on cache lines.
 */
public final class WideBlock implements AutoCloseable {
  private static final long ALIGNMENT_BYTES = 64;

  private final Arena arena = Arena.ofShared();
  private final float[] elements;
  private final MemorySegment aligned;

  /** Makes room for heads of {@code headDim} elements. */
  public WideBlock(int headDim) {
    elements = new float[CacheBlock.POSITIONS * Panel.padded(headDim)];
    aligned = arena.allocate((long) elements.length * Float.BYTES, ALIGNMENT_BYTES);
  }

  float[] elements() {
    return elements;
  }

  /** The first {@code count} elements in native memory. */
  MemorySegment aligned(int count) {
    MemorySegment.copy(elements, 0, aligned, ValueLayout.JAVA_FLOAT, 0, count);
    return aligned;
  }

  @Override
  public void close() {
    arena.close();
  }
}

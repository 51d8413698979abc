package confidant.engine.cache;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.atomic.AtomicLong;

/** Makes blocks of a sequence's cache, and hands those given back to whichever layer needs one. */
final class BlockStore implements AutoCloseable {
  private static final long ALIGNMENT_BYTES = 64;

  private final CacheShape shape;
  private final CachePrecision precision;
  private final Arena arena = Arena.ofShared();
  private final Deque<CacheBlock> free = new ArrayDeque<>();
  private final AtomicLong bytes = new AtomicLong();

  BlockStore(CacheShape shape, CachePrecision precision) {
    this.shape = shape;
    this.precision = precision;
  }

  /** A block with any content. */
  CacheBlock take() {
    CacheBlock recycled = free.poll();
    if (recycled != null) {
      return recycled;
    }
    return switch (precision) {
      case FLOAT32 -> new Float32Block(shape, allocate(Float32Block.bytes(shape)));
      case INT16 -> new Int16Block(shape, allocate(Int16Block.bytes(shape)));
    };
  }

  private MemorySegment allocate(long size) {
    MemorySegment memory = arena.allocate(size, ALIGNMENT_BYTES);
    bytes.addAndGet(size);
    return memory;
  }

  void give(CacheBlock block) {
    free.push(block);
  }

  /** Bytes held, blocks given back included; 0 once closed. May be asked by any thread. */
  long bytes() {
    return arena.scope().isAlive() ? bytes.get() : 0;
  }

  @Override
  public void close() {
    arena.close();
  }
}

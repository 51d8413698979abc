package confidant.engine.cache;

import java.lang.foreign.Arena;
import java.util.ArrayDeque;
import java.util.Deque;

/** Makes blocks of a sequence's cache, and hands those given back to whichever layer needs one. */
final class BlockStore implements AutoCloseable {
  private static final long ALIGNMENT_BYTES = 64;

  private final CacheShape shape;
  private final Arena arena = Arena.ofShared();
  private final Deque<CacheBlock> free = new ArrayDeque<>();
  private long bytes;

  BlockStore(CacheShape shape) {
    this.shape = shape;
  }

  /** A block with any content. */
  CacheBlock take() {
    CacheBlock recycled = free.poll();
    if (recycled != null) {
      return recycled;
    }
    bytes += shape.blockBytes();
    return new CacheBlock(shape, arena.allocate(shape.blockBytes(), ALIGNMENT_BYTES));
  }

  void give(CacheBlock block) {
    free.push(block);
  }

  /** Bytes held, blocks given back included. */
  long bytes() {
    return bytes;
  }

  @Override
  public void close() {
    arena.close();
  }
}

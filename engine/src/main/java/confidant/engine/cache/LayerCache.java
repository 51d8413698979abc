package confidant.engine.cache;

import confidant.engine.kernel.Panel;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One layer's keys and values, in blocks of {@link #BLOCK} positions. In a block, keys are
 * (kvHeads, headDim, BLOCK) and values (kvHeads, BLOCK, headDim): each is the panel that attention
 * multiplies with, so that neither scores nor outputs need a sum across lanes.
 */
public final class LayerCache {
  /** Positions per block; a multiple of {@link Panel#COLUMN_STEP}. */
  public static final int BLOCK = 256;

  private static final long ALIGNMENT_BYTES = 64;

  private final Arena arena;
  private final int kvHeads;
  private final int headDim;
  private final int valueStride;
  private final int window;
  private final List<@Nullable Block> blocks = new ArrayList<>();
  private final Deque<Block> free = new ArrayDeque<>();

  /** Keys and values of neighbouring positions. */
  private record Block(MemorySegment keys, MemorySegment values) {}

  /**
   * @param window keys a position sees, itself included; 0 for all
   */
  LayerCache(Arena arena, int kvHeads, int headDim, int window) {
    this.arena = arena;
    this.kvHeads = kvHeads;
    this.headDim = headDim;
    this.valueStride = Panel.padded(headDim);
    this.window = window;
  }

  /** First position that {@code position} sees. */
  public int firstVisible(int position) {
    return window == 0 ? 0 : Math.max(0, position - window + 1);
  }

  /** Makes room for positions {@code from} to {@code to}, before several threads write them. */
  public void reserve(int from, int to) {
    for (int b = from / BLOCK; b <= (to - 1) / BLOCK; b++) {
      while (blocks.size() <= b) {
        blocks.add(null);
      }
      if (blocks.get(b) == null) {
        blocks.set(b, takeBlock());
      }
    }
  }

  private Block takeBlock() {
    Block recycled = free.poll();
    if (recycled != null) {
      return recycled;
    }
    long keyBytes = (long) kvHeads * headDim * BLOCK * Float.BYTES;
    long valueBytes = (long) kvHeads * BLOCK * valueStride * Float.BYTES;
    return new Block(
        arena.allocate(keyBytes, ALIGNMENT_BYTES), arena.allocate(valueBytes, ALIGNMENT_BYTES));
  }

  /**
   * Writes the key and value of one head at one position.
   *
   * @param key headDim values from {@code keyOffset}
   * @param value headDim values from {@code valueOffset}
   */
  public void write(
      int position, int kvHead, float[] key, int keyOffset, float[] value, int valueOffset) {
    Block block = block(position);
    int slot = position % BLOCK;
    long keyAt = (long) kvHead * headDim * BLOCK + slot;
    for (int d = 0; d < headDim; d++) {
      block.keys.setAtIndex(ValueLayout.JAVA_FLOAT, keyAt + (long) d * BLOCK, key[keyOffset + d]);
    }
    long valueAt = ((long) kvHead * BLOCK + slot) * valueStride * Float.BYTES;
    MemorySegment.copy(value, valueOffset, block.values, ValueLayout.JAVA_FLOAT, valueAt, headDim);
  }

  /**
   * The keys of {@code columns} positions of one block, as a panel [headDim, columns].
   *
   * @param first a multiple of {@link Panel#COLUMN_STEP}
   */
  public Panel keys(int kvHead, int first, int columns) {
    long offset = ((long) kvHead * headDim * BLOCK + first % BLOCK) * Float.BYTES;
    return new Panel(block(first).keys, offset, headDim, columns, BLOCK);
  }

  /** The values of {@code count} positions of one block, as a panel [count, padded headDim]. */
  public Panel values(int kvHead, int first, int count) {
    long offset = ((long) kvHead * BLOCK + first % BLOCK) * valueStride * Float.BYTES;
    return new Panel(block(first).values, offset, count, valueStride, valueStride);
  }

  private Block block(int position) {
    Block block = blocks.get(position / BLOCK);
    if (block == null) {
      throw new IllegalStateException("position " + position + " is no longer held");
    }
    return block;
  }

  /**
   * Gives back blocks that lie wholly before what {@code position} sees, except what the last
   * {@code rewind} positions before a mark see.
   */
  void releaseBefore(int position, int rewind, Collection<Integer> marks) {
    if (window == 0) {
      return;
    }
    int end = firstVisible(Math.max(0, position)) / BLOCK;
    for (int b = 0; b < end; b++) {
      Block block = blocks.get(b);
      if (block != null && !isPinned(b, rewind, marks)) {
        free.add(block);
        blocks.set(b, null);
      }
    }
  }

  private boolean isPinned(int b, int rewind, Collection<Integer> marks) {
    return marks.stream()
        .anyMatch(
            mark -> b * BLOCK < mark && b >= firstVisible(Math.max(0, mark - rewind)) / BLOCK);
  }

  /** Whether all that position {@code next} will see is held. */
  boolean canRewindTo(int next) {
    for (int p = firstVisible(next); p < next; p = (p / BLOCK + 1) * BLOCK) {
      if (blocks.get(p / BLOCK) == null) {
        return false;
      }
    }
    return true;
  }

  /** Forgets positions from {@code position} on. */
  void truncate(int position) {
    int kept = (position + BLOCK - 1) / BLOCK;
    while (blocks.size() > kept) {
      Block block = blocks.removeLast();
      if (block != null) {
        free.add(block);
      }
    }
  }
}

package confidant.engine.cache;

import confidant.engine.kernel.Kernels;
import confidant.engine.kernel.Panel;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One layer's keys and values, in blocks of {@link #BLOCK} positions. A sliding layer gives back
 * blocks that nobody will see again, so that it holds a ring of a few.
 */
public final class LayerCache {
  /** Positions per block; a multiple of {@link Panel#GROUP}. */
  public static final int BLOCK = CacheBlock.POSITIONS;

  private final BlockStore store;
  private final int window;
  private final List<@Nullable CacheBlock> blocks = new ArrayList<>();

  /**
   * Makes an empty cache.
   *
   * @param window keys a position sees, itself included; 0 for all
   */
  LayerCache(BlockStore store, int window) {
    this.store = store;
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
        blocks.set(b, store.take());
      }
    }
  }

  /**
   * Writes the key and value of one head at one position.
   *
   * @param key [headDim] from {@code keyOffset}
   * @param value [headDim] from {@code valueOffset}
   */
  public void write(
      int position, int kvHead, float[] key, int keyOffset, float[] value, int valueOffset) {
    block(position).write(position % BLOCK, kvHead, key, keyOffset, value, valueOffset);
  }

  /**
   * The keys of one head from a block's start, as a panel [headDim, columns].
   *
   * @param first a multiple of {@link #BLOCK}
   * @param columns at most {@link #BLOCK}
   * @param wide what the panel lives in, until it is used again
   */
  public Panel keys(Kernels kernels, int kvHead, int first, int columns, WideBlock wide) {
    return block(first).keys(kernels, kvHead, columns, wide);
  }

  /** The values of {@code count} positions, as a panel [count, headDim]; see {@link #keys}. */
  public Panel values(Kernels kernels, int kvHead, int first, int count, WideBlock wide) {
    return block(first).values(kernels, kvHead, count, wide);
  }

  /** The block of a position that is held. */
  CacheBlock block(int position) {
    CacheBlock block = blocks.get(position / BLOCK);
    if (block == null) {
      throw new IllegalStateException("position " + position + " is no longer held");
    }
    return block;
  }

  /**
   * Gives back blocks of a long batch that nobody will see: those between its first position and
   * what the last {@code rewind} positions before its end see. Should the batch be cancelled, what
   * came before it is still there.
   */
  void releaseWithin(int first, int end, int rewind) {
    int from = (first + BLOCK - 1) / BLOCK;
    release(from, firstVisible(Math.max(0, end - rewind)) / BLOCK, rewind, List.of());
  }

  /**
   * Gives back blocks that lie wholly before what {@code position} sees, except what the last
   * {@code rewind} positions before a mark see.
   */
  void releaseBefore(int position, int rewind, Collection<Integer> marks) {
    release(0, firstVisible(Math.max(0, position)) / BLOCK, rewind, marks);
  }

  private void release(int from, int to, int rewind, Collection<Integer> marks) {
    if (window == 0) {
      return;
    }
    for (int b = from; b < to; b++) {
      CacheBlock block = blocks.get(b);
      if (block != null && !isPinned(b, rewind, marks)) {
        store.give(block);
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

  /** Which of the first {@code count} blocks are held. */
  BitSet held(int count) {
    BitSet held = new BitSet(count);
    for (int b = 0; b < count; b++) {
      held.set(b, blocks.get(b) != null);
    }
    return held;
  }

  /**
   * Whether a layer like this one, at {@code position}, may hold just these blocks: all that the
   * position sees, the last one, and no more than lie before the end and the marks.
   */
  boolean canHold(BitSet held, int position) {
    int count = KvCache.blocks(position);
    if (position == 0 || held.length() != count) {
      return position == 0 && held.isEmpty();
    }
    int seen = Math.min(firstVisible(position) / BLOCK, count - 1);
    return held.nextClearBit(seen) >= count
        && (window == 0 || held.cardinality() <= (1 + KvCache.MARKS) * mostBlocksBeforeAnEnd());
  }

  /** Most blocks that the last positions before an end and their windows touch. */
  private int mostBlocksBeforeAnEnd() {
    return (window + KvCache.REWIND_POSITIONS - 2 + BLOCK) / BLOCK + 1;
  }

  /** Forgets positions from {@code position} on. */
  void truncate(int position) {
    int kept = (position + BLOCK - 1) / BLOCK;
    while (blocks.size() > kept) {
      CacheBlock block = blocks.removeLast();
      if (block != null) {
        store.give(block);
      }
    }
  }
}

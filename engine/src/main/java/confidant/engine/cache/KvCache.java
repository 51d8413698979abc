package confidant.engine.cache;

import java.lang.foreign.Arena;
import java.util.ArrayList;
import java.util.List;

/**
 * Keys and values of a sequence, float32, in native memory that grows block by block. Sliding
 * layers give blocks back once they lie further behind than a rewind may reach.
 *
 * <p>Positions are written layer by layer and count only once {@link #commit} says so, so that a
 * pass that is cancelled half way leaves the cache as it was. Used by one thread at a time; reading
 * several positions of a layer at once is safe.
 */
public final class KvCache implements AutoCloseable {
  /** Positions by which a sequence can always be rewound. */
  static final int REWIND_POSITIONS = 512;

  private final Arena arena = Arena.ofShared();
  private final List<LayerCache> layers;
  private final int capacity;
  private int position;
  private int marked;

  /**
   * Makes an empty cache.
   *
   * @param sliding per layer, whether it slides
   * @param slidingWindow keys a sliding layer sees
   * @param kvHeads key/value heads
   * @param headDim elements per head
   * @param capacity most positions
   */
  public KvCache(List<Boolean> sliding, int slidingWindow, int kvHeads, int headDim, int capacity) {
    this.capacity = capacity;
    List<LayerCache> made = new ArrayList<>();
    for (boolean slides : sliding) {
      made.add(new LayerCache(arena, kvHeads, headDim, slides ? slidingWindow : 0));
    }
    layers = List.copyOf(made);
  }

  public LayerCache layer(int index) {
    return layers.get(index);
  }

  public int layers() {
    return layers.size();
  }

  /** Most positions. */
  public int capacity() {
    return capacity;
  }

  /** Positions held. */
  public int position() {
    return position;
  }

  /** Counts {@code count} more positions, which every layer has written. */
  public void commit(int count) {
    if (position + count > capacity) {
      throw new IllegalArgumentException(position + " + " + count + " positions of " + capacity);
    }
    position += count;
    for (LayerCache layer : layers) {
      layer.releaseBefore(position - REWIND_POSITIONS, marked);
    }
  }

  /**
   * Makes sure that the sequence can be rewound to here, however far it goes on. The mark before is
   * given up. Meant for the end of a prompt: the next one shares it, but not the chain of thought
   * that follows.
   */
  public void mark() {
    marked = position;
  }

  /**
   * Forgets positions from {@code wanted} on, and more where sliding layers no longer hold the
   * window before it: then back to the mark, or else everything.
   *
   * @return positions that are left, at most {@code wanted}
   */
  public int truncate(int wanted) {
    if (wanted < 0 || wanted > position) {
      throw new IllegalArgumentException("position " + wanted + " of " + position);
    }
    position = canRewindTo(wanted) ? wanted : marked <= wanted && canRewindTo(marked) ? marked : 0;
    marked = Math.min(marked, position);
    for (LayerCache layer : layers) {
      layer.truncate(position);
    }
    return position;
  }

  private boolean canRewindTo(int next) {
    return layers.stream().allMatch(layer -> layer.canRewindTo(next));
  }

  /** Frees the memory. */
  @Override
  public void close() {
    arena.close();
  }
}

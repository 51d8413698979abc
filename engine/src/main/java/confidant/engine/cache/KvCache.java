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
  /**
   * Positions by which a sequence can be rewound without reading it again: the chain of thought of
   * an answer, which the next prompt leaves out, is seldom longer.
   */
  static final int REWIND_POSITIONS = 2048;

  private final Arena arena = Arena.ofShared();
  private final List<LayerCache> layers;
  private final int capacity;
  private int position;

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
      layer.releaseBefore(position - REWIND_POSITIONS);
    }
  }

  /**
   * Forgets positions from {@code wanted} on. If sliding layers no longer hold the window before
   * it, everything is forgotten.
   *
   * @return positions that are left: {@code wanted}, or 0
   */
  public int truncate(int wanted) {
    if (wanted < 0 || wanted > position) {
      throw new IllegalArgumentException("position " + wanted + " of " + position);
    }
    boolean complete = layers.stream().allMatch(layer -> layer.canRewindTo(wanted));
    position = complete ? wanted : 0;
    for (LayerCache layer : layers) {
      layer.truncate(position);
    }
    return position;
  }

  /** Frees the memory. */
  @Override
  public void close() {
    arena.close();
  }
}

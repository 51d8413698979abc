package confidant.engine.cache;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/**
 * Keys and values of a sequence, in native memory that grows block by block. Sliding layers give
 * blocks back once they lie further behind than a rewind may reach.
 *
 * <p>Positions are written layer by layer and count only once {@link #commit} says so, so that a
 * pass that is cancelled half way leaves the cache as it was. Used by one thread at a time; reading
 * several positions of a layer at once is safe.
 */
public final class KvCache implements AutoCloseable {
  /** Positions by which a sequence can be rewound from its end, and from each mark. */
  static final int REWIND_POSITIONS = 256;

  /** Marks kept; each pins two or three blocks of every sliding layer. */
  static final int MARKS = 3;

  /** Up to so many bytes of layers that see everything, elements stay float32. */
  private static final long FLOAT32_BYTES = 64L << 20;

  private final CacheShape shape;
  private final CachePrecision precision;
  private final int slidingWindow;
  private final BlockStore store;
  private final List<LayerCache> layers;
  private final int capacity;
  private int position;
  private final Deque<Integer> marks = new ArrayDeque<>();

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
    this(
        sliding,
        slidingWindow,
        kvHeads,
        headDim,
        capacity,
        precisionFor(sliding, kvHeads, headDim, capacity));
  }

  /** As the other constructor, with elements held as {@code precision} says. */
  public KvCache(
      List<Boolean> sliding,
      int slidingWindow,
      int kvHeads,
      int headDim,
      int capacity,
      CachePrecision precision) {
    this.capacity = capacity;
    this.shape = new CacheShape(kvHeads, headDim);
    this.precision = precision;
    this.slidingWindow = slidingWindow;
    this.store = new BlockStore(shape, precision);
    List<LayerCache> made = new ArrayList<>();
    for (boolean slides : sliding) {
      made.add(new LayerCache(store, slides ? slidingWindow : 0));
    }
    layers = List.copyOf(made);
  }

  /** Halves the elements where that saves memory worth speaking of. */
  private static CachePrecision precisionFor(
      List<Boolean> sliding, int kvHeads, int headDim, int capacity) {
    long layers = sliding.stream().filter(slides -> !slides).count();
    long bytes = layers * capacity * kvHeads * headDim * 2 * Float.BYTES;
    return bytes <= FLOAT32_BYTES ? CachePrecision.FLOAT32 : CachePrecision.INT16;
  }

  public LayerCache layer(int index) {
    return layers.get(index);
  }

  List<LayerCache> layers() {
    return layers;
  }

  CacheShape shape() {
    return shape;
  }

  CachePrecision precision() {
    return precision;
  }

  /** Keys a sliding layer sees. */
  int slidingWindow() {
    return slidingWindow;
  }

  /** The oldest first. */
  List<Integer> marks() {
    return List.copyOf(marks);
  }

  /** Blocks that {@code positions} from the first on lie in. */
  static int blocks(int positions) {
    return (positions + LayerCache.BLOCK - 1) / LayerCache.BLOCK;
  }

  /** Most positions. */
  public int capacity() {
    return capacity;
  }

  /** Positions held. */
  public int position() {
    return position;
  }

  /** Bytes of native memory held; 0 once closed. May be asked by any thread. */
  public long bytes() {
    return store.bytes();
  }

  /**
   * Says that a layer is done with a batch of {@code count} positions, which is not yet committed:
   * most of a long batch need not be held by a sliding layer.
   */
  public void finishLayer(int index, int count) {
    layers.get(index).releaseWithin(position, position + count, REWIND_POSITIONS);
  }

  /** Counts {@code count} more positions, which every layer has written. */
  public void commit(int count) {
    if (position + count > capacity) {
      throw new IllegalArgumentException(position + " + " + count + " positions of " + capacity);
    }
    position += count;
    for (LayerCache layer : layers) {
      layer.releaseBefore(position - REWIND_POSITIONS, REWIND_POSITIONS, marks);
    }
  }

  /**
   * Makes sure that the sequence can be rewound to here and a little before, however far it goes
   * on. The oldest of a few marks is given up. Meant for the ends of prompts: the next prompt
   * shares them, up to a question about the same papers, but not the chain of thought that follows.
   */
  public void mark() {
    marks.remove(position);
    marks.addLast(position);
    if (marks.size() > MARKS) {
      marks.removeFirst();
    }
  }

  /**
   * Forgets positions from {@code wanted} on, and more where sliding layers no longer hold the
   * window before it.
   *
   * @return positions that are left, at most {@code wanted}
   */
  public int truncate(int wanted) {
    if (wanted < 0 || wanted > position) {
      throw new IllegalArgumentException("position " + wanted + " of " + position);
    }
    position = wanted;
    while (!canRewindTo(position)) {
      position = (position - 1) / LayerCache.BLOCK * LayerCache.BLOCK;
    }
    marks.removeIf(mark -> mark > position);
    for (LayerCache layer : layers) {
      layer.truncate(position);
    }
    return position;
  }

  private boolean canRewindTo(int next) {
    return layers.stream().allMatch(layer -> layer.canRewindTo(next));
  }

  /** Forgets everything. */
  void clear() {
    position = 0;
    marks.clear();
    for (LayerCache layer : layers) {
      layer.truncate(0);
    }
  }

  /** Counts {@code count} positions, which every layer of an empty cache was given. */
  void resume(int count, List<Integer> itsMarks) {
    position = count;
    marks.addAll(itsMarks);
  }

  /** Frees the memory. */
  @Override
  public void close() {
    store.close();
  }
}

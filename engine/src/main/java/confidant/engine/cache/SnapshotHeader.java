package confidant.engine.cache;

import confidant.engine.api.EngineException;
import confidant.engine.kernel.Panel;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * What a snapshot says of itself before anything is allocated for it; {@link CacheSnapshot} has the
 * bytes.
 *
 * @param precision of elements
 * @param layout what the numbers of {@link #layoutOf} are
 * @param capacity most positions of the cache that was saved
 * @param position positions held
 * @param marks at most {@link KvCache#MARKS}, the oldest first
 * @param fingerprint of the model, {@link #FINGERPRINT_BYTES}
 */
record SnapshotHeader(
    CachePrecision precision,
    List<Integer> layout,
    int capacity,
    int position,
    List<Integer> marks,
    byte[] fingerprint) {
  static final int FINGERPRINT_BYTES = 32;

  private static final byte[] MAGIC = {'C', 'N', 'F', 'D', 'N', 'T', 'K', 'V'};
  private static final int VERSION = 1;
  private static final int LAYOUT_NUMBERS = 6;

  /** Bytes between the version and the fingerprint. */
  private static final int NUMBER_BYTES = (LAYOUT_NUMBERS + 4 + KvCache.MARKS) * Integer.BYTES;

  static SnapshotHeader of(KvCache cache, byte[] fingerprint) {
    return new SnapshotHeader(
        cache.precision(),
        layoutOf(cache),
        cache.capacity(),
        cache.position(),
        cache.marks(),
        fingerprint);
  }

  private static List<Integer> layoutOf(KvCache cache) {
    CacheShape shape = cache.shape();
    return List.of(
        cache.layers().size(),
        shape.kvHeads(),
        shape.headDim(),
        cache.slidingWindow(),
        CacheBlock.POSITIONS,
        Panel.GROUP);
  }

  void write(SnapshotWriter out) throws IOException {
    out.put(MAGIC);
    out.put(VERSION);
    out.put(elementBytes(precision));
    for (int number : layout) {
      out.put(number);
    }
    out.put(capacity);
    out.put(position);
    out.put(marks.size());
    for (int i = 0; i < KvCache.MARKS; i++) {
      out.put(i < marks.size() ? marks.get(i) : 0);
    }
    out.put(fingerprint);
    out.endSection();
  }

  /**
   * Reads a header that can be restored into {@code cache}.
   *
   * @throws EngineException if there is none
   */
  static SnapshotHeader read(SnapshotReader in, KvCache cache, byte[] fingerprint)
      throws IOException, EngineException {
    byte[] magic = new byte[MAGIC.length];
    in.take(MAGIC.length).get(magic);
    if (!Arrays.equals(magic, MAGIC)) {
      throw new EngineException.Damaged(
          "This is not a snapshot, or its beginning was changed; read the papers again.");
    }
    int version = in.take(Integer.BYTES).getInt();
    if (version != VERSION) {
      throw new EngineException.Unsupported(
          "The snapshot has format version "
              + version
              + " and this program reads version "
              + VERSION
              + "; read the papers again.");
    }
    SnapshotHeader header = parse(in.take(NUMBER_BYTES + FINGERPRINT_BYTES));
    in.endSection("header");
    header.check(cache, fingerprint);
    return header;
  }

  private static SnapshotHeader parse(ByteBuffer bytes) {
    CachePrecision precision =
        bytes.getInt() == Float.BYTES ? CachePrecision.FLOAT32 : CachePrecision.INT16;
    List<Integer> layout = numbers(bytes, LAYOUT_NUMBERS);
    int capacity = bytes.getInt();
    int position = bytes.getInt();
    int count = Math.clamp(bytes.getInt(), 0, KvCache.MARKS);
    List<Integer> marks = numbers(bytes, KvCache.MARKS).subList(0, count);
    byte[] fingerprint = new byte[FINGERPRINT_BYTES];
    bytes.get(fingerprint);
    return new SnapshotHeader(precision, layout, capacity, position, marks, fingerprint);
  }

  private static List<Integer> numbers(ByteBuffer bytes, int count) {
    List<Integer> numbers = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      numbers.add(bytes.getInt());
    }
    return numbers;
  }

  private void check(KvCache cache, byte[] expected) throws EngineException {
    if (!Arrays.equals(fingerprint, expected) || !layout.equals(layoutOf(cache))) {
      throw new EngineException.Unsupported(
          "The snapshot was made with another model than the one that is open; open that model, or"
              + " read the papers again.");
    }
    if (position < 0 || marks.stream().anyMatch(mark -> mark < 0 || mark > position)) {
      throw SnapshotReader.damaged("contradicts itself in its header");
    }
    if (position > cache.capacity()) {
      throw new EngineException.ContextExceeded(
          "The snapshot holds "
              + position
              + " tokens and the context has room for "
              + cache.capacity()
              + "; open a context of "
              + capacity
              + " tokens.",
          position,
          cache.capacity());
    }
    if (precision != cache.precision()) {
      throw new EngineException.Unsupported(
          "The snapshot was made in a context of "
              + capacity
              + " tokens, which holds them with "
              + elementBytes(precision)
              + " bytes an element, and this one has "
              + elementBytes(cache.precision())
              + "; open a context of that size.");
    }
  }

  private static int elementBytes(CachePrecision precision) {
    return switch (precision) {
      case FLOAT32 -> Float.BYTES;
      case INT16 -> Short.BYTES;
    };
  }
}

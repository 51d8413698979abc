package confidant.engine.model;

import confidant.engine.kernel.ColumnOrder;
import confidant.engine.kernel.Kernels;
import confidant.engine.kernel.Panel;
import confidant.engine.tensor.DType;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import org.jspecify.annotations.Nullable;

/**
 * The input of matrix products, in the arrangement kernels want: token by token for a few tokens,
 * groups of 16 tokens (group, feature, 16) for many. Packing once serves all matrices that read the
 * same input.
 */
final class Activations implements AutoCloseable {
  private static final long ALIGNMENT_BYTES = 64;
  private static final int GROUP = Panel.GROUP;

  private Arena arena = Arena.ofShared();
  private MemorySegment memory = MemorySegment.NULL;
  private float[] vectors = new float[0]; // (tokens, features)
  private int features;
  private int columns;
  private boolean permuted;

  /** Whether {@code tokens} tokens are packed token by token. */
  static boolean isFew(int tokens) {
    return tokens <= Kernels.MAX_VECTORS;
  }

  /**
   * Packs the input of matrices of {@code type}.
   *
   * @param x token-major, {@code stride} floats apart
   * @param first the first token
   * @param count tokens
   * @param width features per token
   */
  void pack(Pass pass, DType type, float[] x, int stride, int first, int count, int width) {
    if (isFew(count)) {
      reserveVectors(type, count, width);
      for (int t = 0; t < count; t++) {
        putVector(type, x, (first + t) * stride, t);
      }
    } else {
      reserveGroups(type, Panel.padded(count), width);
      pass.run(
          columns / GROUP,
          (group, worker) -> {
            int from = first + group * GROUP;
            putGroup(type, x, stride, null, from, Math.min(GROUP, first + count - from), group);
          });
    }
  }

  /** Makes room for {@code count} tokens one by one. */
  void reserveVectors(DType type, int count, int width) {
    permuted = ColumnOrder.isPermuted(type);
    features = width;
    columns = 0;
    if (vectors.length < count * width) {
      vectors = new float[count * width];
    }
  }

  /** Makes room for {@code wanted} columns in groups. */
  void reserveGroups(DType type, int wanted, int width) {
    permuted = ColumnOrder.isPermuted(type);
    features = width;
    columns = wanted;
    long bytes = (long) width * wanted * Float.BYTES;
    if (memory.byteSize() < bytes) {
      grow(bytes);
    }
  }

  @SuppressWarnings("MustBeClosedChecker") // close() closes the arena of the day
  private void grow(long bytes) {
    arena.close();
    arena = Arena.ofShared();
    memory = arena.allocate(bytes, ALIGNMENT_BYTES);
  }

  /** Packs the token at {@code x[offset]} as vector {@code slot}. */
  void putVector(DType type, float[] x, int offset, int slot) {
    ColumnOrder.arrange(type, x, offset, features, vectors, slot * features);
  }

  /**
   * Packs a group of tokens; columns past its last token become zero.
   *
   * @param tokens which tokens, read from {@code from} on, or null for those numbered {@code from}
   *     and up
   */
  void putGroup(
      DType type, float[] x, int stride, int @Nullable [] tokens, int from, int count, int group) {
    long groupAt = (long) group * features * GROUP;
    for (int j = 0; j < GROUP; j++) {
      if (j < count) {
        int row = (tokens == null ? from + j : tokens[from + j]) * stride;
        for (int c = 0; c < features; c++) {
          put(groupAt, ColumnOrder.place(type, c, features), j, x[row + c]);
        }
      } else {
        for (int c = 0; c < features; c++) {
          put(groupAt, c, j, 0f);
        }
      }
    }
  }

  private void put(long groupAt, int feature, int column, float value) {
    memory.setAtIndex(ValueLayout.JAVA_FLOAT, groupAt + (long) feature * GROUP + column, value);
  }

  /**
   * Sets one feature of a stripe of columns.
   *
   * @param feature its place in the order of the type
   * @param column a multiple of 16
   * @param values [count] from {@code offset}
   */
  void putFeature(int feature, int column, float[] values, int offset, int count) {
    for (int j = 0; j < count; j += GROUP) {
      int group = (column + j) / GROUP;
      long at = ((long) group * features + feature) * GROUP * Float.BYTES;
      MemorySegment.copy(values, offset + j, memory, ValueLayout.JAVA_FLOAT, at, GROUP);
    }
  }

  /** Whether matrices of {@code type} can read this. */
  boolean suits(DType type) {
    return ColumnOrder.isPermuted(type) == permuted;
  }

  /** Tokens packed one by one (tokens, features). */
  float[] vectors() {
    return vectors;
  }

  /** Features {@code from} to {@code from + depth} of some columns. */
  Panel panel(int from, int depth, int column, int count) {
    long offset = ((long) column * features + (long) from * GROUP) * Float.BYTES;
    return new Panel(memory, offset, depth, count, GROUP, features * GROUP);
  }

  @Override
  public void close() {
    arena.close();
  }
}

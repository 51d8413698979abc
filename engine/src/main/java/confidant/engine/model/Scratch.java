package confidant.engine.model;

import confidant.engine.cache.WideBlock;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;

/** Buffers of one worker during a region. Content does not outlive a task. */
final class Scratch implements AutoCloseable {
  private final Map<Use, float[]> arrays = new EnumMap<>(Use.class);

  /** Keys or values of one cached block as float32. */
  final WideBlock block;

  /** What a buffer holds; buffers of different uses never overlap. */
  enum Use {
    /** Unpacked weights (rows, depth). */
    WEIGHTS,
    /** A product, feature-major or token-major. */
    PRODUCT,
    /** The gate half of an expert, laid out as {@link #PRODUCT} is. */
    GATE,
    /** Queries of attention (rows, headDim). */
    QUERIES,
    /** Attention's scores of one block (rows, positions). */
    SCORES,
    /** Attention's output before it is divided (rows, headDim). */
    OUTPUT,
    /** Largest score of each row so far. */
    MAXIMA,
    /** Softmax denominator of each row so far. */
    SUMS
  }

  Scratch(int headDim) {
    block = new WideBlock(headDim);
  }

  /** At least {@code length} floats with any content. */
  float[] array(Use use, int length) {
    float[] array = arrays.get(use);
    if (array == null || array.length < length) {
      array = new float[length];
      arrays.put(use, array);
    }
    return array;
  }

  /** As {@link #array}, filled with zeros. */
  float[] zeros(Use use, int length) {
    float[] array = array(use, length);
    Arrays.fill(array, 0, length, 0f);
    return array;
  }

  @Override
  public void close() {
    block.close();
  }
}

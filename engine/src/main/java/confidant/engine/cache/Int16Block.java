package confidant.engine.cache;

import confidant.engine.api.EngineException;
import confidant.engine.kernel.Kernels;
import confidant.engine.kernel.Panel;
import java.io.IOException;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;

/**
 * A key or value of one head as 16-bit integers under a common power of two, the smallest that lets
 * the largest element fit: two bytes an element, and an error of at most 2^-16 of the largest one,
 * an eighth of what half precision would make of it.
 *
 * <p>Bytes, in order: keys (kvHeads, POSITIONS / 16, headDim, 16) and values (kvHeads, POSITIONS,
 * valueWidth) as int16, then the exponents of keys and of values (kvHeads, POSITIONS) as int8. Both
 * are the panels that attention multiplies with, so that neither scores nor outputs need a sum
 * across lanes.
 */
final class Int16Block implements CacheBlock {
  private static final int GROUP = Panel.GROUP;

  /** The largest magnitude is scaled to below 2^15. */
  private static final int VALUE_BITS = 15;

  private static final int LARGEST = (1 << VALUE_BITS) - 1;

  private static final int MIN_EXPONENT = Float.MIN_EXPONENT;
  private static final int MAX_EXPONENT = Float.MAX_EXPONENT;

  private final CacheShape shape;
  private final MemorySegment memory;

  Int16Block(CacheShape shape, MemorySegment memory) {
    this.shape = shape;
    this.memory = memory;
  }

  @Override
  public MemorySegment memory() {
    return memory;
  }

  @Override
  public void save(SnapshotWriter out) throws IOException {
    long exponents = keyExponentsAt(shape);
    out.put(memory, ValueLayout.JAVA_SHORT, 0, exponents);
    out.put(memory, ValueLayout.JAVA_BYTE, exponents, memory.byteSize() - exponents);
  }

  @Override
  public void load(SnapshotReader in) throws IOException, EngineException {
    long exponents = keyExponentsAt(shape);
    in.take(memory, ValueLayout.JAVA_SHORT, 0, exponents);
    in.take(memory, ValueLayout.JAVA_BYTE, exponents, memory.byteSize() - exponents);
  }

  @Override
  public void write(
      int slot, int kvHead, float[] key, int keyOffset, float[] value, int valueOffset) {
    int headDim = shape.headDim();
    long exponentAt = (long) kvHead * POSITIONS + slot;

    int keyExponent = exponent(key, keyOffset, headDim);
    memory.set(ValueLayout.JAVA_BYTE, keyExponentsAt(shape) + exponentAt, (byte) keyExponent);
    float keyFactor = power(-keyExponent);
    int group = kvHead * (POSITIONS / GROUP) + slot / GROUP;
    long keyAt = (long) group * headDim * GROUP + slot % GROUP;
    for (int d = 0; d < headDim; d++) {
      short element = rounded(key[keyOffset + d] * keyFactor);
      memory.setAtIndex(ValueLayout.JAVA_SHORT, keyAt + (long) d * GROUP, element);
    }

    int valueExponent = exponent(value, valueOffset, headDim);
    memory.set(ValueLayout.JAVA_BYTE, valueExponentsAt(shape) + exponentAt, (byte) valueExponent);
    float valueFactor = power(-valueExponent);
    long valueAt = valuesAt(shape) + exponentAt * shape.valueWidth() * Short.BYTES;
    for (int d = 0; d < headDim; d++) {
      short element = rounded(value[valueOffset + d] * valueFactor);
      memory.set(ValueLayout.JAVA_SHORT, valueAt + (long) d * Short.BYTES, element);
    }
  }

  /** The exponent of the unit in which all elements fit 16 bits. */
  private static int exponent(float[] x, int offset, int count) {
    float largest = 0;
    for (int i = offset; i < offset + count; i++) {
      largest = Math.max(largest, Math.abs(x[i]));
    }
    // What is not finite stays so: the unit becomes so large that everything else overflows.
    return Float.isFinite(largest)
        ? Math.max(Math.getExponent(largest) - VALUE_BITS + 1, MIN_EXPONENT)
        : MAX_EXPONENT;
  }

  /** 2^e, also where 2^-e is the smallest normal number. */
  private static float power(int e) {
    return Math.scalb(1f, e);
  }

  private static short rounded(float x) {
    return (short) Math.clamp((long) Math.rint(x), -LARGEST, LARGEST);
  }

  @Override
  public Panel keys(Kernels kernels, int kvHead, int columns, WideBlock wide) {
    int headDim = shape.headDim();
    long at = (long) kvHead * POSITIONS * headDim * Short.BYTES;
    long exponents = keyExponentsAt(shape) + (long) kvHead * POSITIONS;
    kernels.widenColumns(memory, at, exponents, columns / GROUP, headDim, wide.elements());
    return new Panel(wide.aligned(columns * headDim), 0, headDim, columns, GROUP, headDim * GROUP);
  }

  @Override
  public Panel values(Kernels kernels, int kvHead, int count, WideBlock wide) {
    int width = shape.valueWidth();
    long first = (long) kvHead * POSITIONS;
    long at = valuesAt(shape) + first * width * Short.BYTES;
    long exponents = valueExponentsAt(shape) + first;
    kernels.widenRows(memory, at, exponents, count, width, wide.elements());
    return new Panel(wide.aligned(count * width), 0, count, width, width, GROUP);
  }

  /** Bytes of a block. */
  static long bytes(CacheShape shape) {
    return valueExponentsAt(shape) + (long) shape.kvHeads() * POSITIONS;
  }

  private static long valuesAt(CacheShape shape) {
    return (long) shape.kvHeads() * shape.headDim() * POSITIONS * Short.BYTES;
  }

  private static long keyExponentsAt(CacheShape shape) {
    return valuesAt(shape) + (long) shape.kvHeads() * shape.valueWidth() * POSITIONS * Short.BYTES;
  }

  private static long valueExponentsAt(CacheShape shape) {
    return keyExponentsAt(shape) + (long) shape.kvHeads() * POSITIONS;
  }
}

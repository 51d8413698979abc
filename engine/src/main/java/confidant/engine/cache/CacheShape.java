package confidant.engine.cache;

import confidant.engine.kernel.Panel;

/**
 * Sizes of a layer's keys and values, equal in all layers.
 *
 * @param kvHeads key/value heads
 * @param headDim elements per head
 */
record CacheShape(int kvHeads, int headDim) {

  /** Elements of a value as stored. */
  int valueWidth() {
    return Panel.padded(headDim);
  }

  /** Byte of the first value of a block; keys lie before it. */
  long valuesAt() {
    return (long) kvHeads * headDim * CacheBlock.POSITIONS * Short.BYTES;
  }

  /** Byte of the first exponent of a block's keys. */
  long keyExponentsAt() {
    return valuesAt() + (long) kvHeads * valueWidth() * CacheBlock.POSITIONS * Short.BYTES;
  }

  /** Byte of the first exponent of a block's values. */
  long valueExponentsAt() {
    return keyExponentsAt() + (long) kvHeads * CacheBlock.POSITIONS;
  }

  /** Bytes of a block. */
  long blockBytes() {
    return valueExponentsAt() + (long) kvHeads * CacheBlock.POSITIONS;
  }
}

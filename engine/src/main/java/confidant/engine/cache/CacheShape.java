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
}

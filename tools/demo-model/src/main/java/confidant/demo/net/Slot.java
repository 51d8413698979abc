package confidant.demo.net;

/**
 * A named tensor's place among all weights.
 *
 * @param name as Hugging Face names it, without the layer
 * @param layer -1 if it belongs to none
 * @param at first element
 * @param rows outermost dimension, or all but the last
 * @param columns last dimension
 * @param kind how it is rounded and begins
 */
public record Slot(String name, int layer, int at, int rows, int columns, Kind kind) {

  /** Sorts of tensors. */
  public enum Kind {
    /** Rounded to bfloat16. */
    MATRIX,
    /** Rounded to bfloat16; begins as zeros. */
    BIAS,
    /** Rounded to bfloat16; begins as ones. */
    NORM,
    /** Rounded to MXFP4. */
    EXPERTS
  }

  /** How many elements. */
  public int size() {
    return rows * columns;
  }

  /** The element after the last. */
  public int end() {
    return at + size();
  }
}

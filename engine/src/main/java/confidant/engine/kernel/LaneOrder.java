package confidant.engine.kernel;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorMask;
import jdk.incubator.vector.VectorShuffle;
import jdk.incubator.vector.VectorSpecies;

/**
 * Activations in the order in which narrow vectors get at bytes of weights. 16 neighbouring bytes
 * fill the 32-bit lanes of a vector with two (256 bits) or four each (128 bits), and one operation
 * brings the first of every lane to the top, another the next. So the 16 activations that meet them
 * are put likewise: those of the lanes' first bytes, then those of their next ones.
 *
 * <p>A value at the top of its lane counts 2^16 or 2^24 times; the activations are multiplied with
 * the inverse on the way. That is exact for all above 2^-101 in size, and those below are zero to
 * any sum of a model.
 */
final class LaneOrder {
  private static final int GROUP = 16;

  private LaneOrder() {}

  /**
   * For two bytes a lane: columns 0, 2, ..., 14 of each 16, then 1, 3, ..., 15.
   *
   * @param x [count] from {@code from}
   * @param count a multiple of 16
   * @param factor what every value is multiplied with
   * @return [count]
   */
  static float[] ofPairs(float[] x, int from, int count, float factor) {
    VectorSpecies<Float> species = FloatVector.SPECIES_256;
    int lanes = species.length();
    float[] out = new float[count];
    for (int i = 0; i < count; i += GROUP) {
      FloatVector a = FloatVector.fromArray(species, x, from + i).mul(factor);
      FloatVector b = FloatVector.fromArray(species, x, from + i + lanes).mul(factor);
      a = a.rearrange(Wide.EVEN_ODD);
      b = b.rearrange(Wide.ODD_EVEN);
      a.blend(b, Wide.UPPER).intoArray(out, i);
      b.blend(a, Wide.UPPER).rearrange(Wide.HALVES_SWAPPED).intoArray(out, i + lanes);
    }
    return out;
  }

  /**
   * For four bytes a lane: columns 0, 4, 8, 12 of each 16, then 2, 6, 10, 14, then 1, 5, 9, 13, and
   * 3, 7, 11, 15 at last; that is {@link #ofPairs} applied twice.
   *
   * @param x [count] from {@code from}
   * @param count a multiple of 16
   * @param factor what every value is multiplied with
   * @return [count]
   */
  static float[] ofQuads(float[] x, int from, int count, float factor) {
    VectorSpecies<Float> species = FloatVector.SPECIES_128;
    int lanes = species.length();
    float[] out = new float[count];
    for (int i = 0; i < count; i += GROUP) {
      FloatVector a = FloatVector.fromArray(species, x, from + i).mul(factor);
      FloatVector b = FloatVector.fromArray(species, x, from + i + lanes).mul(factor);
      FloatVector c = FloatVector.fromArray(species, x, from + i + 2 * lanes).mul(factor);
      FloatVector d = FloatVector.fromArray(species, x, from + i + 3 * lanes).mul(factor);
      a = a.rearrange(Narrow.EVEN_ODD);
      b = b.rearrange(Narrow.ODD_EVEN);
      c = c.rearrange(Narrow.EVEN_ODD);
      d = d.rearrange(Narrow.ODD_EVEN);
      FloatVector even0 = a.blend(b, Narrow.UPPER).rearrange(Narrow.EVEN_ODD);
      FloatVector even1 = c.blend(d, Narrow.UPPER).rearrange(Narrow.ODD_EVEN);
      // The halves of these two are still swapped.
      FloatVector odd0 = b.blend(a, Narrow.UPPER).rearrange(Narrow.SWAPPED_EVEN_ODD);
      FloatVector odd1 = d.blend(c, Narrow.UPPER).rearrange(Narrow.SWAPPED_ODD_EVEN);
      even0.blend(even1, Narrow.UPPER).intoArray(out, i);
      even1.blend(even0, Narrow.UPPER).rearrange(Narrow.HALVES_SWAPPED).intoArray(out, i + lanes);
      odd0.blend(odd1, Narrow.UPPER).intoArray(out, i + 2 * lanes);
      odd1.blend(odd0, Narrow.UPPER).rearrange(Narrow.HALVES_SWAPPED).intoArray(out, i + 3 * lanes);
    }
    return out;
  }

  /** Constants of 256 bits, apart so that the other width's machines never meet them. */
  private static final class Wide {
    static final VectorSpecies<Float> F = FloatVector.SPECIES_256;
    static final VectorShuffle<Float> EVEN_ODD =
        VectorShuffle.fromValues(F, 0, 2, 4, 6, 1, 3, 5, 7);
    static final VectorShuffle<Float> ODD_EVEN =
        VectorShuffle.fromValues(F, 1, 3, 5, 7, 0, 2, 4, 6);
    static final VectorShuffle<Float> HALVES_SWAPPED =
        VectorShuffle.fromValues(F, 4, 5, 6, 7, 0, 1, 2, 3);
    static final VectorMask<Float> UPPER = VectorMask.fromLong(F, 0xF0);
  }

  private static final class Narrow {
    static final VectorSpecies<Float> F = FloatVector.SPECIES_128;
    static final VectorShuffle<Float> EVEN_ODD = VectorShuffle.fromValues(F, 0, 2, 1, 3);
    static final VectorShuffle<Float> ODD_EVEN = VectorShuffle.fromValues(F, 1, 3, 0, 2);
    static final VectorShuffle<Float> HALVES_SWAPPED = VectorShuffle.fromValues(F, 2, 3, 0, 1);
    static final VectorShuffle<Float> SWAPPED_EVEN_ODD = VectorShuffle.fromValues(F, 2, 0, 3, 1);
    static final VectorShuffle<Float> SWAPPED_ODD_EVEN = VectorShuffle.fromValues(F, 3, 1, 2, 0);
    static final VectorMask<Float> UPPER = VectorMask.fromLong(F, 0b1100);
  }
}

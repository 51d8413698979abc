package confidant.engine.kernel;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorSpecies;

/** What the processor can do at most: fused multiply-adds on registers alone. */
final class MultiplyAddPeak implements Runnable {
  private static final VectorSpecies<Float> F = FloatVector.SPECIES_PREFERRED;

  /** Chains that hide the latency of two units of four cycles, and fit 16 registers. */
  private static final int CHAINS = 12;

  private static final int STEPS = 1024;
  static final double FLOPS = 2.0 * STEPS * CHAINS * F.length();

  /**
   * Floats left free on both sides: two threads whose results share a cache line slow each other.
   */
  private static final int APART = 32;

  private final float[] result = new float[APART + F.length() + APART];

  @Override
  public void run() {
    FloatVector m = FloatVector.broadcast(F, 0.999f);
    FloatVector c = FloatVector.broadcast(F, 0.001f);
    FloatVector a0 = FloatVector.broadcast(F, result[APART]);
    FloatVector a1 = a0.add(c);
    FloatVector a2 = a1.add(c);
    FloatVector a3 = a2.add(c);
    FloatVector a4 = a3.add(c);
    FloatVector a5 = a4.add(c);
    FloatVector a6 = a5.add(c);
    FloatVector a7 = a6.add(c);
    FloatVector a8 = a7.add(c);
    FloatVector a9 = a8.add(c);
    FloatVector a10 = a9.add(c);
    FloatVector a11 = a10.add(c);
    for (int i = 0; i < STEPS; i++) {
      a0 = a0.fma(m, c);
      a1 = a1.fma(m, c);
      a2 = a2.fma(m, c);
      a3 = a3.fma(m, c);
      a4 = a4.fma(m, c);
      a5 = a5.fma(m, c);
      a6 = a6.fma(m, c);
      a7 = a7.fma(m, c);
      a8 = a8.fma(m, c);
      a9 = a9.fma(m, c);
      a10 = a10.fma(m, c);
      a11 = a11.fma(m, c);
    }
    FloatVector low = a0.add(a1).add(a2).add(a3).add(a4).add(a5);
    FloatVector high = a6.add(a7).add(a8).add(a9).add(a10).add(a11);
    low.add(high).intoArray(result, APART);
  }
}

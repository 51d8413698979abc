package confidant.engine.synth;

import confidant.engine.format.LittleEndian;
import confidant.engine.tensor.DType;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;

/**
 * Fills memory with random weights of one element type. The standard deviations that are asked for
 * are met within a factor of 1.5, which is all that keeping activations in range needs; in return
 * filling runs at gigabytes per second.
 */
interface Filler {

  /** Bytes that are filled together: a block of the element type, eight bytes of plain bits. */
  int unit();

  /** Fills {@code bytes}, a whole number of units except perhaps at the tensor's end. */
  void fill(MemorySegment bytes, SplitMix random);

  /** Random bits: the codes of MXFP4, each of the sixteen equally likely. */
  static Filler bits() {
    return of(Long.BYTES, Filler::randomBits);
  }

  /** ggml's MXFP4: uniform codes, scale byte {@code exponent} or, each fourth time, one less. */
  static Filler mxfp4(double deviation) {
    int exponent = Mxfp4Scale.forDeviation(deviation);
    int unit = DType.MXFP4_GGML.blockBytes();
    return of(
        unit,
        (bytes, random) -> {
          randomBits(bytes, random);
          for (long block = 0; block < bytes.byteSize(); block += unit) {
            byte bits = bytes.get(ValueLayout.JAVA_BYTE, block);
            bytes.set(ValueLayout.JAVA_BYTE, block, Mxfp4Scale.vary(exponent, bits));
          }
        });
  }

  /** The scale bytes alone. */
  static Filler mxfp4Scales(double deviation) {
    int exponent = Mxfp4Scale.forDeviation(deviation);
    return of(
        Long.BYTES,
        (bytes, random) -> {
          randomBits(bytes, random);
          for (long i = 0; i < bytes.byteSize(); i++) {
            byte bits = bytes.get(ValueLayout.JAVA_BYTE, i);
            bytes.set(ValueLayout.JAVA_BYTE, i, Mxfp4Scale.vary(exponent, bits));
          }
        });
  }

  /** Q8_0 with one scale for the whole tensor and codes uniform in -127 to 127. */
  static Filler q8(double deviation) {
    double codeDeviation = 127 / Math.sqrt(3);
    short scale = Float.floatToFloat16((float) (deviation / codeDeviation));
    int unit = DType.Q8_0.blockBytes();
    return of(
        unit,
        (bytes, random) -> {
          for (long block = 0; block < bytes.byteSize(); block += unit) {
            bytes.set(LittleEndian.SHORT, block, scale);
            for (long at = block + Short.BYTES; at < block + unit; at += Long.BYTES) {
              bytes.set(LittleEndian.LONG, at, withoutMinimum(random.next()));
            }
          }
        });
  }

  /** BF16 with random sign and mantissa and one of four neighbouring exponents. */
  static Filler bf16(double deviation) {
    double unitDeviation = 0.88;
    long exponent = 127 + Math.round(Math.log(deviation / unitDeviation) / Math.log(2));
    long exponents = (exponent << 7) * 0x0001_0001_0001_0001L;
    return of(
        Long.BYTES,
        (bytes, random) -> {
          long at = 0;
          for (; at + Long.BYTES <= bytes.byteSize(); at += Long.BYTES) {
            bytes.set(LittleEndian.LONG, at, bf16Lanes(random.next(), exponents));
          }
          for (; at < bytes.byteSize(); at += Short.BYTES) {
            bytes.set(LittleEndian.SHORT, at, (short) bf16Lanes(random.next(), exponents));
          }
        });
  }

  /** Four BF16 numbers: the two lowest bits of each exponent field are subtracted, not kept. */
  private static long bf16Lanes(long bits, long exponents) {
    return (bits & 0x807F_807F_807F_807FL) | (exponents - (bits & 0x0180_0180_0180_0180L));
  }

  /** F32, uniform around {@code mean}. */
  static Filler f32(double mean, double deviation) {
    double halfWidth = deviation * Math.sqrt(3);
    return of(
        Float.BYTES,
        (bytes, random) -> {
          for (long at = 0; at < bytes.byteSize(); at += Float.BYTES) {
            bytes.set(LittleEndian.FLOAT, at, (float) (mean + halfWidth * random.nextSigned()));
          }
        });
  }

  /** BF16, uniform around {@code mean}; for the few numbers that need a mean. */
  static Filler bf16(double mean, double deviation) {
    double halfWidth = deviation * Math.sqrt(3);
    return of(
        Short.BYTES,
        (bytes, random) -> {
          for (long at = 0; at < bytes.byteSize(); at += Short.BYTES) {
            int bits = Float.floatToIntBits((float) (mean + halfWidth * random.nextSigned()));
            bytes.set(LittleEndian.SHORT, at, (short) (bits >> Short.SIZE));
          }
        });
  }

  private static void randomBits(MemorySegment bytes, SplitMix random) {
    long at = 0;
    for (; at + Long.BYTES <= bytes.byteSize(); at += Long.BYTES) {
      bytes.set(LittleEndian.LONG, at, random.next());
    }
    for (long rest = random.next(); at < bytes.byteSize(); at++, rest >>>= Byte.SIZE) {
      bytes.set(ValueLayout.JAVA_BYTE, at, (byte) rest);
    }
  }

  /** Turns each byte of -128, which ggml never writes, into -127. */
  private static long withoutMinimum(long bytes) {
    long low7 = 0x7F7F_7F7F_7F7F_7F7FL;
    long zeroWhereMinimum = bytes ^ ~low7;
    long minimum = ~((zeroWhereMinimum & low7) + low7 | zeroWhereMinimum | low7);
    return bytes | minimum >>> 7;
  }

  private static Filler of(int unit, Fill fill) {
    return new Filler() {
      @Override
      public int unit() {
        return unit;
      }

      @Override
      public void fill(MemorySegment bytes, SplitMix random) {
        fill.fill(bytes, random);
      }
    };
  }

  /** The work of {@link #fill}. */
  @FunctionalInterface
  interface Fill {
    void fill(MemorySegment bytes, SplitMix random);
  }
}

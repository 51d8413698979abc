package confidant.ingest.codec;

import java.io.ByteArrayOutputStream;

/** The arithmetic encoder of JBIG2 (ITU-T T.88, annex E). */
final class ArithmeticEncoder {

  /** Probability of the less likely bit, next state after the likelier, after the other, switch. */
  private static final int[][] STATES = {
    {0x5601, 1, 1, 1}, {0x3401, 2, 6, 0}, {0x1801, 3, 9, 0}, {0x0ac1, 4, 12, 0},
    {0x0521, 5, 29, 0}, {0x0221, 38, 33, 0}, {0x5601, 7, 6, 1}, {0x5401, 8, 14, 0},
    {0x4801, 9, 14, 0}, {0x3801, 10, 14, 0}, {0x3001, 11, 17, 0}, {0x2401, 12, 18, 0},
    {0x1c01, 13, 20, 0}, {0x1601, 29, 21, 0}, {0x5601, 15, 14, 1}, {0x5401, 16, 14, 0},
    {0x5101, 17, 15, 0}, {0x4801, 18, 16, 0}, {0x3801, 19, 17, 0}, {0x3401, 20, 18, 0},
    {0x3001, 21, 19, 0}, {0x2801, 22, 19, 0}, {0x2401, 23, 20, 0}, {0x2201, 24, 21, 0},
    {0x1c01, 25, 22, 0}, {0x1801, 26, 23, 0}, {0x1601, 27, 24, 0}, {0x1401, 28, 25, 0},
    {0x1201, 29, 26, 0}, {0x1101, 30, 27, 0}, {0x0ac1, 31, 28, 0}, {0x09c1, 32, 29, 0},
    {0x08a1, 33, 30, 0}, {0x0521, 34, 31, 0}, {0x0441, 35, 32, 0}, {0x02a1, 36, 33, 0},
    {0x0221, 37, 34, 0}, {0x0141, 38, 35, 0}, {0x0111, 39, 36, 0}, {0x0085, 40, 37, 0},
    {0x0049, 41, 38, 0}, {0x0025, 42, 39, 0}, {0x0015, 43, 40, 0}, {0x0009, 44, 41, 0},
    {0x0005, 45, 42, 0}, {0x0001, 45, 43, 0}, {0x5601, 46, 46, 0},
  };

  private static final int NO_BYTE = -1;

  private final int[] states;
  private final int[] likelier;
  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private long code;
  private int interval = 0x8000;
  private int shifts = 12;

  /** The last byte, to which may still be added. */
  private int last = NO_BYTE;

  ArithmeticEncoder(int contexts) {
    states = new int[contexts];
    likelier = new int[contexts];
  }

  void encode(int context, int bit) {
    int[] state = STATES[states[context]];
    interval -= state[0];
    if (bit == likelier[context]) {
      if ((interval & 0x8000) != 0) {
        code += state[0];
        return;
      }
      if (interval < state[0]) {
        interval = state[0];
      } else {
        code += state[0];
      }
      states[context] = state[1];
    } else {
      if (interval < state[0]) {
        code += state[0];
      } else {
        interval = state[0];
      }
      if (state[3] == 1) {
        likelier[context] = 1 - likelier[context];
      }
      states[context] = state[2];
    }
    while ((interval & 0x8000) == 0) {
      interval <<= 1;
      code <<= 1;
      shifts--;
      if (shifts == 0) {
        putByte();
      }
    }
  }

  byte[] finish() {
    long most = code + interval;
    code |= 0xffff;
    if (code >= most) {
      code -= 0x8000;
    }
    code <<= shifts;
    putByte();
    code <<= shifts;
    putByte();
    out.write(last);
    if (last != 0xff) {
      out.write(0xff);
    }
    out.write(0xac);
    return out.toByteArray();
  }

  private void putByte() {
    if (last != 0xff && code >= 0x8000000) {
      last++;
      code &= 0x7ffffff;
    }
    boolean stuffed = last == 0xff;
    if (last != NO_BYTE) {
      out.write(last);
    }
    int bits = stuffed ? 20 : 19;
    last = (int) (code >>> bits) & 0xff;
    code &= (1L << bits) - 1;
    shifts = stuffed ? 7 : 8;
  }
}

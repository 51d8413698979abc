package confidant.ui.models;

import confidant.ui.common.Texts;

/** Amounts of memory in words, in the units that shops use. */
final class ByteText {
  private static final double GIGA = 1e9;
  private static final double MEGA = 1e6;

  private ByteText() {}

  static String of(long bytes, Texts texts) {
    return bytes >= GIGA
        ? texts.get("bytes.giga", bytes / GIGA)
        : texts.get("bytes.mega", Math.ceil(bytes / MEGA));
  }
}

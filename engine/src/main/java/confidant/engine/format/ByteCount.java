package confidant.engine.format;

import java.util.Locale;

/** Numbers of bytes in the decimal units by which disks are sold. */
public final class ByteCount {
  private static final int KILO = 1000;
  private static final String[] UNITS = {"KB", "MB", "GB", "TB"};

  private ByteCount() {}

  /** Such as {@code 13.79 GB}; the largest unit of which there is one at least. */
  public static String of(long bytes) {
    if (bytes < KILO) {
      return bytes + " bytes";
    }
    double value = (double) bytes / KILO;
    int unit = 0;
    while (value >= KILO && unit < UNITS.length - 1) {
      value /= KILO;
      unit++;
    }
    return String.format(Locale.ROOT, "%.2f %s", value, UNITS[unit]);
  }
}

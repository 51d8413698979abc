package confidant.ui.fake;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.function.IntBinaryOperator;
import java.util.zip.CRC32;
import java.util.zip.DeflaterOutputStream;

/** Pictures as PNG: 8 bits of red, green and blue a pixel, each row unfiltered. */
public final class Png {
  private static final byte[] SIGNATURE = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n'};

  private Png() {}

  /**
   * A picture.
   *
   * @param rgb the colour at x and y
   */
  public static byte[] of(int width, int height, IntBinaryOperator rgb) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try {
      out.write(SIGNATURE);
      ByteBuffer header = ByteBuffer.allocate(13).putInt(width).putInt(height);
      header.put(new byte[] {8, 2, 0, 0, 0});
      chunk(out, "IHDR", header.array());
      ByteArrayOutputStream data = new ByteArrayOutputStream();
      try (OutputStream deflated = new DeflaterOutputStream(data)) {
        byte[] row = new byte[1 + 3 * width];
        for (int y = 0; y < height; y++) {
          for (int x = 0; x < width; x++) {
            int colour = rgb.applyAsInt(x, y);
            row[1 + 3 * x] = (byte) (colour >> 16);
            row[2 + 3 * x] = (byte) (colour >> 8);
            row[3 + 3 * x] = (byte) colour;
          }
          deflated.write(row);
        }
      }
      chunk(out, "IDAT", data.toByteArray());
      chunk(out, "IEND", new byte[0]);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return out.toByteArray();
  }

  private static void chunk(OutputStream out, String type, byte[] data) throws IOException {
    ByteBuffer chunk = ByteBuffer.allocate(12 + data.length).putInt(data.length);
    chunk.put(type.getBytes(StandardCharsets.US_ASCII)).put(data);
    CRC32 crc = new CRC32();
    crc.update(chunk.array(), 4, 4 + data.length);
    out.write(chunk.putInt((int) crc.getValue()).array());
  }
}

package confidant.ui;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.CRC32;
import java.util.zip.DeflaterOutputStream;
import javafx.scene.image.PixelReader;
import javafx.scene.image.WritableImage;

/** Pictures of the window as PNG files, for people to look at. */
final class Screenshots {
  private static final Path FOLDER =
      Path.of(System.getProperty("screenshots", "target/screenshots"));
  private static final byte[] SIGNATURE = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n'};

  private Screenshots() {}

  /** Writes {@code name}.png. */
  static void take(WindowFixture window, String name) throws IOException {
    window.settle();
    WritableImage image = WindowFixture.on(() -> window.stage.getScene().snapshot(null));
    Files.createDirectories(FOLDER);
    try (OutputStream out = Files.newOutputStream(FOLDER.resolve(name + ".png"))) {
      write(image, out);
    }
  }

  /** PNG with 8 bits of red, green and blue a pixel, each row unfiltered. */
  private static void write(WritableImage image, OutputStream out) throws IOException {
    int width = (int) image.getWidth();
    int height = (int) image.getHeight();
    out.write(SIGNATURE);
    ByteBuffer header = ByteBuffer.allocate(13).putInt(width).putInt(height);
    header.put(new byte[] {8, 2, 0, 0, 0});
    chunk(out, "IHDR", header.array());
    ByteArrayOutputStream data = new ByteArrayOutputStream();
    try (OutputStream deflated = new DeflaterOutputStream(data)) {
      PixelReader pixels = image.getPixelReader();
      byte[] row = new byte[1 + 3 * width];
      for (int y = 0; y < height; y++) {
        for (int x = 0; x < width; x++) {
          int argb = pixels.getArgb(x, y);
          row[1 + 3 * x] = (byte) (argb >> 16);
          row[2 + 3 * x] = (byte) (argb >> 8);
          row[3 + 3 * x] = (byte) argb;
        }
        deflated.write(row);
      }
    }
    chunk(out, "IDAT", data.toByteArray());
    chunk(out, "IEND", new byte[0]);
  }

  private static void chunk(OutputStream out, String type, byte[] data) throws IOException {
    ByteBuffer chunk = ByteBuffer.allocate(12 + data.length).putInt(data.length);
    chunk.put(type.getBytes(StandardCharsets.US_ASCII)).put(data);
    CRC32 crc = new CRC32();
    crc.update(chunk.array(), 4, 4 + data.length);
    out.write(chunk.putInt((int) crc.getValue()).array());
  }
}

package confidant.ingest.codec;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import confidant.ingest.codec.CodecException.Reason;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Random;
import javax.imageio.ImageIO;
import javax.imageio.ImageReadParam;
import javax.imageio.ImageReader;
import javax.imageio.stream.MemoryCacheImageInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class Jbig2ReaderTest {

  private static final int WIDTH = 203;
  private static final int HEIGHT = 117;

  private static final int PAGE = 48;
  private static final int GENERIC_REGION = 38;

  private static BufferedImage marked() {
    BufferedImage image = new BufferedImage(WIDTH, HEIGHT, BufferedImage.TYPE_BYTE_BINARY);
    Graphics2D graphics = image.createGraphics();
    graphics.setColor(Color.WHITE);
    graphics.fillRect(0, 0, WIDTH, HEIGHT);
    graphics.setColor(Color.BLACK);
    graphics.fillRect(20, 10, 33, 41);
    graphics.drawOval(80, 30, 90, 70);
    graphics.dispose();
    Random random = new Random(3);
    for (int i = 0; i < 300; i++) {
      image.setRGB(random.nextInt(WIDTH), random.nextInt(HEIGHT), 0xff000000);
    }
    return image;
  }

  private static BufferedImage read(byte[] stream) throws IOException {
    return read(stream, 1);
  }

  private static BufferedImage read(byte[] stream, int step) throws IOException {
    Codecs.install();
    ImageReader reader = ImageIO.getImageReadersByFormatName("JBIG2").next();
    try (var in = new MemoryCacheImageInputStream(new ByteArrayInputStream(stream))) {
      reader.setInput(in);
      ImageReadParam plan = reader.getDefaultReadParam();
      plan.setSourceSubsampling(step, step, 0, 0);
      return reader.read(0, plan);
    } finally {
      reader.dispose();
    }
  }

  private static Reason refusal(byte[] stream) {
    return assertThrows(CodecException.class, () -> read(stream)).reason();
  }

  private static byte[] ints(int... values) {
    ByteBuffer bytes = ByteBuffer.allocate(Integer.BYTES * values.length);
    for (int value : values) {
      bytes.putInt(value);
    }
    return bytes.array();
  }

  private static byte[] page(int width, int height) {
    byte[] data = Arrays.copyOf(ints(width, height), 19);
    return PackedPictures.segment(0, PAGE, data);
  }

  @Test
  void readsEveryPixel() throws IOException {
    BufferedImage image = marked();
    BufferedImage read = read(PackedPictures.jbig2(image));
    assertEquals(WIDTH, read.getWidth());
    assertEquals(HEIGHT, read.getHeight());
    assertArrayEquals(
        image.getRGB(0, 0, WIDTH, HEIGHT, null, 0, WIDTH),
        read.getRGB(0, 0, WIDTH, HEIGHT, null, 0, WIDTH));
  }

  @Test
  void keepsStrokesOfWhatIsReadCoarser() throws IOException {
    BufferedImage image = new BufferedImage(WIDTH, HEIGHT, BufferedImage.TYPE_BYTE_BINARY);
    Graphics2D graphics = image.createGraphics();
    graphics.setColor(Color.WHITE);
    graphics.fillRect(0, 0, WIDTH, HEIGHT);
    graphics.setColor(Color.BLACK);
    // A stroke that begins and ends in the middle of blocks.
    graphics.fillRect(21, 0, 2, HEIGHT);
    graphics.dispose();
    BufferedImage read = read(PackedPictures.jbig2(image), 2);
    assertEquals(102, read.getWidth());
    assertEquals(59, read.getHeight());
    for (int y = 0; y < read.getHeight(); y++) {
      for (int x = 0; x < read.getWidth(); x++) {
        assertEquals(x == 10 || x == 11 ? 0 : 0xffffff, read.getRGB(x, y) & 0xffffff);
      }
    }
  }

  @Test
  void onlyTheReaderThatLooksFirstIsFound() {
    Codecs.install();
    var readers = ImageIO.getImageReadersByFormatName("jbig2");
    assertEquals(Jbig2Reader.class, readers.next().getClass());
    assertFalse(readers.hasNext());
  }

  @Test
  void refusesPagesAndRegionsOfAnySize() {
    assertEquals(Reason.TOO_LARGE, refusal(page(60_000, 60_000)));
    assertEquals(Reason.TOO_LARGE, refusal(page(-2, -2)));
    byte[] region = Arrays.copyOf(ints(1 << 20, 1 << 20), 40);
    assertEquals(
        Reason.TOO_LARGE,
        refusal(
            PackedPictures.join(
                page(100, 100), PackedPictures.segment(1, GENERIC_REGION, region))));
  }

  @Test
  void refusesManyLargeRegions() {
    byte[] region = Arrays.copyOf(ints(6000, 6000), 40);
    byte[] stream = page(6000, 6000);
    for (int i = 1; i <= 5; i++) {
      stream = PackedPictures.join(stream, PackedPictures.segment(i, GENERIC_REGION, region));
    }
    assertEquals(Reason.TOO_LARGE, refusal(stream));
  }

  @Test
  void refusesAPageWhoseStripesEndFarDown() {
    byte[] stripe = PackedPictures.segment(1, 50, ints(2_000_000_000));
    assertEquals(Reason.TOO_LARGE, refusal(PackedPictures.join(page(1000, -1), stripe)));
  }

  @Test
  void stripesOfAPageAreNoPagesOfTheirOwn() {
    byte[] stream = page(4960, -1);
    for (int i = 1; i <= 70; i++) {
      stream = PackedPictures.join(stream, PackedPictures.segment(i, 50, ints(100 * i - 1)));
    }
    byte[] striped = stream;
    assertDoesNotThrow(() -> Jbig2Guard.check(striped));
  }

  @Test
  void refusesListsOfAnyLength() {
    // Arithmetic coding by template 0: ten bytes, then symbols exported and new.
    ByteBuffer symbols = ByteBuffer.allocate(18).putShort((short) 0).putLong(0);
    symbols.putInt(1).putInt(Integer.MAX_VALUE);
    assertEquals(Reason.TOO_LARGE, refusal(PackedPictures.segment(0, 0, symbols.array())));
    ByteBuffer text = ByteBuffer.allocate(23).putInt(10).putInt(10).putLong(0).put((byte) 0);
    text.putShort((short) 0).putInt(Integer.MAX_VALUE);
    assertEquals(Reason.TOO_LARGE, refusal(PackedPictures.segment(0, 6, text.array())));
    ByteBuffer halftone =
        ByteBuffer.allocate(40).putInt(10).putInt(10).putLong(0).putShort((short) 0);
    halftone.putInt(1 << 20).putInt(1 << 20);
    assertEquals(Reason.TOO_LARGE, refusal(PackedPictures.segment(0, 22, halftone.array())));
    ByteBuffer patterns = ByteBuffer.allocate(7).put((byte) 0).put((byte) 8).put((byte) 8);
    patterns.putInt(Integer.MAX_VALUE);
    assertEquals(Reason.TOO_LARGE, refusal(PackedPictures.segment(0, 16, patterns.array())));
  }

  @Test
  void refusesASegmentThatBuildsOnHalfABillionOthers() {
    byte[] many = ints(0, 0x30ffffff, 0xffffffff, 0, 0, 0);
    assertEquals(Reason.TOO_LARGE, refusal(many));
  }

  @ParameterizedTest
  @ValueSource(ints = {5, 20, 35, 60})
  void whatIsCutOffIsDamagedAndNotWhite(int bytesLeft) {
    byte[] stream = PackedPictures.jbig2(marked());
    assertThrows(IOException.class, () -> read(Arrays.copyOf(stream, bytesLeft)));
    byte[] cut = Arrays.copyOf(stream, stream.length - bytesLeft);
    assertEquals(Reason.DAMAGED, refusal(cut));
  }

  @Test
  void refusesAFileOfItsOwnWhoseSegmentsItDoesNotSee() {
    byte[] start = {(byte) 0x97, 'J', 'B', '2', '\r', '\n', 0x1a, '\n', 0};
    assertEquals(
        Reason.UNSUPPORTED, refusal(PackedPictures.join(start, PackedPictures.jbig2(marked()))));
  }

  @Test
  void damageEndsInAPictureOrAnException() {
    byte[] sound = PackedPictures.jbig2(marked());
    Random random = new Random(5);
    int failed = 0;
    for (int round = 0; round < 300; round++) {
      byte[] damaged = sound.clone();
      for (int i = 0; i <= round % 4; i++) {
        // Headers are where harm is done.
        damaged[random.nextInt(random.nextBoolean() ? 80 : damaged.length)] =
            (byte) random.nextInt(256);
      }
      try {
        assertTrue(read(damaged).getWidth() > 0);
      } catch (IOException | RuntimeException e) {
        // The decoder throws all kinds of runtime exceptions; the PDF library wraps them.
        failed++;
      }
    }
    assertTrue(failed > 0 && failed < 300, failed + " failed");
  }
}

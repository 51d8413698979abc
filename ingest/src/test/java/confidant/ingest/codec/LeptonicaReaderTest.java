package confidant.ingest.codec;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import confidant.ingest.codec.CodecException.Reason;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.Rectangle;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;
import javax.imageio.ImageIO;
import javax.imageio.ImageReadParam;
import javax.imageio.ImageReader;
import javax.imageio.stream.MemoryCacheImageInputStream;
import org.bytedeco.leptonica.global.leptonica;
import org.junit.jupiter.api.Test;

class LeptonicaReaderTest {

  private static final int WIDTH = 150;
  private static final int HEIGHT = 90;
  private static final int SIZE_SEGMENT = 0xff51;

  /** Something done to a reader that has its input. */
  private interface Use<T> {
    T apply(ImageReader reader) throws IOException;
  }

  private static <T> T with(ImageReader reader, byte[] file, Use<T> use) throws IOException {
    try (var in = new MemoryCacheImageInputStream(new ByteArrayInputStream(file))) {
      reader.setInput(in);
      return use.apply(reader);
    } finally {
      reader.dispose();
    }
  }

  private static BufferedImage jpeg2000(byte[] file) throws IOException {
    return with(Codecs.jpeg2000(), file, reader -> reader.read(0));
  }

  private static BufferedImage webp(byte[] file) throws IOException {
    return with(Codecs.webp(), file, reader -> reader.read(0));
  }

  private static Reason refusal(ImageReader reader, byte[] file) {
    return assertThrows(CodecException.class, () -> with(reader, file, opened -> opened.read(0)))
        .reason();
  }

  /** A ramp from black to white, with a block in the middle. */
  private static BufferedImage marked(int type) {
    BufferedImage image = new BufferedImage(WIDTH, HEIGHT, type);
    for (int x = 0; x < WIDTH; x++) {
      for (int y = 0; y < HEIGHT; y++) {
        int shade = x * 255 / (WIDTH - 1);
        image.setRGB(x, y, 0xff000000 | (shade << 16) | (shade << 8) | shade);
      }
    }
    Graphics2D graphics = image.createGraphics();
    graphics.setColor(Color.RED);
    graphics.fillRect(60, 30, 24, 24);
    graphics.dispose();
    return image;
  }

  private static int[] samples(BufferedImage image) {
    return image.getRaster().getPixels(0, 0, image.getWidth(), image.getHeight(), (int[]) null);
  }

  private static int rgb(BufferedImage image, int x, int y) {
    return image.getRGB(x, y) & 0xffffff;
  }

  /** Where a segment of the codestream begins. */
  private static int sizeSegment(byte[] jp2) {
    int at = PackedPictures.find(jp2, "jp2c") + 6;
    assertEquals(SIZE_SEGMENT, ByteBuffer.wrap(jp2).getShort(at) & 0xffff);
    return at;
  }

  @Test
  void theLibraryHasBothDecoders() {
    assertEquals(Optional.empty(), Leptonica.load());
    String versions = leptonica.getImagelibVersions().getString(StandardCharsets.US_ASCII);
    assertTrue(versions.contains("libopenjp2"), versions);
    assertTrue(versions.contains("libwebp"), versions);
  }

  @Test
  void readsJpeg2000InGreyAndInColour() throws IOException {
    BufferedImage grey = marked(BufferedImage.TYPE_BYTE_GRAY);
    BufferedImage readGrey = jpeg2000(PackedPictures.jpeg2000(grey, 3));
    assertEquals(1, readGrey.getRaster().getNumBands());
    assertArrayEquals(samples(grey), samples(readGrey));
    BufferedImage colored = marked(BufferedImage.TYPE_INT_RGB);
    BufferedImage read = jpeg2000(PackedPictures.jpeg2000(colored, 3));
    assertEquals(3, read.getRaster().getNumBands());
    assertArrayEquals(samples(colored), samples(read));
  }

  @Test
  void readsABareCodestream() throws IOException {
    BufferedImage image = marked(BufferedImage.TYPE_INT_RGB);
    byte[] stream = PackedPictures.codestream(PackedPictures.jpeg2000(image, 2));
    assertArrayEquals(samples(image), samples(jpeg2000(stream)));
  }

  @Test
  void isFoundByContentAndByTheNameThatPdfUses() throws IOException {
    Codecs.install();
    Codecs.install();
    byte[] jp2 = PackedPictures.jpeg2000(marked(BufferedImage.TYPE_BYTE_GRAY), 2);
    byte[] webp = PackedPictures.webp(marked(BufferedImage.TYPE_INT_RGB), true);
    for (byte[] file : new byte[][] {jp2, PackedPictures.codestream(jp2), webp}) {
      BufferedImage image = ImageIO.read(new ByteArrayInputStream(file));
      assertEquals(WIDTH, image.getWidth());
    }
    var readers = ImageIO.getImageReadersByFormatName("JPEG2000");
    assertEquals(Jpeg2000Reader.class, readers.next().getClass());
    assertFalse(readers.hasNext());
  }

  @Test
  void decodesSmallerWhatIsSubsampledAnyway() throws IOException {
    byte[] jp2 = PackedPictures.jpeg2000(marked(BufferedImage.TYPE_INT_RGB), 4);
    for (int step = 2; step <= 5; step++) {
      int apart = step;
      BufferedImage read =
          with(
              Codecs.jpeg2000(),
              jp2,
              reader -> {
                ImageReadParam plan = reader.getDefaultReadParam();
                plan.setSourceSubsampling(apart, apart, 0, 0);
                return reader.read(0, plan);
              });
      assertEquals(Math.ceilDiv(WIDTH, step), read.getWidth());
      assertEquals(Math.ceilDiv(HEIGHT, step), read.getHeight());
      assertEquals(0xff, (read.getRGB(70 / step, 42 / step) >> 16) & 0xff, 40, "the red block");
      assertTrue((read.getRGB(70 / step, 42 / step) & 0xff) < 40, "the red block");
      assertEquals(140.0 * 255 / (WIDTH - 1), read.getRGB(140 / step, 5) & 0xff, 12, "the ramp");
    }
  }

  @Test
  void readsARegion() throws IOException {
    BufferedImage image = marked(BufferedImage.TYPE_INT_RGB);
    BufferedImage read =
        with(
            Codecs.webp(),
            PackedPictures.webp(image, false),
            reader -> {
              ImageReadParam plan = reader.getDefaultReadParam();
              plan.setSourceRegion(new Rectangle(50, 20, 40, 50));
              plan.setSourceSubsampling(2, 2, 0, 0);
              return reader.read(0, plan);
            });
    assertEquals(20, read.getWidth());
    assertEquals(25, read.getHeight());
    assertEquals(rgb(image, 50 + 2 * 7, 20 + 2 * 8), rgb(read, 7, 8));
  }

  @Test
  void decodesSmallerWhatDoesNotFitIntoMemory() throws CodecException {
    Layout page = new Layout(10_000, 14_000, true, false, false, 8, 5, 16);
    assertEquals(4, page.reduction(1));
    assertEquals(8, page.reduction(8));
    assertEquals(1, new Layout(2480, 3508, true, false, false, 8, 5, 16).reduction(1));
    Layout whole = new Layout(10_000, 14_000, true, false, false, 8, 0, 16);
    assertEquals(
        Reason.TOO_LARGE, assertThrows(CodecException.class, () -> whole.reduction(4)).reason());
  }

  @Test
  void opacityShowsWhitePaper() throws IOException {
    BufferedImage image = new BufferedImage(40, 30, BufferedImage.TYPE_INT_ARGB);
    image.setRGB(5, 5, 0xff0000ff);
    image.setRGB(6, 6, 0x80000000);
    for (BufferedImage read :
        new BufferedImage[] {
          jpeg2000(PackedPictures.jpeg2000(image, 1)), webp(PackedPictures.webp(image, false))
        }) {
      assertEquals(0xffffff, rgb(read, 20, 20));
      assertEquals(0x0000ff, rgb(read, 5, 5));
      assertEquals(127, rgb(read, 6, 6) & 0xff, 2);
    }
  }

  @Test
  void lumaAndChromaBecomeColours() throws IOException {
    BufferedImage image = new BufferedImage(40, 30, BufferedImage.TYPE_INT_RGB);
    for (int i = 0; i < 40 * 30; i++) {
      // Pure red in ITU-R BT.601.
      image.setRGB(i % 40, i / 40, (76 << 16) | (85 << 8) | 255);
    }
    byte[] jp2 = PackedPictures.jpeg2000(image, 1);
    jp2[PackedPictures.find(jp2, "colr") + 4 + 3 + 3] = 18;
    int pixel = rgb(jpeg2000(jp2), 20, 15);
    assertEquals(255, pixel >> 16, 3);
    assertEquals(0, pixel & 0xff, 3);
  }

  @Test
  void tellsTheResolutionOfAScan() throws CodecException {
    byte[] jp2 = PackedPictures.jpeg2000(marked(BufferedImage.TYPE_BYTE_GRAY), 1);
    assertEquals(0, Jpeg2000File.parse(jp2).pixelsPerMetre());
    // 11811 / 1 across and down, times ten to the power of 0.
    ByteBuffer capture = ByteBuffer.allocate(8 + 8 + 10).putInt(26).put(ascii("res "));
    capture.putInt(18).put(ascii("resc"));
    capture.putShort((short) 11811).putShort((short) 1).putShort((short) 11811).putShort((short) 1);
    int stream = PackedPictures.find(jp2, "jp2c") - 4;
    byte[] scan =
        PackedPictures.join(
            Arrays.copyOf(jp2, stream),
            capture.array(),
            Arrays.copyOfRange(jp2, stream, jp2.length));
    assertEquals(11811, Jpeg2000File.parse(scan).pixelsPerMetre());
  }

  @Test
  void sizesAreLookedAtBeforeNativeCodeIs() {
    byte[] jp2 = PackedPictures.jpeg2000(marked(BufferedImage.TYPE_INT_RGB), 0);
    int size = sizeSegment(jp2);
    byte[] huge = jp2.clone();
    ByteBuffer.wrap(huge).putInt(size + 6, 1 << 20).putInt(size + 10, 1 << 20);
    assertEquals(Reason.TOO_LARGE, refusal(Codecs.jpeg2000(), huge));
    byte[] tiny = jp2.clone();
    ByteBuffer.wrap(tiny).putInt(size + 22, 1).putInt(size + 26, 1);
    assertEquals(Reason.TOO_LARGE, refusal(Codecs.jpeg2000(), tiny));
    byte[] packets = jp2.clone();
    int coding = PackedPictures.find(jp2, "\u00ffR");
    ByteBuffer.wrap(packets).put(coding + 4, (byte) 1).putShort(coding + 6, (short) 0xffff);
    ByteBuffer.wrap(packets).putInt(coding + 14, 0);
    assertEquals(Reason.TOO_LARGE, refusal(Codecs.jpeg2000(), packets));
    byte[] empty = jp2.clone();
    ByteBuffer.wrap(empty).putInt(size + 6, 0);
    assertEquals(Reason.DAMAGED, refusal(Codecs.jpeg2000(), empty));
    byte[] webp = PackedPictures.webp(marked(BufferedImage.TYPE_INT_RGB), false);
    int lossless = PackedPictures.find(webp, "VP8L") + 8;
    ByteBuffer.wrap(webp).order(ByteOrder.LITTLE_ENDIAN).putInt(lossless + 1, 0x0fffffff);
    assertEquals(Reason.TOO_LARGE, refusal(Codecs.webp(), webp));
  }

  @Test
  void channelsThatLeptonicaWouldReadBeyondAreRefused() {
    byte[] jp2 = PackedPictures.jpeg2000(marked(BufferedImage.TYPE_INT_RGB), 1);
    int channels = sizeSegment(jp2) + 40;
    byte[] thinnedOut = jp2.clone();
    thinnedOut[channels + 3 + 1] = 2;
    assertEquals(Reason.UNSUPPORTED, refusal(Codecs.jpeg2000(), thinnedOut));
    byte[] fine = jp2.clone();
    fine[channels] = 15;
    assertEquals(Reason.UNSUPPORTED, refusal(Codecs.jpeg2000(), fine));
    byte[] signed = jp2.clone();
    signed[channels] = (byte) 0x87;
    assertEquals(Reason.UNSUPPORTED, refusal(Codecs.jpeg2000(), signed));
  }

  @Test
  void whatMovesIsRefused() {
    ByteBuffer moving = ByteBuffer.allocate(30).order(ByteOrder.LITTLE_ENDIAN);
    moving.put(ascii("RIFF")).putInt(22).put(ascii("WEBPVP8X")).putInt(10).put((byte) 2);
    assertEquals(Reason.UNSUPPORTED, refusal(Codecs.webp(), moving.array()));
  }

  @Test
  void whatIsCutOffIsDamaged() {
    byte[] jp2 = PackedPictures.jpeg2000(marked(BufferedImage.TYPE_INT_RGB), 3);
    byte[] webp = PackedPictures.webp(marked(BufferedImage.TYPE_INT_RGB), true);
    for (int part = 1; part < 8; part++) {
      byte[] cut = Arrays.copyOf(jp2, jp2.length * part / 8);
      assertEquals(Reason.DAMAGED, refusal(Codecs.jpeg2000(), cut));
      byte[] cutWebp = Arrays.copyOf(webp, webp.length * part / 8);
      assertEquals(Reason.DAMAGED, refusal(Codecs.webp(), cutWebp));
    }
  }

  private static byte[] ascii(String text) {
    return text.getBytes(StandardCharsets.US_ASCII);
  }
}

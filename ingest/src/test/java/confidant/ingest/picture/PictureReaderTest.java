package confidant.ingest.picture;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import confidant.ingest.extract.Source;
import confidant.ingest.picture.Decoded.Failed;
import confidant.ingest.picture.Decoded.Pictures;
import confidant.ingest.picture.Decoded.Reason;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.awt.image.DataBuffer;
import java.awt.image.Raster;
import java.awt.image.WritableRaster;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PictureReaderTest {

  private static final int WIDTH = 96;
  private static final int HEIGHT = 64;

  /** Shades that packing changes. */
  private static final int LOSS = 12;

  @TempDir private Path folder;

  @ParameterizedTest
  @ValueSource(strings = {"png", "jpeg", "bmp", "gif", "tiff", "jp2", "j2k", "webp"})
  void readsEachFormat(String format) {
    GreyPicture picture = PictureFiles.first(PictureFiles.write(marked(), format));
    assertEquals(WIDTH, picture.width());
    assertEquals(HEIGHT, picture.height());
    assertEquals("black . grey .", corners(picture));
  }

  @Test
  void readsColoursAndProgressiveJpegs() {
    BufferedImage image = new BufferedImage(WIDTH, HEIGHT, BufferedImage.TYPE_INT_RGB);
    Graphics2D graphics = image.createGraphics();
    graphics.setColor(Color.YELLOW);
    graphics.fillRect(0, 0, WIDTH, HEIGHT);
    graphics.setColor(Color.BLUE);
    graphics.fillRect(16, 16, 32, 32);
    graphics.dispose();
    for (byte[] file :
        List.of(
            PictureFiles.write(image, "png"),
            PictureFiles.write(image, "jpeg"),
            PictureFiles.progressive(image))) {
      GreyPicture picture = PictureFiles.first(file);
      assertTrue(picture.at(80, 8) - picture.at(32, 32) > 80, "blue print on yellow paper");
    }
  }

  @ParameterizedTest
  @CsvSource({
    "1, black . grey ., false",
    "2, grey . black ., false",
    "3, . grey . black, false",
    "4, . black . grey, false",
    "5, black grey . ., true",
    "6, . . black grey, true",
    "7, . . grey black, true",
    "8, grey black . ., true"
  })
  void allEightExifTurnsAreUndone(int orientation, String corners, boolean lying) {
    byte[] jpeg = PictureFiles.write(marked(), "jpeg");
    GreyPicture picture = PictureFiles.first(PictureFiles.withExifOrientation(jpeg, orientation));
    assertEquals(lying ? HEIGHT : WIDTH, picture.width());
    assertEquals(corners, corners(picture));
  }

  @Test
  void aTurnIsUndoneInWebpAsWell() {
    byte[] webp = PictureFiles.write(marked(), "webp");
    GreyPicture picture = PictureFiles.first(PictureFiles.withOrientationChunk(webp, 6));
    assertEquals(HEIGHT, picture.width());
    assertEquals(". . black grey", corners(picture));
  }

  @Test
  void inksBecomeGreyWhicheverWayTheyAreStored() {
    WritableRaster plain =
        Raster.createInterleavedRaster(DataBuffer.TYPE_BYTE, WIDTH, HEIGHT, 4, null);
    WritableRaster inverted = plain.createCompatibleWritableRaster();
    for (int y = 0; y < HEIGHT; y++) {
      for (int x = 0; x < WIDTH; x++) {
        int black = x < WIDTH / 2 ? 255 : 0;
        plain.setPixel(x, y, new int[] {0, 0, 0, black});
        inverted.setPixel(x, y, new int[] {255, 255, 255, 255 - black});
      }
    }
    for (byte[] file :
        List.of(PictureFiles.inks(plain), PictureFiles.withAdobe(PictureFiles.inks(inverted), 0))) {
      GreyPicture picture = PictureFiles.first(file);
      assertEquals(0, picture.at(8, HEIGHT / 2), LOSS);
      assertEquals(255, picture.at(WIDTH - 8, HEIGHT / 2), LOSS);
    }
  }

  @Test
  void inksStoredAsLumaAndChromaBecomeGrey() {
    WritableRaster raster =
        Raster.createInterleavedRaster(DataBuffer.TYPE_BYTE, WIDTH, HEIGHT, 4, null);
    for (int y = 0; y < HEIGHT; y++) {
      for (int x = 0; x < WIDTH; x++) {
        // No colour; on the left full black.
        raster.setPixel(x, y, new int[] {0, 128, 128, x < WIDTH / 2 ? 0 : 255});
      }
    }
    GreyPicture picture = PictureFiles.first(PictureFiles.withAdobe(PictureFiles.inks(raster), 2));
    assertEquals(0, picture.at(8, HEIGHT / 2), LOSS);
    assertEquals(255, picture.at(WIDTH - 8, HEIGHT / 2), LOSS);
  }

  @ParameterizedTest
  @ValueSource(strings = {"CCITT T.4", "CCITT T.6", "LZW", "Deflate", "PackBits"})
  void pagesOfATiffAreDecodedOneByOne(String packing) throws IOException {
    BufferedImage page = new BufferedImage(WIDTH, HEIGHT, BufferedImage.TYPE_BYTE_BINARY);
    page.createGraphics().drawImage(marked(), 0, 0, null);
    List<Frame> frames = PictureFiles.frames(PictureFiles.tiff(List.of(page, page, page), packing));
    assertEquals(3, frames.size());
    for (Frame frame : frames) {
      GreyPicture picture = GreyPictures.of(frame.image());
      assertEquals(0, picture.at(4, 4));
      assertEquals(255, picture.at(WIDTH / 2, HEIGHT - 4));
      assertEquals(picture.pixels().length, frame.image().getWidth() * frame.image().getHeight());
    }
  }

  @Test
  void aTiffIsReadWhereItLies() throws IOException {
    Path file = folder.resolve("scan.tif");
    Files.write(file, PictureFiles.tiff(List.of(marked(), marked()), "LZW"));
    Decoded decoded = PictureReader.read(new Source.OfFile(file));
    assertEquals(2, ((Pictures) decoded).frames().size());
  }

  @Test
  void aTiffWhosePagesFormALoopEndsAfterOneRound() {
    byte[] tiff = PictureFiles.tiff(List.of(marked(), marked()), "LZW");
    boolean little = tiff[0] == 'I';
    ByteBuffer file =
        ByteBuffer.wrap(tiff).order(little ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN);
    int first = file.getInt(4);
    int second = file.getInt(first + 2 + 12 * file.getShort(first));
    file.putInt(second + 2 + 12 * file.getShort(second), first);
    assertEquals(2, PictureFiles.frames(tiff).size());
  }

  @Test
  void aPictureThatSaysItHasTwoBillionPixelsIsRefusedWithoutReading() {
    ByteBuffer png = ByteBuffer.wrap(PictureFiles.write(marked(), "png"));
    png.putInt(16, 50_000).putInt(20, 40_000);
    assertEquals(Reason.TOO_LARGE, PictureFiles.reason(png.array()));
    byte[] jpeg = PictureFiles.write(marked(), "jpeg");
    int size = frameHeader(jpeg);
    ByteBuffer.wrap(jpeg).putShort(size + 5, (short) 50_000).putShort(size + 7, (short) 40_000);
    assertEquals(Reason.TOO_LARGE, PictureFiles.reason(jpeg));
    ByteBuffer bmp = ByteBuffer.wrap(PictureFiles.write(marked(), "bmp"));
    bmp.order(ByteOrder.LITTLE_ENDIAN).putInt(18, 50_000).putInt(22, 40_000);
    assertEquals(Reason.TOO_LARGE, PictureFiles.reason(bmp.array()));
    ByteBuffer stream = ByteBuffer.wrap(PictureFiles.write(marked(), "j2k"));
    stream.putInt(8, 50_000).putInt(12, 40_000).putInt(24, 50_000).putInt(28, 40_000);
    assertEquals(Reason.TOO_LARGE, PictureFiles.reason(stream.array()));
  }

  @Test
  void aPictureLargerThanNeededIsReadWithGaps() {
    assertEquals(1, PictureDecoder.step(4000, 3000, 24));
    assertEquals(2, PictureDecoder.step(8000, 6000, 24));
    assertEquals(1, PictureDecoder.step(4960, 7016, 1));
    BufferedImage image = new BufferedImage(6600, 6600, BufferedImage.TYPE_BYTE_GRAY);
    GreyPicture picture = PictureFiles.first(PictureFiles.write(image, "png"));
    assertEquals(3300, picture.width());
  }

  @Test
  void resolutionsAreBelievedIfAScannerCouldHaveUsedThem() {
    byte[] png = PictureFiles.write(marked(), "png");
    assertEquals(0, PictureFiles.frames(png).getFirst().pixelsPerInch());
    ByteBuffer metres = ByteBuffer.allocate(9).putInt(11_811).putInt(11_811).put((byte) 1);
    byte[] scan = PictureFiles.withChunk(png, "pHYs", metres.array());
    assertEquals(300, PictureFiles.frames(scan).getFirst().pixelsPerInch(), 0.1);
    byte[] jpeg = PictureFiles.write(marked(), "jpeg");
    assertEquals('J', jpeg[6], "starts with JFIF");
    ByteBuffer density = ByteBuffer.wrap(jpeg).put(13, (byte) 1);
    density.putShort(14, (short) 200).putShort(16, (short) 200);
    assertEquals(200, PictureFiles.frames(jpeg).getFirst().pixelsPerInch());
    density.putShort(14, (short) 72).putShort(16, (short) 72);
    assertEquals(0, PictureFiles.frames(jpeg).getFirst().pixelsPerInch(), "a camera's default");
    density.putShort(14, (short) 144).putShort(16, (short) 144);
    assertEquals(0, PictureFiles.frames(jpeg).getFirst().pixelsPerInch(), "a screen's");
  }

  @Test
  void whatIsNoPictureIsAValue() {
    assertEquals(Reason.EMPTY, PictureFiles.reason(new byte[0]));
    byte[] text = "Dear Sir or Madam".getBytes(StandardCharsets.UTF_8);
    assertEquals(Reason.UNSUPPORTED, PictureFiles.reason(text));
    byte[] png = PictureFiles.write(marked(), "png");
    assertEquals(Reason.DAMAGED, PictureFiles.reason(Arrays.copyOf(png, png.length - 20)));
    assertEquals(Reason.DAMAGED, PictureFiles.reason(Arrays.copyOf(png, 8)));
  }

  @Test
  void aJpegWhoseLowerHalfIsMissingIsDamaged() {
    BufferedImage page = Drawing.page(600, 800, 20).image();
    byte[] jpeg = PictureFiles.write(page, "jpeg");
    assertEquals(Reason.DAMAGED, PictureFiles.reason(Arrays.copyOf(jpeg, jpeg.length / 2)));
    byte[] endMarkMissing = Arrays.copyOf(jpeg, jpeg.length - 2);
    GreyPicture whole = PictureFiles.first(endMarkMissing);
    assertEquals(800, whole.height());
  }

  @Test
  void textsAndProfilesAreTakenAwayBeforeDecoding() throws IOException {
    byte[] png = PictureFiles.write(marked(), "png");
    byte[] bomb = PictureFiles.withChunk(png, "iCCP", new byte[100_000]);
    bomb = PictureFiles.withChunk(bomb, "zTXt", new byte[100_000]);
    assertEquals(png.length, PngFile.clean(bomb).bytes().length, 100);
    byte[] jpeg = PictureFiles.write(marked(), "jpeg");
    byte[] profile = PictureFiles.withSegment(jpeg, 0xe2, new byte[60_000]);
    assertEquals(jpeg.length, JpegFile.parse(profile).clean().bytes().length, 100);
    assertEquals("black . grey .", corners(PictureFiles.first(profile)));
  }

  @Test
  void manyScansOfManyPixelsAreRefused() {
    byte[] jpeg = PictureFiles.progressive(marked());
    int size = frameHeader(jpeg);
    ByteBuffer.wrap(jpeg).putShort(size + 5, (short) 10_000).putShort(size + 7, (short) 10_000);
    assertEquals(Reason.TOO_LARGE, PictureFiles.reason(jpeg));
  }

  @ParameterizedTest
  @ValueSource(strings = {"png", "jpeg", "bmp", "gif", "tiff", "jp2", "j2k", "webp"})
  void damageIsAValueWhereverItIs(String format) {
    byte[] sound = PictureFiles.write(marked(), format);
    Random random = new Random(7);
    int failed = 0;
    for (int round = 0; round < 300; round++) {
      byte[] damaged = sound.clone();
      for (int i = 0; i <= round % 6; i++) {
        // Headers are where harm is done.
        int end = random.nextBoolean() ? Math.min(damaged.length, 200) : damaged.length;
        damaged[random.nextInt(end)] = (byte) random.nextInt(256);
      }
      if (round % 5 == 0) {
        damaged = Arrays.copyOf(damaged, random.nextInt(damaged.length));
      }
      Decoded decoded = PictureFiles.read(damaged);
      failed += decoded instanceof Failed ? 1 : 0;
      if (decoded instanceof Pictures pictures) {
        assertFalse(pictures.frames().isEmpty());
      }
    }
    assertTrue(failed > 0);
  }

  @Test
  void transparentPicturesShowWhitePaper() {
    BufferedImage image = new BufferedImage(WIDTH, HEIGHT, BufferedImage.TYPE_INT_ARGB);
    image.setRGB(5, 5, 0xff000000);
    GreyPicture picture = PictureFiles.first(PictureFiles.write(image, "png"));
    assertNotNull(picture);
    assertEquals(0, picture.at(5, 5));
    assertEquals(255, picture.at(50, 50));
  }

  /** Black in the top left corner, grey in the top right one, white elsewhere. */
  private static BufferedImage marked() {
    return new Drawing(WIDTH, HEIGHT).fill(0, 0, 0, 24, 16).fill(128, 72, 0, 24, 16).image();
  }

  /** Shades of the corners: top left, bottom left, top right, bottom right. */
  private static String corners(GreyPicture picture) {
    int right = picture.width() - 5;
    int bottom = picture.height() - 5;
    return String.join(
        " ",
        shade(picture.at(4, 4)),
        shade(picture.at(4, bottom)),
        shade(picture.at(right, 4)),
        shade(picture.at(right, bottom)));
  }

  private static String shade(int value) {
    if (value < LOSS) {
      return "black";
    }
    return value > 255 - LOSS ? "." : "grey";
  }

  /** Where the segment with the size of a JPEG begins. */
  private static int frameHeader(byte[] jpeg) {
    int at = 2;
    while ((jpeg[at + 1] & 0xff) != 0xc0 && (jpeg[at + 1] & 0xff) != 0xc2) {
      at += 2 + ByteBuffer.wrap(jpeg).getShort(at + 2);
    }
    return at;
  }
}

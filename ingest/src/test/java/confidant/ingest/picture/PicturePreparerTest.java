package confidant.ingest.picture;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assertions.fail;

import confidant.ingest.page.RuleLine;
import confidant.samples.Paper;
import confidant.samples.PaperMaker;
import confidant.samples.PaperScanner;
import confidant.samples.scan.ScanPlan;
import confidant.samples.scan.ScanPlan.Form;
import java.awt.geom.AffineTransform;
import java.awt.image.BufferedImage;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PicturePreparerTest {

  /** Size of type whose small letters are as high as they are read best, in pixels. */
  private static final double SIZE = 46;

  private static final int WIDTH = 1654;
  private static final int HEIGHT = 2339;
  private static final double A4_WIDTH = 595.28;
  private static final int INK = 128;

  /** Degrees that lines may still be tilted by. */
  private static final double STRAIGHT = 0.1;

  private static final Orientation NOT_ASKED = copy -> fail("Upright pages need not be asked for");

  /** Knows Latin letters by their common baseline. */
  private static final Orientation BY_BASELINE =
      copy -> {
        for (int turns = 0; turns < 4; turns++) {
          GreyPicture turned = ExifTurn.ofQuarters(turns).apply(copy);
          Neighbours letters = Neighbours.of(Letters.of(turned));
          if (!letters.runDown() && letters.areUpright()) {
            return turns;
          }
        }
        return 0;
      };

  @Test
  void aGoodScanKeepsItsPixels() {
    Drawing page = Drawing.page(WIDTH, HEIGHT, SIZE);
    PreparedPicture prepared = PicturePreparer.prepare(page.image(), 200, NOT_ASKED);
    assertEquals(WIDTH, prepared.picture().width());
    assertEquals(0, differing(page.grey(), prepared.picture()));
    assertEquals(List.of(), prepared.rules());
    assertEquals(A4_WIDTH, prepared.placement().pageWidth(), 1);
  }

  @ParameterizedTest
  @ValueSource(doubles = {-13.2, -2.6, -0.4, 0.3, 1.15, 3.7, 9.45})
  void aTiltedPageComesOutStraight(double degrees) {
    BufferedImage image = Drawing.page(WIDTH, HEIGHT, SIZE).turned(degrees, 235).image();
    assertEquals(degrees, Deskew.degrees(GreyPictures.of(image)), STRAIGHT);
    PreparedPicture prepared = PicturePreparer.prepare(image, 200, NOT_ASKED);
    assertEquals(0, Deskew.degrees(prepared.picture()), STRAIGHT);
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3})
  void aPageOnItsSideOrHeadComesOutUpright(int turns) {
    GreyPicture page = Drawing.page(WIDTH, HEIGHT, SIZE).grey();
    BufferedImage image = GreyPictures.toImage(ExifTurn.ofQuarters(turns).apply(page));
    PreparedPicture prepared = PicturePreparer.prepare(image, 200, BY_BASELINE);
    assertEquals(WIDTH, prepared.picture().width());
    assertEquals(0, differing(page, prepared.picture()));
  }

  @ParameterizedTest
  @CsvSource({"14, 700, 900", "20, 1000, 1400", "70, 2480, 3508", "110, 3600, 5000"})
  void lettersComeOutInTheSizeThatIsReadBest(double size, int width, int height) {
    BufferedImage image = Drawing.page(width, height, size).image();
    PreparedPicture prepared = PicturePreparer.prepare(image, 0, NOT_ASKED);
    double xHeight = Letters.xHeight(Letters.of(prepared.picture()));
    assertTrue(xHeight >= 20 && xHeight <= 31, "x-height " + xHeight);
  }

  @Test
  void placesLeadBackToThePictureAndToThePage() {
    Drawing page = Drawing.page(WIDTH, HEIGHT, SIZE);
    page.fill(255, 700, 1000, 120, 120).fill(0, 740, 1040, 40, 40);
    BufferedImage image = page.turned(2, 240).image();
    PreparedPicture prepared = PicturePreparer.prepare(image, 200, NOT_ASKED);
    Placement placement = prepared.placement();
    double angle = Math.toRadians(2);
    double fromMiddleX = 760 - WIDTH / 2.0;
    double fromMiddleY = 1060 - HEIGHT / 2.0;
    double x = WIDTH / 2.0 + fromMiddleX * Math.cos(angle) - fromMiddleY * Math.sin(angle);
    double y = HEIGHT / 2.0 + fromMiddleX * Math.sin(angle) + fromMiddleY * Math.cos(angle);
    double px = prepared.picture().width() / 2.0 + fromMiddleX;
    double py = prepared.picture().height() / 2.0 + fromMiddleY;
    assertTrue(prepared.picture().at((int) px, (int) py) < INK);
    assertEquals(x, placement.sourceX(px, py), 3);
    assertEquals(y, placement.sourceY(px, py), 3);
    assertEquals(px * 72 / 200, placement.x(px, py), 0.5);
    assertEquals(py * 72 / 200, placement.y(px, py), 0.5);
  }

  @Test
  void rulesAreErasedAndToldAndLettersKeepTheirPixels() {
    Drawing ruled = Drawing.page(WIDTH, HEIGHT, SIZE);
    GreyPicture plain = ruled.grey();
    for (int y = 1; y < 30; y++) {
      // Through the white between lines, close below the letters that reach down.
      ruled.fill(0, 60, (int) (3 * SIZE + y * 1.5 * SIZE - SIZE) - 3, 1500, 3);
    }
    ruled.fill(0, 60, 100, 4, 2100).fill(0, 1560, 100, 4, 2100);
    PreparedPicture prepared = PicturePreparer.prepare(ruled.image(), 200, NOT_ASKED);
    List<RuleLine> level = prepared.rules().stream().filter(RuleLine::isLevel).toList();
    assertEquals(29, level.size());
    assertEquals(2, prepared.rules().size() - level.size());
    assertEquals(60 * 72 / 200.0, level.getFirst().x1(), 1);
    assertEquals(1560 * 72 / 200.0, level.getFirst().x2(), 1.5);
    assertEquals(0, missing(plain, prepared.picture()), 40, "ink that went with the rules");
    assertEquals(0, missing(prepared.picture(), plain), 40, "ink of rules that was left");
  }

  @Test
  void aStrokeThatCrossesARuleIsKept() {
    Drawing form = Drawing.page(WIDTH, HEIGHT, SIZE);
    form.fill(255, 0, 1000, WIDTH, 200).text("pipe quip qp", 200, 1100, SIZE);
    GreyPicture plain = form.grey();
    form.fill(0, 150, 1103, 900, 3);
    PreparedPicture prepared = PicturePreparer.prepare(form.image(), 200, NOT_ASKED);
    assertEquals(1, prepared.rules().size());
    int lost = missing(plain, prepared.picture());
    assertTrue(lost < 20, "ink that went with the rule: " + lost);
  }

  @Test
  void decimalPointsSurviveAndSpecklesDoNot() {
    Drawing page = new Drawing(WIDTH, HEIGHT);
    for (int row = 0; row < 30; row++) {
      page.text("Balance brought forward", 120, 150 + row * 70.0, SIZE);
      page.text("1.234,56", 1200, 150 + row * 70.0, SIZE);
    }
    GreyPicture clean = page.grey();
    page.pepper(3000, 11);
    PreparedPicture prepared = PicturePreparer.prepare(page.image(), 200, copy -> 0);
    assertEquals(WIDTH, prepared.picture().width());
    assertEquals(0, missing(clean, prepared.picture()), "ink that went with the speckles");
    assertTrue(missing(prepared.picture(), clean) < 1000, "speckles left");
  }

  @Test
  void tonesOfScatteredDotsBecomeWhiteAndDecimalPointsStay() {
    int width = 1275;
    int height = 1650;
    Drawing page = new Drawing(width, height);
    for (int row = 0; row < 30; row++) {
      page.text("Balance brought forward", 100, 150 + row * 45.0, 21);
      page.text("1.234.56", 900, 150 + row * 45.0, 21);
    }
    // Two pixels in five of a bar, and one in twenty of the ground.
    Random random = new Random(3);
    for (int y = 0; y < height; y++) {
      for (int x = 0; x < width; x++) {
        boolean bar = y > 400 && y < 450;
        if (random.nextInt(100) < (bar ? 40 : 5)) {
          page.darken(150, x, y);
        }
      }
    }
    GreyPicture prepared = PicturePreparer.prepare(page.image(), 150, copy -> 0).picture();
    double scale = (double) prepared.width() / width;
    double point = 900 + Drawing.length("1.234", 21) + Drawing.length(".", 21) / 2;
    for (int row = 0; row < 30; row++) {
      double y = (150 + row * 45 - 1) * scale;
      int darkest = darkest(prepared, (int) (point * scale), (int) y, 3);
      assertTrue(darkest < 170, "point of row " + row + " is " + darkest);
      assertTrue(darkest(prepared, (int) (700 * scale), (int) y, 20) > INK, "ground of row " + row);
    }
  }

  @Test
  void linesThatBendComeOutLevel() {
    GreyPicture flat = Drawing.page(WIDTH, HEIGHT, SIZE).grey();
    byte[] bent = new byte[flat.pixels().length];
    for (int x = 0; x < WIDTH; x++) {
      double u = 2.0 * x / WIDTH - 1;
      int down = (int) Math.round(45 * u * u);
      for (int y = 0; y < HEIGHT; y++) {
        bent[y * WIDTH + x] = y < down ? (byte) 255 : flat.pixels()[(y - down) * WIDTH + x];
      }
    }
    BufferedImage image = GreyPictures.toImage(new GreyPicture(WIDTH, HEIGHT, bent));
    PreparedPicture prepared = PicturePreparer.prepare(image, 200, copy -> 0);
    for (int part = 0; part < 3; part++) {
      double degrees = Deskew.degrees(third(prepared.picture(), part));
      assertEquals(0, degrees, 0.35, "tilt of part " + part);
    }
    double middle = prepared.picture().width() / 2.0;
    double before = flatY(prepared.placement(), middle, 1000);
    assertEquals(before, flatY(prepared.placement(), 0.2 * middle, 1000), 8);
    assertEquals(before, flatY(prepared.placement(), 1.8 * middle, 1000), 8);
  }

  /** Where a place lay before the page was bent. */
  private static double flatY(Placement placement, double px, double py) {
    double u = 2 * placement.sourceX(px, py) / WIDTH - 1;
    return placement.sourceY(px, py) - 45 * u * u;
  }

  /** A third of a picture, from its whole height. */
  private static GreyPicture third(GreyPicture picture, int part) {
    int width = picture.width() / 3;
    byte[] pixels = new byte[width * picture.height()];
    for (int y = 0; y < picture.height(); y++) {
      int from = y * picture.width() + part * width;
      System.arraycopy(picture.pixels(), from, pixels, y * width, width);
    }
    return new GreyPicture(width, picture.height(), pixels);
  }

  @Test
  void decimalPointsOfSmallPrintSurvive() {
    Drawing page = new Drawing(700, 900);
    for (int row = 0; row < 30; row++) {
      page.text("Balance brought forward", 40, 50 + row * 28.0, 17);
      page.text("1.234.56", 500, 50 + row * 28.0, 17);
    }
    PreparedPicture prepared = PicturePreparer.prepare(page.image(), 0, copy -> 0);
    double scale = prepared.picture().width() / 700.0;
    for (int row = 0; row < 30; row++) {
      for (String before : List.of("1", "1.234")) {
        double x = 500 + Drawing.length(before, 17) + Drawing.length(".", 17) / 2;
        double y = 50 + row * 28.0 - 1;
        int darkest = darkest(prepared.picture(), (int) (x * scale), (int) (y * scale), 3);
        assertTrue(darkest < 170, "point of row " + row + " is " + darkest);
      }
    }
  }

  @Test
  void whitePrintOnADarkBarBecomesDarkOnWhite() {
    Drawing page = Drawing.page(WIDTH, HEIGHT, SIZE);
    page.fill(255, 0, 900, WIDTH, 200);
    page.fill(90, 100, 950, 1400, 90).text("Description", 140, 1010, SIZE, 255);
    Drawing wanted = Drawing.page(WIDTH, HEIGHT, SIZE);
    wanted.fill(255, 0, 900, WIDTH, 200).text("Description", 140, 1010, SIZE);
    PreparedPicture prepared = PicturePreparer.prepare(page.image(), 200, NOT_ASKED);
    assertTrue(missing(wanted.grey(), prepared.picture()) < 150);
    assertTrue(missing(prepared.picture(), wanted.grey()) < 150);
  }

  @Test
  void shadedBarsLoseTheirShade() {
    Drawing page = Drawing.page(WIDTH, HEIGHT, SIZE);
    page.fill(255, 0, 900, WIDTH, 200);
    page.fill(170, 100, 950, 1400, 90).text("Description", 140, 1010, SIZE);
    PreparedPicture prepared = PicturePreparer.prepare(page.image(), 200, NOT_ASKED);
    assertTrue(prepared.picture().at(900, 1000) > 240);
    Drawing wanted = Drawing.page(WIDTH, HEIGHT, SIZE);
    wanted.fill(255, 0, 900, WIDTH, 200).text("Description", 140, 1010, SIZE);
    assertTrue(missing(wanted.grey(), prepared.picture()) < 150);
  }

  @Test
  void aBarThatBendsIsReadWithoutBlackEdges() {
    Drawing page = Drawing.page(WIDTH, HEIGHT, SIZE).fill(255, 0, 900, WIDTH, 200);
    Drawing wanted = Drawing.page(WIDTH, HEIGHT, SIZE).fill(255, 0, 900, WIDTH, 200);
    for (int x = 100; x < 1500; x++) {
      page.fill(60, x, 950 + (x - 100) / 200, 1, 90);
    }
    page.text("Description", 140, 1010, SIZE, 255);
    wanted.text("Description", 140, 1010, SIZE);
    PreparedPicture prepared = PicturePreparer.prepare(page.image(), 200, NOT_ASKED);
    assertTrue(missing(wanted.grey(), prepared.picture()) < 200);
    assertTrue(missing(prepared.picture(), wanted.grey()) < 200);
  }

  @Test
  void whitePrintInALargeFramedBoxIsRead() {
    Drawing page = Drawing.page(WIDTH, HEIGHT, SIZE).fill(255, 0, 900, WIDTH, 560);
    page.fill(0, 96, 946, 1408, 458).fill(108, 100, 950, 1400, 450);
    Drawing wanted = Drawing.page(WIDTH, HEIGHT, SIZE).fill(255, 0, 900, WIDTH, 560);
    for (int row = 0; row < 5; row++) {
      page.text("Our reference 3456623", 140, 1020 + row * 80.0, SIZE, 255);
      wanted.text("Our reference 3456623", 140, 1020 + row * 80.0, SIZE);
    }
    PreparedPicture prepared = PicturePreparer.prepare(page.image(), 200, NOT_ASKED);
    assertTrue(missing(wanted.grey(), prepared.picture()) < 600);
    assertTrue(missing(prepared.picture(), wanted.grey()) < 600);
  }

  @Test
  void boldPrintWhoseLettersTouchIsNoRule() {
    Drawing page = new Drawing(900, 1200);
    for (int row = 0; row < 20; row++) {
      // Twice, one pixel apart, and small: enlarged, the tops of letters run into each other.
      page.text("Information on minimum annual returns", 60, 100 + row * 50.0, 15);
      page.text("Information on minimum annual returns", 61, 100 + row * 50.0, 15);
    }
    assertEquals(List.of(), PicturePreparer.prepare(page.image(), 0, copy -> 0).rules());
  }

  @Test
  void aDarkScreenIsTurnedIntoAPage() {
    Drawing page = Drawing.page(WIDTH, HEIGHT, SIZE);
    GreyPicture grey = page.grey();
    byte[] dark = new byte[grey.pixels().length];
    for (int i = 0; i < dark.length; i++) {
      dark[i] = (byte) (230 - (grey.pixels()[i] & 0xff) * 200 / 255);
    }
    BufferedImage image = GreyPictures.toImage(new GreyPicture(WIDTH, HEIGHT, dark));
    PreparedPicture prepared = PicturePreparer.prepare(image, 200, NOT_ASKED);
    assertTrue(missing(grey, prepared.picture()) < WIDTH * HEIGHT / 500);
    assertTrue(missing(prepared.picture(), grey) < WIDTH * HEIGHT / 500);
  }

  @Test
  void lightThatFallsOffIsEvenedOut() {
    GreyPicture page = Drawing.page(WIDTH, HEIGHT, SIZE).grey();
    byte[] lit = new byte[page.pixels().length];
    for (int i = 0; i < lit.length; i++) {
      double light = 0.9 - 0.5 * (i % WIDTH) / WIDTH;
      lit[i] = (byte) (int) ((page.pixels()[i] & 0xff) * light);
    }
    GreyPicture flat = Illumination.flatten(new GreyPicture(WIDTH, HEIGHT, lit));
    assertTrue(flat.at(WIDTH - 20, HEIGHT - 20) > 245);
    assertTrue(flat.at(20, 20) > 245);
    assertEquals(0, missing(page, flat), page.pixels().length / 200.0);
    assertEquals(0, missing(flat, page), page.pixels().length / 200.0);
  }

  @Test
  void evenLightIsLeftAlone() {
    GreyPicture page = Drawing.page(WIDTH, HEIGHT, SIZE).grey();
    assertSame(page, Illumination.flatten(page));
  }

  @Test
  void aSheetOnADarkTableIsCutOutAndSeenFromTheFront() {
    Drawing table = new Drawing(3000, 4000).fill(70, 0, 0, 3000, 4000);
    Drawing sheet = Drawing.page(WIDTH, HEIGHT, SIZE);
    AffineTransform place = AffineTransform.getTranslateInstance(700, 600);
    place.rotate(Math.toRadians(4));
    place.shear(0.02, 0);
    place.scale(1.1, 1.1);
    BufferedImage photo = table.draw(sheet, place).image();
    PreparedPicture prepared = PicturePreparer.prepare(photo, 0, NOT_ASKED);
    GreyPicture picture = prepared.picture();
    assertEquals(A4_WIDTH, prepared.placement().pageWidth(), 12);
    assertEquals(0, Deskew.degrees(picture), STRAIGHT);
    for (int x = 0; x < picture.width(); x++) {
      assertTrue(picture.at(x, 5) > INK && picture.at(x, picture.height() - 6) > INK);
    }
    double[] corner = {0, 0};
    place.transform(corner, 0, corner, 0, 1);
    assertEquals(corner[0], prepared.placement().sourceX(0, 0), 40);
    assertEquals(corner[1], prepared.placement().sourceY(0, 0), 40);
  }

  @Test
  void aSheetIsFoundInPerspective() {
    Drawing table = new Drawing(1200, 1600).fill(60, 0, 0, 1200, 1600);
    GreyPicture photo = table.grey();
    double[] xs = {220, 980, 1100, 120};
    double[] ys = {150, 170, 1450, 1420};
    Homography toPhoto = Homography.fromRectangle(1000, 1414, xs, ys);
    for (int y = 0; y < 2828; y++) {
      for (int x = 0; x < 2000; x++) {
        int px = (int) toPhoto.x(x / 2.0, y / 2.0);
        int py = (int) toPhoto.y(x / 2.0, y / 2.0);
        photo.pixels()[py * 1200 + px] = (byte) 230;
      }
    }
    Quad found = SheetFinder.find(photo).orElseThrow();
    for (int corner = 0; corner < 4; corner++) {
      assertEquals(xs[corner], found.xs()[corner], 12);
      assertEquals(ys[corner], found.ys()[corner], 12);
    }
  }

  @Test
  void aPageThatFillsThePictureIsNotCut() {
    assertTrue(SheetFinder.find(Drawing.page(WIDTH, HEIGHT, SIZE).grey()).isEmpty());
    Drawing heavy = Drawing.page(WIDTH, HEIGHT, SIZE).fill(20, 0, 0, WIDTH, 300);
    assertTrue(SheetFinder.find(heavy.grey()).isEmpty());
  }

  @Test
  void anEmptyPageStaysEmpty() {
    PreparedPicture prepared = PicturePreparer.prepare(new Drawing(500, 700).image(), 0, NOT_ASKED);
    for (byte pixel : prepared.picture().pixels()) {
      assertEquals((byte) 255, pixel);
    }
  }

  @ParameterizedTest
  @CsvSource({"1, 1", "1, 900", "900, 1", "3, 5", "40, 2000"})
  void oddSizesArePrepared(int width, int height) {
    BufferedImage image = new Drawing(width, height).pepper(width * height / 3, 5).image();
    PreparedPicture prepared = PicturePreparer.prepare(image, 0, copy -> 0);
    assertTrue(prepared.placement().pageWidth() > 0);
  }

  @ParameterizedTest
  @CsvSource({
    "0, 150, 1.7, 0",
    "1, 100, -1.3, 1",
    "2, 200, 0.6, 2",
    "3, 300, -1.9, 3",
    "7, 150, 0, 0"
  })
  void scannedPapersComeOutStraightAndLarge(long seed, int dpi, double skew, int quarters) {
    ScanPlan plan = new ScanPlan(dpi, skew, quarters, 1, 10, 0.25, 0.7, Form.PNG);
    Paper scan = PaperScanner.scan(PaperMaker.make(seed), plan);
    BufferedImage image = GreyPictures.toImage(PictureFiles.first(scan.bytes()));
    PreparedPicture prepared = PicturePreparer.prepare(image, dpi, BY_BASELINE);
    assertEquals(0, Deskew.degrees(prepared.picture()), STRAIGHT);
    List<Blob> letters = Letters.of(prepared.picture());
    double xHeight = Letters.xHeight(letters);
    assertTrue(xHeight >= 17 && xHeight <= 36, "x-height " + xHeight);
    assertTrue(prepared.picture().height() > prepared.picture().width(), "upright");
  }

  /** Pixels that are ink in one picture and paper in the other. */
  private static int differing(GreyPicture one, GreyPicture other) {
    return missing(one, other) + missing(other, one);
  }

  /** Pixels of ink that are paper in the other picture. */
  private static int missing(GreyPicture ink, GreyPicture other) {
    assertEquals(ink.width(), other.width());
    assertEquals(ink.height(), other.height());
    int count = 0;
    for (int y = 0; y < ink.height(); y++) {
      for (int x = 0; x < ink.width(); x++) {
        count += ink.at(x, y) < INK && other.at(x, y) >= INK ? 1 : 0;
      }
    }
    return count;
  }

  private static int darkest(GreyPicture picture, int x, int y, int around) {
    int darkest = 255;
    for (int dy = -around; dy <= around; dy++) {
      for (int dx = -around; dx <= around; dx++) {
        darkest = Math.min(darkest, picture.at(x + dx, y + dy));
      }
    }
    return darkest;
  }
}

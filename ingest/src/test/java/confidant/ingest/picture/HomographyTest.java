package confidant.ingest.picture;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class HomographyTest {

  private static final double EXACT = 1e-9;
  private static final double[] XS = {120, 910, 1010, 60};
  private static final double[] YS = {80, 130, 1300, 1210};

  @Test
  void takesTheCornersOfARectangleToThoseOfTheSheet() {
    Homography map = Homography.fromRectangle(800, 1100, XS, YS);
    double[] xs = {0, 800, 800, 0};
    double[] ys = {0, 0, 1100, 1100};
    assertFalse(map.isAffine());
    for (int corner = 0; corner < 4; corner++) {
      assertEquals(XS[corner], map.x(xs[corner], ys[corner]), EXACT);
      assertEquals(YS[corner], map.y(xs[corner], ys[corner]), EXACT);
    }
  }

  @Test
  void mapsOneAfterTheOther() {
    Homography sheet = Homography.fromRectangle(800, 1100, XS, YS);
    Homography tilt = new Tilt(3, 800, 1100).undo();
    Homography both = sheet.after(tilt);
    double x = tilt.x(300, 500);
    double y = tilt.y(300, 500);
    assertEquals(sheet.x(x, y), both.x(300, 500), EXACT);
    assertEquals(sheet.y(x, y), both.y(300, 500), EXACT);
  }

  @ParameterizedTest
  @EnumSource
  void turnsAreUndoneByTheirMaps(ExifTurn turn) {
    GreyPicture picture = new Drawing(5, 3).fill(0, 4, 1, 1, 1).grey();
    GreyPicture turned = turn.apply(picture);
    Homography undo = turn.undo(5, 3);
    for (int y = 0; y < turned.height(); y++) {
      for (int x = 0; x < turned.width(); x++) {
        int sourceX = (int) undo.x(x + 0.5, y + 0.5);
        int sourceY = (int) undo.y(x + 0.5, y + 0.5);
        assertEquals(picture.at(sourceX, sourceY), turned.at(x, y));
      }
    }
  }
}

package confidant.ingest.picture;

import java.util.List;

/**
 * What a small copy tells of a page.
 *
 * @param pose how the page lies in its picture
 * @param bend of its lines, once it is straight
 * @param xHeight of its letters, in pixels of the picture; 0 if unknown
 */
record Proof(Pose pose, Bend bend, double xHeight) {

  /** Longest side of the copy: letters of A4 are about ten pixels high. */
  private static final int COPY = 1800;

  /** Fewer letters lie nowhere. */
  private static final int ENOUGH = 12;

  /** Looks at a page. */
  static Proof of(GreyPicture page, Orientation orientation) {
    int factor = (Math.max(page.width(), page.height()) + COPY - 1) / COPY;
    factor = Math.min(factor, Math.min(page.width(), page.height()));
    double scale = 1.0 / factor;
    Pose pose = Pose.of(page);
    GreyPicture copy = draw(pose, page, scale);
    if (Neighbours.of(Letters.of(copy)).runDown()) {
      pose = pose.turned(1);
      copy = draw(pose, page, scale);
    }
    double tilt = Deskew.degrees(copy);
    if (tilt != 0) {
      pose = pose.tilted(tilt);
      copy = draw(pose, page, scale);
    }
    List<Blob> letters = Letters.of(copy);
    if (letters.size() >= ENOUGH && !Neighbours.of(letters).areUpright()) {
      int turns = Math.floorMod(orientation.quarterTurns(copy), 4);
      if (turns != 0) {
        pose = pose.turned(turns);
        copy = draw(pose, page, scale);
        letters = Letters.of(copy);
      }
    }
    Bend bend = Bend.of(letters, copy.width(), copy.height());
    return new Proof(pose, bend, Letters.xHeight(letters) * factor);
  }

  private static GreyPicture draw(Pose pose, GreyPicture page, double scale) {
    return Illumination.flatten(pose.draw(page, scale));
  }
}

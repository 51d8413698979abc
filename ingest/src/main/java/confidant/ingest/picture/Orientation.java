package confidant.ingest.picture;

/** Tells how a page lies, by its letters. */
public interface Orientation {

  /**
   * The clockwise quarter turns that make a page upright.
   *
   * @param smallCopy the page, straight, its lines most likely level
   * @return 0 to 3; 0 if it cannot be told
   */
  int quarterTurns(GreyPicture smallCopy);
}

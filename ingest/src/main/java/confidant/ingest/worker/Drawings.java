package confidant.ingest.worker;

/** Takes pages as pictures. */
@FunctionalInterface
public interface Drawings {

  /** Nobody looks. */
  Drawings NONE = (page, png) -> {};

  /**
   * One page.
   *
   * @param page its number, counted from 1
   * @param png a picture in the format PNG
   */
  void page(int page, byte[] png);
}

package confidant.ingest.document;

import java.util.List;

/**
 * A page, upright.
 *
 * @param number counted from 1
 * @param width in points
 * @param height in points
 * @param blocks in reading order
 * @param origin where its text comes from
 * @param doubts words of which the reading is uncertain, in reading order
 */
public record Page(
    int number,
    double width,
    double height,
    List<Block> blocks,
    Origin origin,
    List<Doubt> doubts) {

  public Page {
    blocks = List.copyOf(blocks);
    doubts = List.copyOf(doubts);
  }

  /** A page whose text stands in the file. */
  public Page(int number, double width, double height, List<Block> blocks) {
    this(number, width, height, blocks, Origin.TEXT, List.of());
  }

  /** The same page at another place in a document. */
  public Page renumbered(int newNumber) {
    return new Page(newNumber, width, height, blocks, origin, doubts);
  }

  /** The same page with other blocks. */
  public Page withBlocks(List<Block> newBlocks) {
    return new Page(number, width, height, newBlocks, origin, doubts);
  }

  /** Where the text of a page comes from. */
  public enum Origin {
    /** The file says which characters it shows. */
    TEXT,
    /** All characters were read from a picture. */
    PICTURE,
    /** Some stand in the file, some were read from pictures. */
    MIXED
  }
}

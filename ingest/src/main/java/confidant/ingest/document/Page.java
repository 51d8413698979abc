package confidant.ingest.document;

import java.util.List;

/**
 * A page, upright.
 *
 * @param number counted from 1
 * @param width in points
 * @param height in points
 * @param blocks in reading order
 */
public record Page(int number, double width, double height, List<Block> blocks) {
  public Page {
    blocks = List.copyOf(blocks);
  }
}

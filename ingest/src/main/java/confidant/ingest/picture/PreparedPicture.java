package confidant.ingest.picture;

import confidant.ingest.page.RuleLine;
import java.util.List;

/**
 * A picture made ready for reading and the way back to the page.
 *
 * @param picture upright, straight, evenly lit, its letters of a size that is read well, without
 *     ruling lines
 * @param placement where its pixels lie on the page
 * @param rules the ruling lines that were erased, in points of the page
 */
public record PreparedPicture(GreyPicture picture, Placement placement, List<RuleLine> rules) {
  public PreparedPicture {
    rules = List.copyOf(rules);
  }
}

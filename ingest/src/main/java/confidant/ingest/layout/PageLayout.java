package confidant.ingest.layout;

import confidant.ingest.page.GlyphRun;
import confidant.ingest.page.RawPage;
import confidant.ingest.page.RuleLine;
import confidant.ingest.page.Turn;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Finds the regions of a page. Text of each direction is laid out on its own: level text first,
 * then what stands in the margin or runs across the page.
 */
public final class PageLayout {

  /** Directions this far apart, in degrees, are laid out together. */
  private static final int STEP = 5;

  private PageLayout() {}

  /** Layers of {@code page}, the level one first; none if it has no text. */
  public static List<Layer> layers(RawPage page) {
    Map<Integer, List<GlyphRun>> byDirection = new TreeMap<>();
    for (GlyphRun run : page.runs()) {
      int direction = (int) Math.round(run.direction() / STEP) * STEP % 360;
      byDirection.computeIfAbsent(direction, key -> new ArrayList<>()).add(run);
    }
    List<Layer> layers = new ArrayList<>();
    byDirection.forEach(
        (direction, runs) -> {
          Turn turn = new Turn(direction, 0, 0);
          List<RuleLine> rules = direction == 0 ? page.rules() : List.of();
          List<GlyphRun> level = Accents.compose(runs.stream().map(turn::apply).toList());
          List<Chunk> chunks = ChunkBuilder.build(Leaders.blank(level));
          List<TextRow> rows = DigitGroups.join(RowBuilder.build(chunks), rules);
          List<Region> regions = RegionSplitter.split(rows, rules);
          if (!regions.isEmpty()) {
            layers.add(new Layer(turn, regions));
          }
        });
    return layers;
  }

  /**
   * Text of one direction.
   *
   * @param turn made it level
   * @param regions in reading order, level
   */
  public record Layer(Turn turn, List<Region> regions) {
    public Layer {
      regions = List.copyOf(regions);
    }
  }
}

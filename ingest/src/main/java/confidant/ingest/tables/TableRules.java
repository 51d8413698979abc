package confidant.ingest.tables;

import confidant.ingest.page.RuleLine;
import java.util.List;

/** The ruling lines of a page as tables see them, made out once for all regions of the page. */
public final class TableRules {

  private final List<Lattice> lattices;
  private final LevelRules level;

  private TableRules(List<Lattice> lattices, LevelRules level) {
    this.lattices = lattices;
    this.level = level;
  }

  /** Those of a page whose text is level. */
  public static TableRules of(List<RuleLine> rules) {
    return new TableRules(Lattice.find(rules), new LevelRules(rules));
  }

  /** From top to bottom. */
  List<Lattice> lattices() {
    return lattices;
  }

  LevelRules level() {
    return level;
  }
}

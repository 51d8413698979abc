package confidant.ingest.tables;

import static confidant.ingest.tables.TestRows.at;
import static confidant.ingest.tables.TestRows.end;
import static confidant.ingest.tables.TestRows.find;
import static confidant.ingest.tables.TestRows.level;
import static confidant.ingest.tables.TestRows.mid;
import static confidant.ingest.tables.TestRows.plumb;
import static confidant.ingest.tables.TestRows.row;
import static confidant.ingest.tables.TestRows.table;
import static org.junit.jupiter.api.Assertions.assertEquals;

import confidant.ingest.document.Block;
import confidant.ingest.document.Block.Table;
import confidant.ingest.layout.TextRow;
import confidant.ingest.page.RuleLine;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Rules that part less than each figure from the next. */
class FramesTest {

  private static final TextRow[] VOTES = {
    row(
        14,
        mid(120, "Named"),
        mid(185, "Unnamed"),
        end(250, "Total"),
        mid(370, "Yes"),
        mid(430, "Chair"),
        end(490, "All")),
    row(
        28,
        at(50, "Present"),
        mid(120, "217"),
        mid(185, "0"),
        end(250, "217"),
        at(280, "For"),
        mid(370, "129"),
        mid(430, "0"),
        end(490, "129")),
    row(
        42,
        at(50, "Absent"),
        end(250, "40"),
        at(280, "Against"),
        mid(370, "65"),
        mid(430, "0"),
        end(490, "65")),
    row(56, at(280, "Abstained"), mid(370, "22"), end(490, "22")),
  };

  @Test
  void tablesBesideARuleAreTablesOfTheirOwn() {
    List<RuleLine> rules = List.of(level(2), plumb(270, 2, 62), level(62));
    List<Block> blocks = find(rules, VOTES);
    assertEquals(2, blocks.size());
    Table present = table(blocks.getFirst());
    assertEquals("|Named|Unnamed|Total", row(present, 0));
    assertEquals("Present|217|0|217", row(present, 1));
    assertEquals("Absent|||40", row(present, 2));
    Table votes = table(blocks.getLast());
    assertEquals("|Yes|Chair|All", row(votes, 0));
    assertEquals("For|129|0|129", row(votes, 1));
    assertEquals("Abstained|22||22", row(votes, 3));
  }

  @Test
  void figuresSideBySideInOneRuledCellAreNeverOneCell() {
    List<RuleLine> rules =
        List.of(level(2), plumb(45, 2, 62), plumb(400, 2, 62), plumb(505, 2, 62), level(62));
    List<Block> blocks =
        find(
            rules,
            row(14, at(50, "Country"), end(200, "Wanted"), end(300, "Found"), end(490, "Rate")),
            row(28, at(50, "Ontario"), end(200, "100"), end(300, "8"), end(490, "95")),
            row(42, at(50, "Quebec"), end(200, "100"), end(300, "4"), end(490, "92")),
            row(56, at(50, "Dubai"), end(200, "99"), end(300, "5"), end(490, "94")));
    Table table = table(blocks.getFirst());
    assertEquals("Country|Wanted|Found|Rate", row(table, 0));
    assertEquals("Quebec|100|4|92", row(table, 2));
    assertEquals(1, blocks.size());
  }

  @Test
  void textsApartInACellOverSeveralColumnsStandEachInItsOwn() {
    List<RuleLine> rules =
        List.of(
            level(2),
            plumb(45, 2, 62),
            plumb(150, 2, 48),
            plumb(300, 2, 48),
            plumb(505, 2, 62),
            level(20),
            level(34),
            level(48),
            level(62));
    List<Block> blocks =
        find(
            rules,
            row(14, at(50, "Item"), end(290, "Hours"), end(490, "Sum")),
            row(28, at(50, "Repair"), end(290, "2"), end(490, "80.00")),
            row(42, at(50, "Travel"), end(290, "1"), end(490, "30.00")),
            row(56, at(50, "Total"), end(290, "3"), end(490, "110.00")));
    assertEquals("Total|3|110.00", row(table(blocks.getFirst()), 3));
  }
}

package confidant.ingest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import confidant.ingest.ReadResult.Read;
import confidant.ingest.document.Block;
import confidant.ingest.document.Block.Cell;
import confidant.ingest.document.Block.Line;
import confidant.ingest.document.Block.Paragraph;
import confidant.ingest.document.Block.Table;
import confidant.ingest.document.Document;
import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Real documents, with what a right reading of each must hold. */
class CorpusTest {

  @ParameterizedTest(name = "{0}")
  @MethodSource("expectations")
  void readsWhatThePageShows(String file, List<List<String>> expected) {
    Read read =
        assertInstanceOf(
            Read.class,
            new DocumentReader()
                .read(Corpus.path(file), ReadOptions.defaults(), ReadProgress.none()));
    Reading reading = new Reading(read.document());
    List<String> missing =
        expected.stream().filter(item -> !reading.holds(item)).map(List::toString).toList();
    assertEquals(List.of(), missing);
    assertTrue(
        read.report().notices().stream()
            .noneMatch(notice -> notice.contains("compare the figures")));
  }

  static Stream<Arguments> expectations() throws IOException {
    Map<String, List<List<String>>> byFile = new TreeMap<>();
    for (String line : Files.readAllLines(Corpus.path("expected.tsv"))) {
      if (!line.startsWith("#")) {
        List<String> fields = List.of(line.split("\t"));
        byFile
            .computeIfAbsent(fields.getFirst(), file -> new ArrayList<>())
            .add(fields.subList(1, fields.size()));
      }
    }
    return byFile.entrySet().stream().map(entry -> Arguments.of(entry.getKey(), entry.getValue()));
  }

  /** A document as lines and tables, with blanks and quotes made alike. */
  private static final class Reading {

    private final List<String> lines;
    private final String text;
    private final List<Table> tables;

    Reading(Document document) {
      List<Block> blocks =
          document.pages().stream().flatMap(page -> page.blocks().stream()).toList();
      lines = blocks.stream().flatMap(Reading::lines).map(Reading::alike).toList();
      text = String.join(" ", lines);
      tables = blocks.stream().filter(Table.class::isInstance).map(Table.class::cast).toList();
    }

    boolean holds(List<String> item) {
      List<String> cells = item.stream().skip(1).map(Reading::alike).toList();
      return switch (item.getFirst()) {
        case "string" -> text.contains(cells.getFirst());
        case "row" -> lines.stream().anyMatch(line -> cells.stream().allMatch(line::contains));
        case "order" -> {
          int first = text.indexOf(cells.get(0));
          int second = text.indexOf(cells.get(1));
          yield first >= 0 && first < second;
        }
        case "bind" ->
            tables.stream()
                .anyMatch(table -> binds(table, cells.get(0), cells.get(1), cells.get(2)));
        default -> throw new IllegalArgumentException("unknown kind: " + item);
      };
    }

    private static boolean binds(Table table, String key, String column, String value) {
      for (int index = 0; index < table.rows().getFirst().size(); index++) {
        int c = index;
        List<List<Cell>> headings = table.rows().subList(0, table.headerRows());
        String heading =
            headings.stream().map(row -> row.get(c).text()).collect(Collectors.joining(" "));
        boolean found =
            alike(heading).contains(column)
                && table.rows().stream()
                    .skip(table.headerRows())
                    .anyMatch(
                        row -> line(row).contains(key) && alike(row.get(c).text()).contains(value));
        if (found) {
          return true;
        }
      }
      return false;
    }

    private static Stream<String> lines(Block block) {
      return switch (block) {
        case Paragraph paragraph -> paragraph.lines().stream().map(Line::text);
        case Table table -> table.rows().stream().map(Reading::line);
      };
    }

    private static String line(List<Cell> row) {
      return alike(row.stream().map(Cell::text).collect(Collectors.joining(" ")));
    }

    private static String alike(String text) {
      return text.replace('\u2019', '\'')
          .replaceAll("[\u2010-\u2015\u2212]", "-")
          .replaceAll("\\s+", " ")
          .strip();
    }
  }
}

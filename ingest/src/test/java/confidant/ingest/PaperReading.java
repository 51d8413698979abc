package confidant.ingest;

import confidant.ingest.document.Block;
import confidant.ingest.document.Block.Cell;
import confidant.ingest.document.Block.Line;
import confidant.ingest.document.Block.Paragraph;
import confidant.ingest.document.Block.Table;
import confidant.ingest.document.Document;
import confidant.ingest.document.MarkdownWriter;
import confidant.samples.truth.Figure;
import confidant.samples.truth.Printed;
import confidant.samples.truth.Truth;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** What was read of a sample paper, held against its truth. */
final class PaperReading {

  private static final Pattern NUMBER = Pattern.compile("\\d(?:[\\d.,'/]*\\d)?");

  private final List<Row> rows = new ArrayList<>();
  private final List<String> lines;

  PaperReading(Document document) {
    document.pages().forEach(page -> page.blocks().forEach(this::add));
    lines =
        document.pages().stream()
            .flatMap(page -> MarkdownWriter.write(page).lines())
            .map(PaperReading::alike)
            .toList();
  }

  /** Whether the figure stands whole beside its label and under its heading. */
  boolean binds(Figure figure) {
    Predicate<String> holdsText = pattern(figure.text()).asPredicate();
    String label = alike(figure.label());
    String header = alike(figure.header());
    return rows.stream()
        .filter(row -> alike(String.join(" ", row.cells())).contains(label))
        .anyMatch(row -> row.holds(holdsText, header));
  }

  /** Whether it holds the numbers of the paper and no others, each as often as printed. */
  boolean hasNumbersOf(Truth truth) {
    return numbers(lines.stream()).equals(numbers(printed(truth)));
  }

  /** The figures that occur more or less often than printed. */
  List<String> miscounted(Truth truth) {
    List<String> printed = printed(truth).toList();
    return truth.figures().stream()
        .map(Figure::text)
        .distinct()
        .filter(text -> count(text, lines) != count(text, printed))
        .toList();
  }

  private void add(Block block) {
    switch (block) {
      case Paragraph paragraph ->
          paragraph.lines().stream()
              .map(Line::text)
              .map(text -> new Row(List.of(alike(text)), List.of()))
              .forEach(rows::add);
      case Table table -> {
        List<String> headings = headings(table);
        table.rows().stream()
            .skip(table.headerRows())
            .map(cells -> cells.stream().map(Cell::text).map(PaperReading::alike).toList())
            .map(cells -> new Row(cells, headings))
            .forEach(rows::add);
      }
    }
  }

  private static List<String> headings(Table table) {
    List<List<Cell>> rows = table.rows().subList(0, table.headerRows());
    return IntStream.range(0, table.rows().getFirst().size())
        .mapToObj(
            column ->
                rows.stream().map(row -> row.get(column).text()).collect(Collectors.joining(" ")))
        .map(PaperReading::alike)
        .toList();
  }

  private static Stream<String> printed(Truth truth) {
    return truth.printed().stream().map(Printed::text).map(PaperReading::alike);
  }

  private static List<String> numbers(Stream<String> lines) {
    return lines
        .flatMap(line -> NUMBER.matcher(line).results())
        .map(MatchResult::group)
        .sorted()
        .toList();
  }

  private static long count(String text, List<String> lines) {
    Pattern pattern = pattern(text);
    return lines.stream().mapToLong(line -> pattern.matcher(line).results().count()).sum();
  }

  /** The text where it is no part of a longer number. */
  private static Pattern pattern(String text) {
    return Pattern.compile("(?<![\\d.,'/])" + Pattern.quote(alike(text)) + "(?!\\d|[.,'/]\\d)");
  }

  /** All blanks and quotes made alike. */
  private static String alike(String text) {
    return text.replace('\u2019', '\'').replaceAll("[\\s\u00A0\u2009]+", " ").strip();
  }

  /**
   * A row of a table, or a line as one cell.
   *
   * @param headings of the columns; none if it is a line
   */
  private record Row(List<String> cells, List<String> headings) {

    boolean holds(Predicate<String> text, String header) {
      if (header.isEmpty()) {
        return cells.stream().anyMatch(text);
      }
      return IntStream.range(0, Math.min(cells.size(), headings.size()))
          .anyMatch(i -> headings.get(i).contains(header) && text.test(cells.get(i)));
    }
  }
}

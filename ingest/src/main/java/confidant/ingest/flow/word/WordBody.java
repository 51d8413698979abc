package confidant.ingest.flow.word;

import confidant.ingest.extract.LimitExceededException;
import confidant.ingest.flow.FlowCell;
import confidant.ingest.flow.FlowCell.Emphasis;
import confidant.ingest.flow.FlowLimits;
import confidant.ingest.flow.FlowTable;
import confidant.ingest.flow.zip.XmlPart;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/**
 * Reads what stands between the start and the end of a body, a cell, a text box, a header or a
 * note. Elements that only wrap others, such as links and content controls, are walked through.
 */
final class WordBody {

  /** Deleted or moved away, a second form of the same, or never shown. */
  private static final Set<String> LEFT_OUT =
      Set.of(
          "del",
          "moveFrom",
          "Fallback",
          "instrText",
          "delText",
          "rt",
          "tblPr",
          "tblGrid",
          "tcPrChange");

  private final XmlPart xml;
  private final WordStyles styles;
  private final WordLists lists;
  private int depth;

  WordBody(XmlPart xml, WordStyles styles, WordLists lists) {
    this.xml = xml;
    this.styles = styles;
    this.lists = lists;
  }

  /** A paragraph or a table. */
  sealed interface Piece {

    /** A paragraph. */
    record Text(WordParagraph paragraph) implements Piece {}

    /** A table. */
    record Rows(FlowTable table) implements Piece {}
  }

  /** Tells pieces up to the end of the element {@code end}, which begins here. */
  void read(String end, Consumer<Piece> target) throws IOException {
    if (++depth > FlowLimits.NESTING) {
      throw new LimitExceededException("tables or text boxes lie too deep in each other");
    }
    while (xml.next() && !xml.isEnd(end)) {
      if (xml.isStart("p")) {
        paragraph().forEach(target);
      } else if (xml.isStart("tbl")) {
        table().forEach(target);
      } else if (xml.isStart() && LEFT_OUT.contains(xml.name())) {
        xml.skip();
      }
    }
    depth--;
  }

  /** The paragraph that begins here, and what stands in its text boxes. */
  private List<Piece> paragraph() throws IOException {
    Draft draft = new Draft();
    List<Piece> boxes = new ArrayList<>();
    while (xml.next() && !xml.isEnd("p")) {
      if (!xml.isStart()) {
        if (xml.isEnd("r")) {
          draft.endRun();
        }
        continue;
      }
      switch (xml.name()) {
        case "pPr" -> readProperties(draft);
        case "rPr" -> readRunProperties(draft);
        case "t" -> draft.append(xml.content());
        case "tab", "ptab" -> draft.append("\t");
        case "br" ->
            draft.append(
                xml.attribute("type").equals("page") ? String.valueOf(WordText.PAGE_BREAK) : "\n");
        case "cr" -> draft.append("\n");
        case "noBreakHyphen" -> draft.append("-");
        case "checkBox" -> draft.append(checkBox());
        case "txbxContent" -> read("txbxContent", boxes::add);
        default -> {
          if (LEFT_OUT.contains(xml.name())) {
            xml.skip();
          }
        }
      }
    }
    List<Piece> pieces = new ArrayList<>();
    pieces.add(new Piece.Text(draft.paragraph(styles)));
    pieces.addAll(boxes);
    return pieces;
  }

  /** A box of a form to be ticked; content controls bring a character of their own. */
  private String checkBox() throws IOException {
    boolean checked = false;
    while (xml.next() && !xml.isEnd("checkBox")) {
      if (xml.isStart("checked") || xml.isStart("default")) {
        checked = WordText.isOn(xml);
      }
    }
    return checked ? "\u2612 " : "\u2610 ";
  }

  private void readProperties(Draft draft) throws IOException {
    int list = -1;
    int level = 0;
    while (xml.next() && !xml.isEnd("pPr")) {
      if (xml.isStart()) {
        switch (xml.name()) {
          case "pStyle" -> draft.style = xml.attribute("val");
          case "pageBreakBefore" -> draft.breakBefore = WordText.isOn(xml);
          case "numId" -> list = xml.attribute("val", 0);
          case "ilvl" -> level = xml.attribute("val", 0);
          case "rPr", "sectPr", "tabs", "pPrChange" -> xml.skip();
          default -> {
            // Looks say nothing here.
          }
        }
      }
    }
    if (list >= 0) {
      draft.list = new ListReference(list, level);
      draft.listSaid = true;
    }
  }

  private void readRunProperties(Draft draft) throws IOException {
    while (xml.next() && !xml.isEnd("rPr")) {
      if (xml.isStart("vanish")) {
        draft.hidden = WordText.isOn(xml);
      } else if (xml.isStart("b")) {
        draft.bold = WordText.isOn(xml);
      } else if (xml.isStart("rPrChange")) {
        xml.skip();
      }
    }
  }

  /** The table that begins here, and after it those in its cells. */
  private List<Piece> table() throws IOException {
    List<List<FlowCell>> rows = new ArrayList<>();
    List<Piece> inner = new ArrayList<>();
    while (xml.next() && !xml.isEnd("tbl")) {
      if (xml.isStart("tr")) {
        row(inner).ifKept(rows);
      } else if (xml.isStart() && LEFT_OUT.contains(xml.name())) {
        xml.skip();
      }
    }
    List<Piece> pieces = new ArrayList<>();
    pieces.add(new Piece.Rows(new FlowTable(rows)));
    pieces.addAll(inner);
    return pieces;
  }

  private Row row(List<Piece> inner) throws IOException {
    Row row = new Row();
    while (xml.next() && !xml.isEnd("tr")) {
      if (xml.isStart("trPr")) {
        readRowProperties(row);
      } else if (xml.isStart("tc")) {
        row.cells.add(cell(row.heading, inner));
      } else if (xml.isStart() && LEFT_OUT.contains(xml.name())) {
        xml.skip();
      }
    }
    return row;
  }

  private void readRowProperties(Row row) throws IOException {
    while (xml.next() && !xml.isEnd("trPr")) {
      if (xml.isStart()) {
        switch (xml.name()) {
          case "tblHeader" -> row.heading |= WordText.isOn(xml);
          case "cnfStyle" ->
              row.heading |= xml.isSet("firstRow") || xml.attribute("val").startsWith("1");
          case "gridBefore" -> row.before(xml.attribute("val", 0));
          case "del" -> row.deleted = true;
          case "trPrChange" -> xml.skip();
          default -> {
            // Looks say nothing here.
          }
        }
      }
    }
  }

  private FlowCell cell(boolean heading, List<Piece> inner) throws IOException {
    int columns = 1;
    List<WordParagraph> paragraphs = new ArrayList<>();
    // The properties stand before the content.
    while (xml.next() && !xml.isEnd("tc")) {
      if (xml.isStart("gridSpan")) {
        columns = Math.clamp(xml.attribute("val", 1), 1, FlowLimits.COLUMNS);
      } else if (xml.isStart("p")) {
        take(paragraph(), paragraphs, inner);
      } else if (xml.isStart("tbl")) {
        if (++depth > FlowLimits.NESTING) {
          throw new LimitExceededException("tables lie too deep in each other");
        }
        inner.addAll(table());
        depth--;
      } else if (xml.isStart() && LEFT_OUT.contains(xml.name())) {
        xml.skip();
      }
    }
    List<WordParagraph> filled = paragraphs.stream().filter(p -> !p.isBlank()).toList();
    String text = filled.stream().map(p -> p.inCell(lists)).collect(Collectors.joining("\n"));
    boolean bold = !filled.isEmpty() && filled.stream().allMatch(WordParagraph::bold);
    Emphasis emphasis = heading ? Emphasis.HEADING : bold ? Emphasis.BOLD : Emphasis.NONE;
    return new FlowCell(text, columns, 1, emphasis);
  }

  private static void take(List<Piece> pieces, List<WordParagraph> paragraphs, List<Piece> tables) {
    for (Piece piece : pieces) {
      switch (piece) {
        case Piece.Text(var paragraph) -> paragraphs.add(paragraph);
        case Piece.Rows rows -> tables.add(rows);
      }
    }
  }

  /** A row that still grows. */
  private static final class Row {

    private final List<FlowCell> cells = new ArrayList<>();
    private boolean heading;
    private boolean deleted;

    void before(int columns) {
      for (int i = 0; i < Math.min(columns, FlowLimits.COLUMNS); i++) {
        cells.add(FlowCell.EMPTY);
      }
    }

    void ifKept(List<List<FlowCell>> rows) {
      if (!deleted) {
        rows.add(cells);
      }
    }
  }

  /** A paragraph that still grows. */
  private static final class Draft {

    private final StringBuilder text = new StringBuilder();
    private String style = "";
    private ListReference list = ListReference.NONE;
    private boolean listSaid;
    private boolean breakBefore;
    private boolean hidden;
    private boolean bold;
    private boolean anyPlain;

    void append(String more) {
      if (!hidden) {
        text.append(more);
        anyPlain |= !bold && !more.isBlank();
      }
    }

    void endRun() {
      hidden = false;
      bold = false;
    }

    WordParagraph paragraph(WordStyles styles) {
      return new WordParagraph(
          text.toString(),
          style,
          listSaid ? list : styles.list(style),
          breakBefore || styles.breaksBefore(style),
          !anyPlain);
    }
  }
}

package confidant.ingest.flow.open;

import confidant.ingest.extract.LimitExceededException;
import confidant.ingest.flow.FlowCell;
import confidant.ingest.flow.FlowCell.Emphasis;
import confidant.ingest.flow.FlowLimits;
import confidant.ingest.flow.FlowSink;
import confidant.ingest.flow.FlowTable;
import confidant.ingest.flow.zip.XmlPart;
import confidant.ingest.flow.zip.ZipParts;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Reads OpenDocument texts (ODT): headers, then the text, then footers. */
public final class OpenTextReader {

  private static final String CONTENT = "content.xml";
  private static final String STYLES = "styles.xml";

  private final ZipParts zip;
  private final FlowSink sink;
  private final OpenStyles styles = new OpenStyles();
  private final Set<String> headers = new LinkedHashSet<>();
  private final Set<String> footers = new LinkedHashSet<>();
  private int depth;

  private OpenTextReader(ZipParts zip, FlowSink sink) {
    this.zip = zip;
    this.sink = sink;
  }

  /** Reads a text; see {@link confidant.ingest.flow.FlowSource}. */
  public static void read(byte[] bytes, Optional<String> password, FlowSink sink)
      throws IOException {
    new OpenTextReader(OpenPackage.open(bytes), sink).read();
  }

  private void read() throws IOException {
    if (zip.contains(STYLES)) {
      try (XmlPart xml = XmlPart.open(zip, STYLES)) {
        readStyles(xml);
      }
    }
    headers.forEach(sink::paragraph);
    try (XmlPart xml = XmlPart.open(zip, CONTENT)) {
      while (xml.next()) {
        if (xml.isStart("style")) {
          styles.read(xml);
        } else if (xml.isStart("text")) {
          blocks(xml, "text", sink);
        }
      }
    }
    footers.stream().filter(text -> !headers.contains(text)).forEach(sink::paragraph);
  }

  private void readStyles(XmlPart xml) throws IOException {
    while (xml.next()) {
      if (xml.isStart("style")) {
        styles.read(xml);
      } else if (xml.isStart() && xml.name().matches("header(-left|-first)?")) {
        margin(xml, headers);
      } else if (xml.isStart() && xml.name().matches("footer(-left|-first)?")) {
        margin(xml, footers);
      }
    }
  }

  private void margin(XmlPart xml, Set<String> texts) throws IOException {
    String end = xml.name();
    while (xml.next() && !xml.isEnd(end)) {
      if (xml.isStart("p") || xml.isStart("h")) {
        String text = OpenParagraph.read(xml, styles).strip();
        if (!text.isEmpty()) {
          texts.add(text);
        }
      }
    }
  }

  private void blocks(XmlPart xml, String end, FlowSink target) throws IOException {
    while (xml.next() && !xml.isEnd(end)) {
      if (xml.isStart()) {
        switch (xml.name()) {
          case "p", "h" -> paragraph(xml, target);
          case "list" -> list(xml, target, 0);
          case "table" -> table(xml, target);
          case "tracked-changes", "annotation", "forms", "sequence-decls" -> xml.skip();
          default -> {
            // Sections, indexes and frames only wrap what they hold.
          }
        }
      }
    }
  }

  private void paragraph(XmlPart xml, FlowSink target) throws IOException {
    String style = xml.attribute("style-name");
    boolean heading = xml.name().equals("h");
    if (styles.breaksBefore(style)) {
      target.pageBreak();
    }
    String text = OpenParagraph.read(xml, styles);
    if (styles.isHidden(style)) {
      return;
    }
    if (target instanceof CellContent cell && !text.isBlank()) {
      cell.look(styles.isBold(style) || styles.isTableHeading(style));
    }
    if (heading) {
      target.heading(text);
    } else {
      target.paragraph(text);
    }
  }

  private void list(XmlPart xml, FlowSink target, int level) throws IOException {
    enter();
    while (xml.next() && !xml.isEnd("list")) {
      if (xml.isStart("p") || xml.isStart("h")) {
        target.listItem(level, "-", OpenParagraph.read(xml, styles));
      } else if (xml.isStart("list")) {
        list(xml, target, level + 1);
      }
    }
    depth--;
  }

  /** The table that begins here, and after it those in its cells. */
  private void table(XmlPart xml, FlowSink target) throws IOException {
    enter();
    List<List<FlowCell>> rows = new ArrayList<>();
    List<FlowTable> inner = new ArrayList<>();
    boolean heading = false;
    while (xml.next() && !xml.isEnd("table")) {
      if (xml.isStart("table-header-rows") || xml.isEnd("table-header-rows")) {
        heading = xml.isStart();
      } else if (xml.isStart("table-row")) {
        rows.add(row(xml, heading, inner));
      }
    }
    target.table(new FlowTable(rows));
    inner.forEach(target::table);
    depth--;
  }

  private List<FlowCell> row(XmlPart xml, boolean heading, List<FlowTable> inner)
      throws IOException {
    List<FlowCell> cells = new ArrayList<>();
    while (xml.next() && !xml.isEnd("table-row")) {
      // Covered cells are left out, as the spans of others already say so.
      if (xml.isStart("table-cell")) {
        int repeated =
            Math.clamp(xml.attribute("number-columns-repeated", 1), 1, FlowLimits.COLUMNS);
        FlowCell cell = cell(xml, heading, inner);
        for (int i = 0; i < repeated; i++) {
          cells.add(cell);
        }
      }
    }
    return cells;
  }

  private FlowCell cell(XmlPart xml, boolean heading, List<FlowTable> inner) throws IOException {
    int columns = Math.clamp(xml.attribute("number-columns-spanned", 1), 1, FlowLimits.COLUMNS);
    int rows = Math.clamp(xml.attribute("number-rows-spanned", 1), 1, FlowLimits.CELLS);
    CellContent content = new CellContent(inner);
    blocks(xml, "table-cell", content);
    return new FlowCell(
        content.text(), columns, rows, heading ? Emphasis.HEADING : content.emphasis());
  }

  private void enter() {
    if (++depth > FlowLimits.NESTING) {
      throw new LimitExceededException("tables or lists lie too deep in each other");
    }
  }
}

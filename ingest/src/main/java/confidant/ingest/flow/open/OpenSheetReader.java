package confidant.ingest.flow.open;

import confidant.ingest.flow.FlowCell.Emphasis;
import confidant.ingest.flow.FlowLimits;
import confidant.ingest.flow.FlowSink;
import confidant.ingest.flow.sheet.LeftOut;
import confidant.ingest.flow.sheet.Sheet;
import confidant.ingest.flow.sheet.SheetTables;
import confidant.ingest.flow.zip.XmlPart;
import confidant.ingest.flow.zip.ZipParts;
import java.io.IOException;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/**
 * Reads OpenDocument spreadsheets (ODS), a page per sheet. Cells hold what they show beside their
 * values; what is hidden is left out and said so.
 */
public final class OpenSheetReader {

  private final FlowSink sink;
  private final OpenStyles styles = new OpenStyles();
  private final LeftOut leftOut = new LeftOut();

  private OpenSheetReader(FlowSink sink) {
    this.sink = sink;
  }

  /** Reads a spreadsheet; see {@link confidant.ingest.flow.FlowSource}. */
  public static void read(byte[] bytes, Optional<String> password, FlowSink sink)
      throws IOException {
    ZipParts zip = OpenPackage.open(bytes);
    try (XmlPart xml = XmlPart.open(zip, "content.xml")) {
      new OpenSheetReader(sink).read(xml);
    }
  }

  private void read(XmlPart xml) throws IOException {
    while (xml.next()) {
      if (xml.isStart("style")) {
        styles.read(xml);
      } else if (xml.isStart("tracked-changes") || xml.isStart("dde-links")) {
        xml.skip();
      } else if (xml.isStart("table")) {
        String name = xml.attribute("name");
        if (styles.isHidden(xml.attribute("style-name"))) {
          leftOut.sheet(name);
          xml.skip();
        } else {
          SheetTables.emit(name, new OneSheet().read(xml), sink);
        }
      }
    }
    leftOut.tell(sink);
  }

  /** Reads one sheet. */
  private final class OneSheet {

    private final Sheet sheet = new Sheet();
    private final Set<Integer> hiddenColumns = new HashSet<>();
    private final Set<Integer> skippedColumns = new HashSet<>();
    private int columns;
    private int row;

    Sheet read(XmlPart xml) throws IOException {
      while (xml.next() && !xml.isEnd("table")) {
        if (xml.isStart("table-column")) {
          readColumns(xml);
        } else if (xml.isStart("table-row")) {
          readRow(xml);
        } else if (xml.isStart("shapes") || xml.isStart("forms")) {
          xml.skip();
        }
      }
      leftOut.columns(skippedColumns.size());
      return sheet;
    }

    private void readColumns(XmlPart xml) {
      int repeated = repeated(xml, "number-columns-repeated");
      boolean hidden = isHidden(xml);
      for (int i = 0; hidden && i < Math.min(repeated, FlowLimits.CELLS); i++) {
        hiddenColumns.add(columns + i);
      }
      columns += repeated;
    }

    private void readRow(XmlPart xml) throws IOException {
      int repeated = repeated(xml, "number-rows-repeated");
      boolean hidden = isHidden(xml);
      boolean filled = false;
      int column = 0;
      while (xml.next() && !xml.isEnd("table-row")) {
        if (xml.isStart("table-cell") || xml.isStart("covered-table-cell")) {
          boolean covered = xml.isStart("covered-table-cell");
          int times = repeated(xml, "number-columns-repeated");
          int spannedColumns = xml.attribute("number-columns-spanned", 1);
          int spannedRows = xml.attribute("number-rows-spanned", 1);
          Emphasis emphasis =
              styles.isBold(xml.attribute("style-name")) ? Emphasis.BOLD : Emphasis.NONE;
          String text = text(xml);
          if (!text.isBlank() && !covered) {
            filled = true;
            if (!hidden) {
              fill(column, times, repeated, text, emphasis);
              sheet.merge(row, column, spannedRows, spannedColumns);
            }
          }
          column += times;
        }
      }
      leftOut.rows(hidden && filled ? repeated : 0);
      row += repeated;
    }

    private void fill(int first, int times, int rows, String text, Emphasis emphasis) {
      for (int column = first; column < first + times; column++) {
        if (hiddenColumns.contains(column)) {
          skippedColumns.add(column);
        } else {
          for (int i = 0; i < rows; i++) {
            sheet.put(row + i, column, text, emphasis);
          }
        }
      }
    }

    /** Lines of the cell that begins here, or the value if it shows none. */
    private String text(XmlPart xml) throws IOException {
      String end = xml.name();
      String value = xml.attribute("value");
      StringBuilder text = new StringBuilder();
      while (xml.next() && !xml.isEnd(end)) {
        if (xml.isStart("p")) {
          text.append(text.isEmpty() ? "" : "\n").append(OpenParagraph.read(xml, styles));
        } else if (xml.isStart("annotation") || xml.isStart("shapes")) {
          xml.skip();
        }
      }
      return text.isEmpty() ? value : text.toString();
    }

    private static boolean isHidden(XmlPart xml) {
      String visibility = xml.attribute("visibility");
      return visibility.equals("collapse") || visibility.equals("filter");
    }

    private static int repeated(XmlPart xml, String attribute) {
      return Math.max(1, xml.attribute(attribute, 1));
    }
  }
}

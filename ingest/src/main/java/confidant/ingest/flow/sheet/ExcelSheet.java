package confidant.ingest.flow.sheet;

import confidant.ingest.flow.sheet.ExcelStyles.Style;
import confidant.ingest.flow.zip.XmlPart;
import java.io.IOException;
import java.util.HashSet;
import java.util.Set;

/** Reads one sheet of an Excel workbook: displayed values, without hidden rows and columns. */
final class ExcelSheet {

  private static final int LAST_COLUMN = 16_383;

  private final SharedTexts texts;
  private final ExcelStyles styles;
  private final CellFormats formats;
  private final LeftOut leftOut;
  private final Sheet sheet = new Sheet();
  private final Set<Integer> hiddenColumns = new HashSet<>();
  private final Set<Integer> skippedColumns = new HashSet<>();
  private int row = -1;
  private int column = -1;

  ExcelSheet(SharedTexts texts, ExcelStyles styles, CellFormats formats, LeftOut leftOut) {
    this.texts = texts;
    this.styles = styles;
    this.formats = formats;
    this.leftOut = leftOut;
  }

  Sheet read(XmlPart xml) throws IOException {
    while (xml.next()) {
      if (xml.isStart("col") && xml.isSet("hidden")) {
        int last = Math.min(xml.attribute("max", 0) - 1, LAST_COLUMN);
        for (int hidden = xml.attribute("min", 1) - 1; hidden <= last; hidden++) {
          hiddenColumns.add(hidden);
        }
      } else if (xml.isStart("row")) {
        readRow(xml);
      } else if (xml.isStart("mergeCell")) {
        merge(xml.attribute("ref"));
      }
    }
    leftOut.columns(skippedColumns.size());
    return sheet;
  }

  private void readRow(XmlPart xml) throws IOException {
    row = xml.attribute("r", row + 2) - 1;
    column = -1;
    boolean hidden = xml.isSet("hidden");
    boolean filled = false;
    while (xml.next() && !xml.isEnd("row")) {
      if (xml.isStart("c")) {
        column =
            CellReference.parse(xml.attribute("r")).map(CellReference::column).orElse(column + 1);
        Style style = styles.style(xml.attribute("s", 0));
        String text = text(xml, style);
        filled |= !text.isBlank();
        if (!hidden && !hiddenColumns.contains(column)) {
          sheet.put(row, column, text, style.emphasis());
        } else if (!hidden && !text.isBlank()) {
          skippedColumns.add(column);
        }
      }
    }
    leftOut.rows(hidden && filled ? 1 : 0);
  }

  /** What the cell that begins here shows; of a formula its last result. */
  private String text(XmlPart xml, Style style) throws IOException {
    String type = xml.attribute("t");
    String value = "";
    while (xml.next() && !xml.isEnd("c")) {
      if (xml.isStart("v")) {
        value = xml.content();
      } else if (xml.isStart("is")) {
        value = SharedTexts.text(xml, "is");
      } else if (xml.isStart("f")) {
        xml.skip();
      }
    }
    return switch (type) {
      case "s" -> texts.get(value);
      case "b" -> value.strip().equals("1") ? "TRUE" : value.isBlank() ? "" : "FALSE";
      case "str", "inlineStr", "e", "d" -> value;
      default -> number(value, style);
    };
  }

  private String number(String value, Style style) {
    try {
      return value.isBlank()
          ? ""
          : formats.text(Double.parseDouble(value.strip()), style.format(), style.code());
    } catch (NumberFormatException e) {
      return value;
    }
  }

  private void merge(String range) {
    int colon = range.indexOf(':');
    if (colon > 0) {
      CellReference.parse(range.substring(0, colon))
          .ifPresent(
              first ->
                  CellReference.parse(range.substring(colon + 1))
                      .ifPresent(
                          last ->
                              sheet.merge(
                                  first.row(),
                                  first.column(),
                                  last.row() - first.row() + 1,
                                  last.column() - first.column() + 1)));
    }
  }
}

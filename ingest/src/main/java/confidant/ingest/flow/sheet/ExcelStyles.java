package confidant.ingest.flow.sheet;

import confidant.ingest.flow.FlowCell.Emphasis;
import confidant.ingest.flow.zip.XmlPart;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Number formats and bold print by the number of a cell's style. */
final class ExcelStyles {

  private static final Style DEFAULT = new Style(0, "", Emphasis.NONE);

  private final Map<Integer, String> codes = new HashMap<>();
  private final List<Boolean> boldFonts = new ArrayList<>();
  private final List<Style> styles = new ArrayList<>();

  /**
   * A cell's style.
   *
   * @param format number of the format
   * @param code of the format; empty for a built-in one
   */
  record Style(int format, String code, Emphasis emphasis) {}

  /** Reads {@code styles.xml}: formats and fonts stand before the styles that use them. */
  void read(XmlPart xml) throws IOException {
    while (xml.next()) {
      if (xml.isStart("numFmt")) {
        codes.put(xml.attribute("numFmtId", 0), xml.attribute("formatCode"));
      } else if (xml.isStart("fonts")) {
        readFonts(xml);
      } else if (xml.isStart("cellXfs")) {
        readStyles(xml);
      } else if (xml.isStart("dxfs")) {
        xml.skip();
      }
    }
  }

  private void readFonts(XmlPart xml) throws IOException {
    boolean bold = false;
    while (xml.next() && !xml.isEnd("fonts")) {
      if (xml.isStart("font")) {
        bold = false;
      } else if (xml.isStart("b")) {
        bold = !xml.attribute("val").equals("0") && !xml.attribute("val").equals("false");
      } else if (xml.isEnd("font")) {
        boldFonts.add(bold);
      }
    }
  }

  private void readStyles(XmlPart xml) throws IOException {
    while (xml.next() && !xml.isEnd("cellXfs")) {
      if (xml.isStart("xf")) {
        int format = xml.attribute("numFmtId", 0);
        int font = xml.attribute("fontId", 0);
        boolean bold = font >= 0 && font < boldFonts.size() && boldFonts.get(font);
        styles.add(
            new Style(
                format, codes.getOrDefault(format, ""), bold ? Emphasis.BOLD : Emphasis.NONE));
      }
    }
  }

  Style style(int number) {
    return number >= 0 && number < styles.size() ? styles.get(number) : DEFAULT;
  }
}

package confidant.ingest.flow.word;

import confidant.ingest.flow.zip.XmlPart;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What styles of paragraphs say about breaks, headings and lists. */
final class WordStyles {

  /** Styles are based on each other; more steps are a circle. */
  private static final int MAX_STEPS = 20;

  private final Map<String, Style> styles = new HashMap<>();

  /** A style as it is written, without what it is based on. */
  private record Style(String base, boolean heading, boolean breakBefore, ListReference list) {}

  /** Reads {@code styles.xml}. */
  void read(XmlPart xml) throws IOException {
    while (xml.next()) {
      if (xml.isStart("style") && xml.attribute("type").equals("paragraph")) {
        readStyle(xml, xml.attribute("styleId"));
      }
    }
  }

  private void readStyle(XmlPart xml, String id) throws IOException {
    String base = "";
    boolean heading = false;
    boolean breakBefore = false;
    int list = 0;
    int level = 0;
    while (xml.next() && !xml.isEnd("style")) {
      if (xml.isStart()) {
        switch (xml.name()) {
          case "basedOn" -> base = xml.attribute("val");
          case "outlineLvl" -> heading = xml.attribute("val", 9) < 9;
          case "pageBreakBefore" -> breakBefore = WordText.isOn(xml);
          case "numId" -> list = xml.attribute("val", 0);
          case "ilvl" -> level = xml.attribute("val", 0);
          default -> {
            // Looks say nothing here.
          }
        }
      }
    }
    styles.put(id, new Style(base, heading, breakBefore, new ListReference(list, level)));
  }

  boolean isHeading(String id) {
    return lineage(id).stream().anyMatch(Style::heading);
  }

  boolean breaksBefore(String id) {
    return lineage(id).stream().anyMatch(Style::breakBefore);
  }

  ListReference list(String id) {
    return lineage(id).stream()
        .map(Style::list)
        .filter(list -> !list.isNone())
        .findFirst()
        .orElse(ListReference.NONE);
  }

  /** A style and those it is based on, nearest first. */
  private List<Style> lineage(String id) {
    List<Style> lineage = new ArrayList<>();
    Style style = styles.get(id);
    while (style != null && lineage.size() < MAX_STEPS) {
      lineage.add(style);
      style = styles.get(style.base());
    }
    return lineage;
  }
}

package confidant.ingest.flow.open;

import confidant.ingest.flow.zip.XmlPart;
import java.io.IOException;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/** What automatic styles say about page breaks, bold print and hidden sheets. */
final class OpenStyles {

  /** Styles are based on each other; more steps are a circle. */
  private static final int MAX_STEPS = 20;

  private final Map<String, String> parents = new HashMap<>();
  private final Set<String> breaks = new HashSet<>();
  private final Set<String> bold = new HashSet<>();
  private final Set<String> hidden = new HashSet<>();

  /** Reads the style that begins here. */
  void read(XmlPart xml) throws IOException {
    String name = xml.attribute("name");
    parents.put(name, xml.attribute("parent-style-name"));
    while (xml.next() && !xml.isEnd("style")) {
      if (xml.isStart("paragraph-properties") && xml.attribute("break-before").equals("page")) {
        breaks.add(name);
      } else if (xml.isStart("text-properties") && xml.attribute("font-weight").equals("bold")) {
        bold.add(name);
      } else if (xml.isStart("text-properties") && xml.attribute("display").equals("none")) {
        hidden.add(name);
      } else if (xml.isStart("table-properties") && xml.attribute("display").equals("false")) {
        hidden.add(name);
      }
    }
  }

  boolean breaksBefore(String name) {
    return holds(breaks, name);
  }

  boolean isBold(String name) {
    return holds(bold, name);
  }

  /** Whether it is the style, or one made of it, that LibreOffice gives to headings of tables. */
  boolean isTableHeading(String name) {
    return holds(Set.of("Table_20_Heading"), name);
  }

  boolean isHidden(String name) {
    return holds(hidden, name);
  }

  private boolean holds(Set<String> names, String name) {
    String at = name;
    for (int i = 0; i < MAX_STEPS && !at.isEmpty(); i++) {
      if (names.contains(at)) {
        return true;
      }
      at = parents.getOrDefault(at, "");
    }
    return false;
  }
}

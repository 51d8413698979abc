package confidant.ingest.flow.sheet;

import confidant.ingest.flow.zip.XmlPart;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** Texts that cells refer to by number. */
final class SharedTexts {

  private final List<String> texts = new ArrayList<>();

  /** Reads {@code sharedStrings.xml}. */
  void read(XmlPart xml) throws IOException {
    while (xml.next()) {
      if (xml.isStart("si")) {
        texts.add(text(xml, "si"));
      }
    }
  }

  /** Text in runs up to the end of {@code element}, without hints how to pronounce it. */
  static String text(XmlPart xml, String element) throws IOException {
    StringBuilder text = new StringBuilder();
    while (xml.next() && !xml.isEnd(element)) {
      if (xml.isStart("rPh")) {
        xml.skip();
      } else if (xml.isStart("t")) {
        text.append(xml.content());
      }
    }
    return text.toString();
  }

  /** The text of a number; empty if there is none. */
  String get(String number) {
    try {
      int index = Integer.parseInt(number.strip());
      return index >= 0 && index < texts.size() ? texts.get(index) : "";
    } catch (NumberFormatException e) {
      return "";
    }
  }
}

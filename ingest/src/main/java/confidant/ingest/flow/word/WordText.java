package confidant.ingest.flow.word;

import confidant.ingest.flow.zip.XmlPart;

/** Small things that several parts of a Word document have in common. */
final class WordText {

  /** Stands for a page break in the text of a paragraph. */
  static final char PAGE_BREAK = '\f';

  private WordText() {}

  /** Whether a property that is on by being there is not switched off. */
  static boolean isOn(XmlPart xml) {
    String value = xml.attribute("val");
    return !(value.equals("0") || value.equals("false") || value.equals("off"));
  }
}

package confidant.ingest.flow.open;

import confidant.ingest.flow.zip.XmlPart;
import java.io.IOException;
import java.util.Set;

/** The text of a paragraph, whose blanks and tabs are elements. */
final class OpenParagraph {

  /** Remarks, what was deleted, and forms of the same for other readers. */
  private static final Set<String> LEFT_OUT =
      Set.of("annotation", "note-citation", "tracked-changes", "ruby-text", "title", "desc");

  private static final int MOST_BLANKS = 200;

  private final XmlPart xml;
  private final OpenStyles styles;
  private final StringBuilder text = new StringBuilder();
  private final StringBuilder after = new StringBuilder();

  private OpenParagraph(XmlPart xml, OpenStyles styles) {
    this.xml = xml;
    this.styles = styles;
  }

  /** Reads the paragraph or heading that begins here; notes and text boxes follow on own lines. */
  static String read(XmlPart xml, OpenStyles styles) throws IOException {
    OpenParagraph paragraph = new OpenParagraph(xml, styles);
    paragraph.read(paragraph.text, xml.name());
    return paragraph.after.isEmpty()
        ? paragraph.text.toString()
        : paragraph.text + "\n" + paragraph.after;
  }

  private void read(StringBuilder out, String end) throws IOException {
    while (xml.next() && !xml.isEnd(end)) {
      if (xml.isText()) {
        // Line ends and blanks of the file's own layout are one blank.
        out.append(xml.text().replaceAll("\\s+", " "));
      } else if (xml.isStart()) {
        element(out);
      }
    }
  }

  private void element(StringBuilder out) throws IOException {
    switch (xml.name()) {
      case "s" -> out.append(" ".repeat(Math.clamp(xml.attribute("c", 1), 0, MOST_BLANKS)));
      case "tab" -> out.append('\t');
      case "line-break" -> out.append('\n');
      case "span" -> {
        if (styles.isHidden(xml.attribute("style-name"))) {
          xml.skip();
        }
      }
      case "note-body", "text-box" -> inner(xml.name());
      default -> {
        if (LEFT_OUT.contains(xml.name())) {
          xml.skip();
        }
      }
    }
  }

  /** Paragraphs inside this one; tables in them become lines of cells. */
  private void inner(String end) throws IOException {
    while (xml.next() && !xml.isEnd(end)) {
      if (xml.isStart("p") || xml.isStart("h")) {
        after.append(read(xml, styles)).append('\n');
      }
    }
  }
}

package confidant.ingest.flow.word;

import confidant.ingest.flow.FlowSink;

/**
 * A paragraph.
 *
 * @param text with {@link WordText#PAGE_BREAK} where a page ends
 * @param style name of its style
 * @param list the list that it is an item of, as it says itself or by its style
 * @param breakBefore whether it begins a page
 * @param bold whether all its text is bold
 */
record WordParagraph(
    String text, String style, ListReference list, boolean breakBefore, boolean bold) {

  boolean isBlank() {
    return text.isBlank();
  }

  /** The text with what stands before an item of a list, as one line of a cell. */
  String inCell(WordLists lists) {
    String line = text.replace(WordText.PAGE_BREAK, ' ');
    return list.isNone() || isBlank() ? line : lists.nextMarker(list) + " " + line.strip();
  }

  void emit(FlowSink sink, WordStyles styles, WordLists lists) {
    if (breakBefore) {
      sink.pageBreak();
    }
    boolean first = true;
    for (String part : text.split(String.valueOf(WordText.PAGE_BREAK), -1)) {
      if (!first) {
        sink.pageBreak();
      }
      if (!part.isBlank()) {
        emitPart(part, first, sink, styles, lists);
      }
      first = false;
    }
  }

  private void emitPart(
      String part, boolean first, FlowSink sink, WordStyles styles, WordLists lists) {
    if (first && !list.isNone()) {
      String marker = lists.nextMarker(list);
      if (styles.isHeading(style)) {
        sink.heading(marker + " " + part);
      } else {
        sink.listItem(list.level(), marker, part);
      }
    } else if (styles.isHeading(style)) {
      sink.heading(part);
    } else {
      sink.paragraph(part);
    }
  }
}

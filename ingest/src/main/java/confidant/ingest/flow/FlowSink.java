package confidant.ingest.flow;

/** Takes what a source without pages holds, in reading order. */
public interface FlowSink {

  /** A heading of one line. */
  void heading(String text);

  /** Lines of text, separated by line ends; tabs separate columns. */
  void paragraph(String text);

  /**
   * An item of a list.
   *
   * @param depth 0 in the outermost list
   * @param marker what stands before it, such as {@code -} or {@code 2.}
   */
  void listItem(int depth, String marker, String text);

  /** A table. */
  void table(FlowTable table);

  /** What follows stands on another page. */
  void pageBreak();

  /** A file inside the document. */
  void attachment(String name, byte[] bytes);

  /** A sentence for the person about what was left out, without the document's name before it. */
  void notice(String sentence);
}

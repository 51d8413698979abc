package confidant.ingest.flow.rtf;

import java.nio.charset.Charset;

/** What holds inside one group of rich text and the groups in it. */
final class RtfState {

  Charset charset;
  boolean hidden;
  boolean bold;
  boolean inTable;

  /** Characters after a Unicode one that stand for it where a reader knows no Unicode. */
  int fallbacks = 1;

  RtfState(Charset charset) {
    this.charset = charset;
  }

  RtfState copy() {
    RtfState copy = new RtfState(charset);
    copy.hidden = hidden;
    copy.bold = bold;
    copy.inTable = inTable;
    copy.fallbacks = fallbacks;
    return copy;
  }
}

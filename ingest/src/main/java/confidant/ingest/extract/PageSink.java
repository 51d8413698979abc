package confidant.ingest.extract;

import confidant.ingest.page.RawPage;

/** Takes pages one after the other, so that a long file never lies in memory as glyphs. */
public interface PageSink {

  /** Whether page {@code number}, counted from 1, is wanted. */
  boolean wants(int number);

  /** Page {@code number} of {@code pages} is about to be read. */
  void starting(int number, int pages);

  /**
   * A page was read.
   *
   * @param view what it looks like; of use only until this method returns
   * @return whether text was found in its pictures
   */
  boolean accept(RawPage page, PageView view);

  /** Asked between pages. */
  boolean isCancelled();
}

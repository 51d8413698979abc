package confidant.ingest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import confidant.ingest.ReadResult.Read;
import org.junit.jupiter.api.Test;

/** Documents of Word 97 to 2003, which no library at hand can write. */
class Word97ReadingTest {

  @Test
  void leavesOutWhatIsDeleted() {
    String markdown = Reading.markdown(read("office__reviewing.doc"));
    assertTrue(markdown.contains("This text has been inserted"), markdown);
    assertFalse(markdown.contains("has been deleted"), markdown);
  }

  @Test
  void readsTables() {
    Read read = read("office__licences.doc");
    String markdown = Reading.markdown(read);
    assertTrue(
        markdown.contains(
            """
            | License | GPL v3.0 | LGPL v3.0 | BSD | MIT (X11) | Apache v2.0 |
            | --- | --- | --- | --- | --- | --- |
            """),
        markdown);
    assertEquals("application/msword", read.document().mediaType());
  }

  private static Read read(String name) {
    return assertInstanceOf(
        Read.class,
        new DocumentReader().read(Corpus.path(name), ReadOptions.defaults(), ReadProgress.none()));
  }
}

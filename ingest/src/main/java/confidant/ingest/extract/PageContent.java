package confidant.ingest.extract;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Iterator;
import org.apache.pdfbox.cos.COSStream;
import org.apache.pdfbox.io.RandomAccessRead;
import org.apache.pdfbox.io.RandomAccessReadBuffer;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDResources;
import org.apache.pdfbox.pdmodel.ResourceCache;
import org.apache.pdfbox.pdmodel.common.PDStream;
import org.jspecify.annotations.Nullable;

/**
 * The operators of a page, unpacked once to be looked at and to be run. What is not packed in the
 * usual way, or not whole, is left to the PDF library to unpack again.
 *
 * @param page the page to be run
 * @param isCut whether its packed bytes end early
 */
record PageContent(PDPage page, boolean isCut) {

  /**
   * Looks at all content of {@code page}.
   *
   * @throws LimitExceededException if it is not safe to run
   */
  static PageContent of(PDPage page, StreamGuard guard) throws IOException {
    ByteArrayOutputStream operators = new ByteArrayOutputStream();
    boolean whole = true;
    boolean cut = false;
    Iterator<PDStream> streams = page.getContentStreams();
    while (streams.hasNext()) {
      COSStream stream = streams.next().getCOSObject();
      byte @Nullable [] unpacked = StreamGuard.unpack(stream);
      if (unpacked == null) {
        guard.check(stream);
        cut |= StreamGuard.isCut(stream);
        whole = false;
      } else if (whole) {
        if (operators.size() > 0) {
          // Streams are parted by white space, whatever they end with.
          operators.write('\n');
        }
        operators.writeBytes(unpacked);
        whole = operators.size() <= Limits.STREAM_BYTES;
      }
    }
    return new PageContent(
        whole && operators.size() > 0 ? new Unpacked(page, operators.toByteArray()) : page, cut);
  }

  /** A page with its content at hand; all else is as in the file. */
  private static final class Unpacked extends PDPage {
    private final PDPage page;
    private final byte[] operators;

    Unpacked(PDPage page, byte[] operators) {
      super(page.getCOSObject());
      this.page = page;
      this.operators = operators;
    }

    /** With the fonts that the document has loaded so far. */
    @Override
    public PDResources getResources() {
      return page.getResources();
    }

    @Override
    public ResourceCache getResourceCache() {
      return page.getResourceCache();
    }

    @Override
    public RandomAccessRead getContentsForStreamParsing() {
      return getContentsForRandomAccess();
    }

    @Override
    public RandomAccessRead getContentsForRandomAccess() {
      return new RandomAccessReadBuffer(operators);
    }

    @Override
    public InputStream getContents() {
      return new ByteArrayInputStream(operators);
    }
  }
}

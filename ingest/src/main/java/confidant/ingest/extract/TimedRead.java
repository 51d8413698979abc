package confidant.ingest.extract;

import java.io.IOException;
import org.apache.pdfbox.io.RandomAccessRead;
import org.apache.pdfbox.io.RandomAccessReadView;

/** Reads a file until a deadline: the only hold on a parser that circles in a damaged file. */
final class TimedRead implements RandomAccessRead {

  /** Looking at the clock costs more than reading a byte. */
  private static final int CALLS_PER_CHECK = 1024;

  private final RandomAccessRead source;
  private volatile Deadline deadline;
  private int calls;

  TimedRead(RandomAccessRead source, Deadline deadline) {
    this.source = source;
    this.deadline = deadline;
  }

  /** Gives more time, until {@code later}. */
  void extend(Deadline later) {
    deadline = later;
  }

  private void check() {
    if (++calls % CALLS_PER_CHECK == 0) {
      deadline.check();
    }
  }

  @Override
  public int read() throws IOException {
    check();
    return source.read();
  }

  @Override
  public int peek() throws IOException {
    check();
    return source.peek();
  }

  @Override
  public void rewind(int bytes) throws IOException {
    check();
    source.rewind(bytes);
  }

  @Override
  public void skip(int bytes) throws IOException {
    check();
    source.skip(bytes);
  }

  @Override
  public int read(byte[] bytes, int offset, int length) throws IOException {
    check();
    return source.read(bytes, offset, length);
  }

  @Override
  public long getPosition() throws IOException {
    return source.getPosition();
  }

  @Override
  public void seek(long position) throws IOException {
    check();
    source.seek(position);
  }

  @Override
  public long length() throws IOException {
    return source.length();
  }

  @Override
  public boolean isClosed() {
    return source.isClosed();
  }

  @Override
  public boolean isEOF() throws IOException {
    return source.isEOF();
  }

  @Override
  public RandomAccessReadView createView(long start, long length) throws IOException {
    return new RandomAccessReadView(this, start, length);
  }

  @Override
  public void close() throws IOException {
    source.close();
  }
}

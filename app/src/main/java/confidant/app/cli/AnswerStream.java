package confidant.app.cli;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.Charset;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A print stream that can say why writing failed, which {@link PrintStream} keeps to itself. */
public final class AnswerStream extends PrintStream {

  AnswerStream(OutputStream target, Charset charset) {
    super(new Sink(target), false, charset);
  }

  /** The first failure to write; empty if all went well. */
  Optional<IOException> failure() {
    flush();
    return Optional.ofNullable(((Sink) out).failure);
  }

  private static final class Sink extends FilterOutputStream {
    private volatile @Nullable IOException failure;

    Sink(OutputStream target) {
      super(target);
    }

    @Override
    public void write(int b) throws IOException {
      write(new byte[] {(byte) b}, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int offset, int length) throws IOException {
      try {
        out.write(bytes, offset, length);
      } catch (IOException e) {
        keep(e);
        throw e;
      }
    }

    @Override
    public void flush() throws IOException {
      try {
        out.flush();
      } catch (IOException e) {
        keep(e);
        throw e;
      }
    }

    /** Later failures follow from the first. */
    private synchronized void keep(IOException e) {
      if (failure == null) {
        failure = e;
      }
    }
  }
}

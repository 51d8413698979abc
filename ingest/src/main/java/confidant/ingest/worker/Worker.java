package confidant.ingest.worker;

import confidant.ingest.DocumentReader;
import confidant.ingest.DocumentSource;
import confidant.ingest.PlainReader;
import confidant.ingest.ReadProgress;
import confidant.ingest.ReadResult;
import confidant.ingest.ReadResult.Reason;
import confidant.ingest.ReadResult.Refused;
import confidant.ingest.overlay.Overlay;
import confidant.ingest.overlay.PagePicture;
import java.io.FileDescriptor;
import java.io.FileInputStream;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.Charset;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The reading process: reads the files it is asked for, one after the other, until the program that
 * started it goes away.
 */
public final class Worker {
  private static final Logger LOG = LoggerFactory.getLogger(Worker.class);

  /** Stack of the reading thread: some parsers descend as deep as a file nests. */
  private static final long STACK_BYTES = 16L << 20;

  private static final long NANOS_BETWEEN_NEWS = Duration.ofMillis(20).toNanos();

  private final DocumentSource documents;
  private final OutputStream out;

  private Worker(DocumentSource documents, OutputStream out) {
    this.documents = documents;
    this.out = out;
  }

  /**
   * Serves on the standard streams.
   *
   * @param args the folder for temporary files, which is removed at the end
   */
  public static void main(String[] args) {
    Path temporary = Path.of(args[0]);
    System.setProperty("java.io.tmpdir", temporary.toString());
    // What a library prints must not get between the frames.
    System.setOut(
        new PrintStream(OutputStream.nullOutputStream(), false, Charset.defaultCharset()));
    int code = 0;
    try {
      InputStream in = new FileInputStream(FileDescriptor.in);
      new Worker(new DocumentReader(), new FileOutputStream(FileDescriptor.out)).serve(in);
    } catch (IOException e) {
      LOG.warn("The pipe to the program is broken: {}", e.toString());
      code = 1;
    }
    TemporaryFolder.delete(temporary);
    // A parser that circles must not keep the process alive.
    Runtime.getRuntime().halt(code);
  }

  /** Answers requests until the stream ends, which is noticed while a file is being read, too. */
  private void serve(InputStream in) throws IOException {
    Frames.Reader requests = Frames.reader(in);
    Frames.write(out, new Message.Ready(Message.VERSION));
    for (var next = requests.next(); next.isPresent(); next = requests.next()) {
      Supplier<Message> answer =
          switch (next.get()) {
            case Message.Read request -> () -> new Message.Done(read(request));
            case Message.Paint request -> () -> new Message.Painted(paint(request));
            default -> throw new IOException("an unexpected message");
          };
      Thread.ofPlatform()
          .daemon()
          .name("paper-reading")
          .stackSize(STACK_BYTES)
          .start(() -> answer(answer));
    }
  }

  private void answer(Supplier<Message> answer) {
    try {
      Frames.write(out, answer.get());
    } catch (IOException e) {
      // The program is gone, or will take this for the end of the process.
      LOG.warn("A result could not be handed over: {}", e.toString());
      Runtime.getRuntime().halt(1);
    }
  }

  private ReadResult read(Message.Read request) {
    Path file = Path.of(request.file());
    try {
      return switch (request.way()) {
        case UNDERSTAND -> documents.read(file, request.options(), new PageNews());
        case DRAW -> draw(file, request);
        case TAKE_TEXT -> new PlainReader().read(file, request.options(), new PageNews());
      };
    } catch (RuntimeException | StackOverflowError e) {
      LOG.warn("A paper could not be read: {}", e.getClass().getName());
      return new Refused(Reason.DAMAGED, WorkerSentences.failed(file));
    }
  }

  private ReadResult draw(Path file, Message.Read request) {
    ReadResult result = documents.read(file, request.options(), new PageNews());
    if (result instanceof ReadResult.Read(var document, _)) {
      Overlay.draw(file, request.options().password(), document, this::tellDrawing);
    }
    return result;
  }

  private static byte[] paint(Message.Paint request) {
    try {
      return PagePicture.png(
          Optional.of(request.file()).filter(file -> !file.isEmpty()).map(Path::of),
          request.password(),
          request.mediaType(),
          request.page(),
          request.dotsPerPoint());
    } catch (RuntimeException | StackOverflowError e) {
      LOG.warn("A page could not be painted: {}", e.getClass().getName());
      return new byte[0];
    }
  }

  private void tellDrawing(int page, byte[] png) {
    try {
      Frames.write(out, new Message.Drawing(page, png));
    } catch (IOException e) {
      LOG.debug("Nobody looks any more", e);
    }
  }

  /**
   * Tells how the reading of one file goes on, as often as a person can see: a message takes longer
   * than a page with some lines.
   */
  private final class PageNews implements ReadProgress {
    private boolean told;
    private long last;

    @Override
    public void page(int page, int pages) {
      long now = System.nanoTime();
      if (told && now - last < NANOS_BETWEEN_NEWS) {
        return;
      }
      told = true;
      last = now;
      try {
        Frames.write(out, new Message.Page(page, pages));
      } catch (IOException e) {
        LOG.debug("Nobody listens any more", e);
      }
    }
  }
}

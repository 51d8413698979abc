package confidant.ingest.fuzz;

import confidant.ingest.DocumentReader;
import confidant.ingest.ReadOptions;
import confidant.ingest.ReadOptions.Ocr;
import confidant.ingest.ReadProgress;
import confidant.ingest.ReadResult;
import confidant.ingest.document.MarkdownWriter;
import confidant.ingest.document.TextWriter;
import confidant.ingest.fields.FieldReader;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Reads spoilt files one after the other in one process, and says line by line what became of each:
 * {@code start N NAME}, {@code page}, {@code end N MILLIS OUTCOME}, at last {@code done}.
 */
final class FuzzChild {

  private static final long STACK_BYTES = 16L << 20;
  private static final int SHOWN_FRAMES = 6;

  /** Recognising text takes a hundred times as long as all else, so few of the files get to it. */
  private static final int RECOGNISED = 50;

  private final FuzzInputs inputs;
  private final Path folder;
  private final PrintStream out;
  private final DocumentReader reader = new DocumentReader();
  private final FieldReader fields = new FieldReader();

  private FuzzChild(FuzzInputs inputs, Path folder, PrintStream out) {
    this.inputs = inputs;
    this.folder = folder;
    this.out = out;
  }

  /**
   * Reads some files.
   *
   * @param args folder of whole files, seed, most bytes of a file, first number, number after the
   *     last, folder to write spoilt files into
   */
  public static void main(String[] args) throws Exception {
    PrintStream out =
        new PrintStream(new FileOutputStream(FileDescriptor.out), true, StandardCharsets.UTF_8);
    System.setOut(new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8));
    FuzzInputs inputs =
        new FuzzInputs(Path.of(args[0]), Long.parseLong(args[1]), Long.parseLong(args[2]));
    FuzzChild child = new FuzzChild(inputs, Path.of(args[5]), out);
    int first = Integer.parseInt(args[3]);
    int end = Integer.parseInt(args[4]);
    Thread thread =
        Thread.ofPlatform()
            .name("fuzz")
            .stackSize(STACK_BYTES)
            .start(
                () -> {
                  for (int number = first; number < end; number++) {
                    child.read(number);
                  }
                  out.println("done");
                });
    thread.join();
  }

  private void read(int number) {
    try {
      FuzzInputs.Input input = inputs.input(number);
      Path file = folder.resolve(input.name());
      Files.write(file, input.bytes());
      out.println("start " + number + " " + input.name());
      long start = System.nanoTime();
      String outcome = outcome(file, number);
      out.println("end " + number + " " + (System.nanoTime() - start) / 1_000_000 + " " + outcome);
      Files.deleteIfExists(file);
    } catch (IOException e) {
      out.println("end " + number + " 0 UNEXPECTED the harness: " + e);
    }
  }

  private String outcome(Path file, int number) {
    Ocr ocr = number % RECOGNISED == 0 ? Ocr.AUTO : Ocr.OFF;
    ReadProgress progress = (page, pages) -> out.println("page");
    try {
      ReadResult result =
          reader.read(file, new ReadOptions(Optional.empty(), Optional.empty(), ocr), progress);
      return switch (result) {
        case ReadResult.Read(var document, _) -> {
          fields.read(document);
          MarkdownWriter.write(document);
          TextWriter.write(document);
          yield "read";
        }
        case ReadResult.Refused(var reason, _) -> "refused " + reason;
      };
    } catch (RuntimeException | StackOverflowError e) {
      return "UNEXPECTED " + e + " at " + frames(e);
    }
  }

  private static String frames(Throwable failure) {
    return Arrays.stream(failure.getStackTrace())
        .limit(SHOWN_FRAMES)
        .map(StackTraceElement::toString)
        .collect(Collectors.joining(" < "))
        .replace('\n', ' ');
  }
}

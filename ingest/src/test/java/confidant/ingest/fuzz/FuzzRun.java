package confidant.ingest.fuzz;

import confidant.ingest.worker.ObservedWorker;
import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Reads spoilt files in a child process, which is watched: one that says nothing for long is
 * killed, one that dies is started again after the file that it died of. Some files are also read
 * by the program's own reading process.
 */
public final class FuzzRun {

  private static final long PATIENCE_SECONDS = 40;

  /** With which Java ends when its heap is full, as the reading process may. */
  private static final int OUT_OF_MEMORY = 3;

  /** Every so many files go through the reading process too. */
  private static final int BY_WORKER = 10;

  private final Path files;
  private final long seed;
  private final long mostBytes;
  private final Path work;
  private final FuzzReport report;

  private FuzzRun(Path files, long seed, long mostBytes, Path work) {
    this.files = files;
    this.seed = seed;
    this.mostBytes = mostBytes;
    this.work = work;
    report = new FuzzReport(seed);
  }

  /**
   * Reads spoilt copies of files.
   *
   * @param files folder of whole files
   * @param first number of the first copy
   * @param count how many
   * @param mostBytes larger files are left out
   * @param work an empty folder
   */
  public static FuzzReport run(
      Path files, long seed, int first, int count, long mostBytes, Path work)
      throws IOException, InterruptedException {
    FuzzRun run = new FuzzRun(files, seed, mostBytes, work);
    run.run(first, first + count);
    return run.report;
  }

  private void run(int first, int end) throws IOException, InterruptedException {
    Path own = Files.createDirectories(work.resolve("worker-files"));
    try (ObservedWorker worker = new ObservedWorker()) {
      int next = first;
      while (next < end) {
        next = runChild(next, end, worker, own);
      }
    }
    String prefix = "confidant-reading-" + ProcessHandle.current().pid() + "-";
    tellLeft(Path.of(System.getProperty("java.io.tmpdir")), prefix);
  }

  /** One child; the number to go on with. */
  private int runChild(int first, int end, ObservedWorker worker, Path own)
      throws IOException, InterruptedException {
    Path temporary = Files.createDirectories(work.resolve("child-" + first).resolve("tmp"));
    Path folder = Files.createDirectories(work.resolve("child-" + first).resolve("files"));
    Process child = start(first, end, folder, temporary);
    BlockingQueue<Optional<String>> lines = new LinkedBlockingQueue<>();
    Thread.ofPlatform().daemon().name("fuzz-lines").start(() -> listen(child, lines));
    int current = first;
    String name = "";
    try {
      while (true) {
        Optional<String> line = lines.poll(PATIENCE_SECONDS, TimeUnit.SECONDS);
        if (line == null) {
          report.ended(current, name, "hang");
          return current + 1;
        }
        if (line.isEmpty()) {
          tellEnd(current, name, child.waitFor());
          return current + 1;
        }
        String[] words = line.get().split(" ", 4);
        switch (words[0]) {
          case "start" -> {
            current = Integer.parseInt(words[1]);
            name = line.get().split(" ", 3)[2];
          }
          case "end" -> {
            report.end(current, name, Long.parseLong(words[2]), words[3]);
            if (current % BY_WORKER == 0) {
              byWorker(current, worker, own);
            }
          }
          case "done" -> {
            child.waitFor();
            tellLeft(temporary, "");
            return end;
          }
          default -> {
            // A page; the child is alive.
          }
        }
      }
    } finally {
      child.destroyForcibly().waitFor();
    }
  }

  private void tellEnd(int number, String name, int code) {
    if (code == OUT_OF_MEMORY) {
      report.outOfMemory(number, name);
    } else {
      report.ended(number, name, "child ended with " + code);
    }
  }

  private Process start(int first, int end, Path folder, Path temporary) throws IOException {
    String classPath =
        Stream.of(
                Path.of("target", "test-classes").toAbsolutePath().toString(),
                System.getProperty("jdk.module.path", ""),
                System.getProperty("java.class.path", ""))
            .filter(path -> !path.isEmpty())
            .collect(Collectors.joining(File.pathSeparator));
    return new ProcessBuilder(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx512m",
                "-XX:+UseSerialGC",
                "-XX:+ExitOnOutOfMemoryError",
                "-XX:-CreateCoredumpOnCrash",
                "-Djava.awt.headless=true",
                "-Djava.io.tmpdir=" + temporary,
                "-cp",
                classPath,
                FuzzChild.class.getName(),
                files.toString(),
                Long.toString(seed),
                Long.toString(mostBytes),
                Integer.toString(first),
                Integer.toString(end),
                folder.toString()))
        .redirectError(ProcessBuilder.Redirect.DISCARD)
        .start();
  }

  private static void listen(Process child, BlockingQueue<Optional<String>> lines) {
    try (BufferedReader reader = child.inputReader()) {
      for (String line = reader.readLine(); line != null; line = reader.readLine()) {
        lines.add(Optional.of(line));
      }
      lines.add(Optional.empty());
    } catch (IOException e) {
      lines.add(Optional.empty());
    }
  }

  private void byWorker(int number, ObservedWorker worker, Path own) throws IOException {
    FuzzInputs.Input input = new FuzzInputs(files, seed, mostBytes).input(number);
    Path file = Files.write(own.resolve(input.name()), input.bytes());
    report.byWorker(number, input.name(), worker.outcome(file));
    Files.delete(file);
  }

  private void tellLeft(Path folder, String prefix) {
    try (Stream<Path> left = Files.list(folder)) {
      left.map(file -> file.getFileName().toString())
          .filter(file -> file.startsWith(prefix))
          .forEach(report::left);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}

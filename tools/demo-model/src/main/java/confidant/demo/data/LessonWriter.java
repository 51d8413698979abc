package confidant.demo.data;

import confidant.engine.api.EngineException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;

/** Writes lessons on several threads, a file each at a time; files that are there are kept. */
public final class LessonWriter {
  /** Lessons of a file. */
  private static final int FILE_LESSONS = 16 * ExamMaker.GROUP;

  private final Path folder;
  private final long seed;

  public LessonWriter(Path folder, long seed) {
    this.folder = folder;
    this.seed = seed;
  }

  /** Writes at least {@code count} lessons. */
  public void write(int count, int threads)
      throws IOException, EngineException, InterruptedException {
    Files.createDirectories(folder);
    int files = (count + FILE_LESSONS - 1) / FILE_LESSONS;
    AtomicInteger next = new AtomicInteger();
    AtomicInteger names = new AtomicInteger();
    long begin = System.nanoTime();
    Callable<Void> work =
        () -> {
          Path room = Files.createTempDirectory(folder, "paper");
          LessonMaker maker = new LessonMaker(room, seed);
          for (int file = next.getAndIncrement(); file < files; file = next.getAndIncrement()) {
            write(file, maker);
            progress(file, files, begin);
          }
          Files.delete(room);
          return null;
        };
    try (ExecutorService pool =
        Executors.newFixedThreadPool(
            threads, task -> new Thread(task, "lessons-" + names.incrementAndGet()))) {
      List<Future<Void>> running = new ArrayList<>();
      for (int i = 0; i < threads; i++) {
        running.add(pool.submit(work));
      }
      for (Future<Void> one : running) {
        finish(one);
      }
    }
  }

  private static void finish(Future<Void> one)
      throws IOException, EngineException, InterruptedException {
    try {
      one.get();
    } catch (ExecutionException e) {
      switch (e.getCause()) {
        case IOException failure -> throw failure;
        case EngineException failure -> throw failure;
        case null, default -> throw new IllegalStateException("a lesson failed", e);
      }
    }
  }

  private void write(int number, LessonMaker maker) throws IOException, EngineException {
    Path file = LessonFiles.file(folder, number);
    if (Files.exists(file)) {
      return;
    }
    List<Lesson> lessons = new ArrayList<>();
    for (int i = 0; i < FILE_LESSONS; i++) {
      maker.make(number * FILE_LESSONS + i).ifPresent(lessons::add);
    }
    LessonFiles.write(file, lessons);
  }

  private static void progress(int file, int files, long begin) {
    if (file % 8 == 7) {
      double seconds = (System.nanoTime() - begin) / 1e9;
      System.out.printf(
          Locale.ROOT,
          "%,d of %,d lessons, %.0f min left%n",
          (file + 1) * FILE_LESSONS,
          files * FILE_LESSONS,
          seconds / (file + 1) * (files - file - 1) / 60);
    }
  }
}

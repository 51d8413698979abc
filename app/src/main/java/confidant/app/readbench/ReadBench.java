package confidant.app.readbench;

import confidant.app.bench.Machine;
import confidant.ingest.ReadOptions;
import confidant.ingest.ReadOptions.Ocr;
import confidant.ingest.ReadResult;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/**
 * Measures how long papers of each kind take, from the question to the answer as the asking program
 * sees it. All ways of reading take turns on each file, each in a process that was started for the
 * kind and has read its files before anything counts.
 */
public final class ReadBench {

  /** Reading before anything counts: so long, or so many times all files, if they are quick. */
  private static final Duration WARM_UP = Duration.ofSeconds(10);

  private static final int MOST_WARM_UPS = 500;

  private final ReadOptions options;
  private final int runs;
  private final Consumer<String> say;

  /**
   * A measurement.
   *
   * @param runs of each file that count, at least 1
   * @param say takes sentences about how far it is
   */
  public ReadBench(ReadOptions options, int runs, Consumer<String> say) {
    this.options = options;
    this.runs = runs;
    this.say = say;
  }

  /** Measures with all of {@code files} that can be read. */
  public ReadResults run(List<Path> files) {
    Map<PaperKind, List<Paper>> kinds = sorted(files);
    int read = kinds.values().stream().mapToInt(List::size).sum();
    List<Figure> figures = new ArrayList<>();
    kinds.forEach((kind, papers) -> figures.addAll(measured(kind, papers)));
    return new ReadResults(Machine.current(), runs, files.size() - read, figures);
  }

  private Map<PaperKind, List<Paper>> sorted(List<Path> files) {
    say.accept("Sorting %d files by kind…".formatted(files.size()));
    Map<PaperKind, List<Paper>> kinds = new EnumMap<>(PaperKind.class);
    try (WorkerMethod own = WorkerMethod.own(options)) {
      for (Path file : files) {
        if (own.result(file) instanceof ReadResult.Read(var document, var report)) {
          kinds
              .computeIfAbsent(PaperKind.of(document), kind -> new ArrayList<>())
              .add(Paper.of(file, report.pages(), document));
        }
      }
    }
    return kinds;
  }

  private List<Figure> measured(PaperKind kind, List<Paper> papers) {
    say.accept("Measuring %s, files: %d…".formatted(kind.label(), papers.size()));
    List<Method> methods = methods(kind);
    try {
      Map<Method, Timings> timings = new LinkedHashMap<>();
      for (Method method : methods) {
        if (warmUp(method, papers)) {
          timings.put(method, new Timings());
        }
      }
      papers.forEach(paper -> measure(paper, timings));
      return timings.entrySet().stream()
          .filter(entry -> entry.getValue().files() > 0)
          .map(entry -> figure(kind, entry.getKey(), entry.getValue()))
          .toList();
    } finally {
      methods.forEach(Method::close);
    }
  }

  private List<Method> methods(PaperKind kind) {
    List<Method> methods = new ArrayList<>();
    methods.add(WorkerMethod.own(options(kind)));
    methods.add(WorkerMethod.library(options));
    PopplerMethod.installed(options.password()).ifPresent(methods::add);
    methods.removeIf(method -> !method.takes(kind));
    return methods;
  }

  /**
   * The others look at no pictures; so that pages with text and pictures can be set beside theirs,
   * nor do we where all text stands in the file.
   */
  private ReadOptions options(PaperKind kind) {
    return kind == PaperKind.TEXT_PDF
        ? new ReadOptions(options.password(), options.pages(), Ocr.OFF)
        : options;
  }

  /** Reads before anything counts; whether {@code method} read anything at all. */
  private static boolean warmUp(Method method, List<Paper> papers) {
    boolean works = false;
    long start = System.nanoTime();
    for (int round = 0; round < MOST_WARM_UPS; round++) {
      for (Paper paper : papers) {
        works |= method.read(paper.file());
      }
      if (System.nanoTime() - start > WARM_UP.toNanos()) {
        break;
      }
    }
    return works;
  }

  /** Only a paper that all read each time counts: sums over others would not be comparable. */
  private void measure(Paper paper, Map<Method, Timings> timings) {
    Map<Method, List<Long>> nanos = new LinkedHashMap<>();
    for (int run = 0; run < runs; run++) {
      for (Method method : timings.keySet()) {
        long start = System.nanoTime();
        if (!method.read(paper.file())) {
          return;
        }
        nanos.computeIfAbsent(method, any -> new ArrayList<>()).add(System.nanoTime() - start);
      }
    }
    nanos.forEach((method, each) -> timings.get(method).add(paper, each));
  }

  private static Figure figure(PaperKind kind, Method method, Timings timings) {
    return new Figure(
        kind, method.name(), timings.files(), timings.all(), timings.full(), method.peakBytes());
  }
}

package confidant.app.bench;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Whom to measure against, as named on the command line. */
public final class PeerProgram {
  private static final String LLAMA = "llama.cpp";
  private static final Path FOLDER = Path.of("engine", "bench");
  private static final String SCRIPT = "llama.mjs";
  private static final String LIBRARY = "node-llama-cpp";

  private PeerProgram() {}

  /**
   * How to start it.
   *
   * @param against {@code llama.cpp}, followed by options of its script if any, or a command that
   *     speaks the protocol
   * @param model to open
   * @param options for it, such as {@code --avx2}
   * @throws BenchException if llama.cpp is meant and not installed
   */
  public static Launch launch(String against, Path model, List<String> options)
      throws BenchException {
    return launch(against, model, options, places());
  }

  static Launch launch(String against, Path model, List<String> options, List<Path> places)
      throws BenchException {
    List<String> words = List.of(against.strip().split("\\s+", -1));
    boolean llama = words.getFirst().equals(LLAMA);
    List<String> command = new ArrayList<>();
    if (llama) {
      command.addAll(List.of("node", script(places).toString()));
      command.addAll(words.subList(1, words.size()));
    } else {
      command.addAll(words);
    }
    command.addAll(List.of("--model", model.toAbsolutePath().toString()));
    command.addAll(options);
    return llama
        ? new Launch(LLAMA, command, "engine/bench/README.md says what it needs")
        : new Launch(
            String.valueOf(Path.of(words.getFirst()).getFileName()),
            command,
            "try it by hand: " + String.join(" ", command));
  }

  private static Path script(List<Path> places) throws BenchException {
    Path folder =
        places.stream()
            .flatMap(PeerProgram::upwards)
            .map(place -> place.resolve(FOLDER))
            .filter(place -> Files.isRegularFile(place.resolve(SCRIPT)))
            .findFirst()
            .orElseThrow(
                () ->
                    new BenchException(
                        "engine/bench with the script for llama.cpp was not found; start in the"
                            + " folder of Confidant's sources."));
    if (!Files.isDirectory(folder.resolve("node_modules").resolve(LIBRARY))) {
      throw new BenchException(
          "llama.cpp is not installed in %s; install it with: npm ci --ignore-scripts --prefix %s"
              .formatted(folder, folder));
    }
    return folder.resolve(SCRIPT);
  }

  /** Where to look for the sources: the working folder and the program's own. */
  private static List<Path> places() {
    Path here = Path.of("").toAbsolutePath();
    String classPath = System.getProperty("java.class.path", "");
    Path own = here.resolve(classPath.split(File.pathSeparator, 2)[0]);
    return List.of(here, own);
  }

  private static Stream<Path> upwards(Path place) {
    return Stream.<@Nullable Path>iterate(place, at -> at != null, at -> parent(at))
        .flatMap(Stream::ofNullable);
  }

  private static @Nullable Path parent(@Nullable Path path) {
    return path == null ? null : path.getParent();
  }
}

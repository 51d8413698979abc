package confidant.app.e2e;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** The program as a person starts it: through the launcher, as a process of its own. */
final class BuiltProgram {
  static final Path LAUNCHER = Path.of("..", "confidant").toAbsolutePath().normalize();
  private static final long PATIENCE_SECONDS = 180;
  private final Path home;
  private final List<String> command;
  private Path directory;

  /** Keeps its folders below {@code home}. */
  BuiltProgram(Path home, Path launcher, String... args) {
    this.home = home;
    this.directory = home;
    command = new ArrayList<>(List.of(launcher.toString()));
    command.addAll(List.of(args));
  }

  /** A paper of the test resources. */
  static Path paper(String name) {
    return Path.of("src", "test", "resources", "papers", name).toAbsolutePath();
  }

  /** What became of a process. */
  record Result(int exitCode, String out, String err) {}

  /** Runs in another directory than {@code home}. */
  BuiltProgram in(Path newDirectory) {
    directory = newDirectory;
    return this;
  }

  /** Runs to the end. */
  Result run(Map<String, String> environment) throws IOException, InterruptedException {
    return finish(start(environment));
  }

  Process start(Map<String, String> environment) throws IOException {
    ProcessBuilder builder = new ProcessBuilder(command).directory(directory.toFile());
    builder.redirectOutput(home.resolve("out").toFile());
    builder.redirectError(home.resolve("err").toFile());
    builder.environment().remove("DISPLAY");
    builder.environment().remove("JDK_JAVA_OPTIONS");
    builder.environment().remove("CONFIDANT_MODEL");
    for (String folder : List.of("CONFIG", "CACHE", "STATE")) {
      builder.environment().put("XDG_" + folder + "_HOME", home.resolve(folder).toString());
    }
    builder.environment().putAll(environment);
    return builder.start();
  }

  Result finish(Process process) throws IOException, InterruptedException {
    if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
      process.destroyForcibly().waitFor();
      throw new AssertionError("did not end: " + command + "\n" + read("err"));
    }
    return new Result(process.exitValue(), read("out"), read("err"));
  }

  private String read(String name) throws IOException {
    return new String(Files.readAllBytes(home.resolve(name)), StandardCharsets.UTF_8);
  }
}

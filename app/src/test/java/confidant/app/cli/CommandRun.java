package confidant.app.cli;

import confidant.app.models.ModelRegistry;
import confidant.app.settings.SettingsStore;
import confidant.app.storage.AppDirs;
import confidant.app.storage.FailureLog;
import confidant.engine.json.Json;
import confidant.engine.json.JsonValue.JsonObject;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * What a command did, run inside the test.
 *
 * @param exitCode what the shell would see
 * @param out all of stdout
 * @param err all of stderr
 */
record CommandRun(int exitCode, String out, String err) {
  private static final WindowLauncher NO_WINDOW =
      (request, files) -> {
        throw new CommandFailure(ExitCode.NO_DISPLAY, "There is no display.");
      };

  /** Runs a command with its folders below {@code home}. */
  static CommandRun of(Path home, String... args) {
    return withInput(home, "", args);
  }

  /** Runs a command that reads {@code input}. */
  static CommandRun withInput(Path home, String input, String... args) {
    return run(home, input, NO_WINDOW, args);
  }

  /** Runs a command that may open {@code window}. */
  static CommandRun withWindow(Path home, WindowLauncher window, String... args) {
    return run(home, "", window, args);
  }

  /** Runs a command whose stdout is {@code out}, which the result does not show. */
  static CommandRun withOutput(Path home, OutputStream out, String... args) {
    return run(home, "", out, NO_WINDOW, args);
  }

  /** Writes a model of random weights. */
  static Path untrainedModel(Path folder) {
    String file = folder.resolve("untrained").toString();
    return Path.of(of(folder, "model", "synth", "--preset", "tiny", "--out", file).out().strip());
  }

  private static CommandRun run(Path home, String input, WindowLauncher window, String... args) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    CommandRun run = run(home, input, out, window, args);
    return new CommandRun(run.exitCode, out.toString(StandardCharsets.UTF_8), run.err);
  }

  private static CommandRun run(
      Path home, String input, OutputStream out, WindowLauncher window, String... args) {
    AppDirs dirs =
        new AppDirs(home.resolve("config"), home.resolve("cache"), home.resolve("state"));
    SettingsStore settings = new SettingsStore(dirs);
    ByteArrayOutputStream err = new ByteArrayOutputStream();
    CommandContext context =
        new CommandContext(
            Terminal.of(
                new ByteArrayInputStream(input.getBytes(StandardCharsets.UTF_8)),
                out,
                new PrintStream(err, false, StandardCharsets.UTF_8),
                StandardCharsets.UTF_8,
                false),
            new ModelRegistry(dirs, settings, Map.of()),
            settings,
            new FailureLog(dirs),
            new Interruption());
    int exitCode = new Program(context, window).run(args);
    return new CommandRun(exitCode, "", err.toString(StandardCharsets.UTF_8));
  }

  /** A file of the test resources. */
  static Path paper(String name) {
    URL url = Objects.requireNonNull(CommandRun.class.getResource("/papers/" + name), name);
    try {
      return Path.of(url.toURI());
    } catch (URISyntaxException e) {
      throw new IllegalArgumentException(e);
    }
  }

  /** The lines of stdout as JSON. */
  List<JsonObject> json() {
    return out.lines().map(Json::parseObject).toList();
  }
}

package confidant.app.cli;

import confidant.app.storage.AtomicFile;
import confidant.engine.json.Json;
import confidant.engine.json.JsonValue.JsonObject;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Options of all measurements: how often something is measured, and where the result goes. */
final class ResultOptions {
  @Option(
      names = "--runs",
      paramLabel = "N",
      defaultValue = "5",
      description = "Runs of each figure, of which the median counts (default: 5).")
  private int runs;

  @Option(names = "--json", description = "Write one JSON object.")
  private boolean json;

  @Option(
      names = "--out",
      paramLabel = "FILE",
      description =
          "Write the JSON object to a file too; where measuring takes long again after each run, so"
              + " that what was measured stays when the rest is broken off.")
  private @Nullable Path out;

  int runs() {
    return runs;
  }

  /** Says at once what would spoil the result after an hour of measuring. */
  void check() throws CommandFailure {
    CommandFailure.unlessAtLeast("--runs", runs, 1);
    if (out != null && (Files.isDirectory(out) || !Files.isWritable(OutFolder.of(out).path()))) {
      throw cannotWrite(out);
    }
  }

  /** Shows a result, as a table unless JSON is asked for. */
  void show(JsonObject result, String table, Terminal terminal) throws CommandFailure {
    terminal.out().print(Printable.text(json ? text(result) : table));
    terminal.out().flush();
    terminal.checkOutput();
  }

  /** Writes a result to the file, if there is to be one. */
  void save(JsonObject result) throws CommandFailure {
    if (out == null) {
      return;
    }
    byte[] bytes = text(result).getBytes(StandardCharsets.UTF_8);
    try {
      AtomicFile.write(out, new ByteArrayInputStream(bytes));
    } catch (IOException e) {
      throw cannotWrite(out);
    }
  }

  private static String text(JsonObject result) {
    return Json.write(result) + "\n";
  }

  private static CommandFailure cannotWrite(Path file) {
    return new CommandFailure(
        ExitCode.INPUT_OUTPUT,
        "The result cannot be written to %s; name a file in a folder that is there."
            .formatted(file));
  }
}

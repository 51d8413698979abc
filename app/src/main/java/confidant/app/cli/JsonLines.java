package confidant.app.cli;

import confidant.engine.api.EngineException;
import confidant.engine.json.Json;
import confidant.engine.json.JsonException;
import confidant.engine.json.JsonValue;
import confidant.engine.json.JsonValue.JsonArray;
import confidant.engine.json.JsonValue.JsonNumber;
import confidant.engine.json.JsonValue.JsonObject;
import java.io.IOException;

/** Answers each JSON object on a line of stdin with one on a line of stdout, in order. */
final class JsonLines {

  /** Answers one line. */
  @FunctionalInterface
  interface Handler {
    JsonObject answer(JsonObject request) throws EngineException;
  }

  private JsonLines() {}

  /**
   * Answers all lines. A bad line gets {@code {"error":…}} and does not stop the rest; empty lines
   * get nothing.
   */
  static ExitCode answerAll(CommandContext context, Handler handler) throws CommandFailure {
    Terminal terminal = context.terminal();
    try {
      for (String line = terminal.in().readLine(); line != null; line = terminal.in().readLine()) {
        if (line.isBlank()) {
          continue;
        }
        terminal.out().println(answer(context, handler, line));
        terminal.out().flush();
        terminal.checkOutput();
      }
      return ExitCode.OK;
    } catch (IOException e) {
      throw new CommandFailure(ExitCode.INPUT_OUTPUT, "The standard input could not be read.");
    }
  }

  /** The integers of a member. */
  static int[] integers(JsonObject request, String name) {
    JsonArray array =
        request.array(name).orElseThrow(() -> new JsonException("\"" + name + "\" is missing"));
    return array.items().stream()
        .mapToInt(
            item -> {
              if (item instanceof JsonNumber number) {
                return toInt(number.asLong(), name);
              }
              throw new JsonException("\"" + name + "\" should hold integers only");
            })
        .toArray();
  }

  private static int toInt(long value, String name) {
    if (value != (int) value) {
      throw new JsonException("%d in \"%s\" is out of range".formatted(value, name));
    }
    return (int) value;
  }

  private static String answer(CommandContext context, Handler handler, String line) {
    try {
      return Json.write(handler.answer(Json.parseObject(line)));
    } catch (IllegalArgumentException | ArithmeticException | EngineException e) {
      return error(String.valueOf(e.getMessage()));
    } catch (OutOfMemoryError e) {
      return error("there is not enough memory for this line");
    } catch (StackOverflowError e) {
      return error("this line is nested too deeply");
    } catch (RuntimeException e) {
      return error(context.failures().sentence(e));
    }
  }

  private static String error(String message) {
    return Json.write(JsonValue.object().put("error", message).build());
  }
}

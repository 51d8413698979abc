package confidant.app.bench;

import confidant.engine.SpeedLimits;
import confidant.engine.json.Json;
import confidant.engine.json.JsonException;
import confidant.engine.json.JsonValue;
import confidant.engine.json.JsonValue.JsonObject;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.Writer;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/**
 * An engine as a process that speaks the protocol of {@code engine/bench/README.md}. Ends when its
 * stdin does, so it does not outlive this program. Used by one thread.
 */
final class Contestant implements AutoCloseable {
  private static final long END_SECONDS = 20;
  private static final double NANOS_PER_SECOND = 1e9;
  private final Launch launch;
  private final Process process;
  private final LastLine messages;
  private final Writer requests;
  private final BufferedReader answers;
  private final JsonObject ready;
  private final double startSeconds;
  private int position;

  private Contestant(Launch launch, Process process) throws BenchException {
    long start = System.nanoTime();
    this.launch = launch;
    this.process = process;
    this.messages = LastLine.of(process.errorReader(), "bench-messages-" + launch.engine());
    this.requests = process.outputWriter();
    this.answers = process.inputReader();
    this.ready = answer();
    this.startSeconds = (System.nanoTime() - start) / NANOS_PER_SECOND;
    if (ready.integer("ready").isEmpty()) {
      throw new BenchException(
          "%s does not speak the protocol of engine/bench/README.md: its first line is %s."
              .formatted(launch.engine(), Json.excerpt(Json.write(ready))));
    }
  }

  /** Starts an engine and waits until it is ready, however long that takes. */
  static Contestant start(Launch launch, int context, int threads) throws BenchException {
    List<String> command = launch.commandLine(context, threads);
    Process process;
    try {
      process = new ProcessBuilder(command).start();
    } catch (IOException e) {
      throw new BenchException(
          "%s could not be started with %s; %s."
              .formatted(launch.engine(), command.getFirst(), launch.remedy()));
    }
    try {
      return new Contestant(launch, process);
    } catch (BenchException e) {
      process.destroy();
      throw e;
    }
  }

  String engine() {
    return launch.engine();
  }

  /** What it said of itself, one line. */
  String description() {
    return ready.string("engine").orElse(launch.engine())
        + ready.string("system").map(system -> ", " + system).orElse("");
  }

  /** Seconds it took to open the model, by its own account. */
  double openSeconds() {
    return ready.number("seconds").orElse(startSeconds);
  }

  /** Seconds from the start of the process until it was ready. */
  double startSeconds() {
    return startSeconds;
  }

  Memory memoryWhenReady() {
    return Memory.of(ready);
  }

  Memory memory() throws BenchException {
    return Memory.of(ask(JsonValue.object().put("op", "memory").build()));
  }

  int position() {
    return position;
  }

  /**
   * What the machine allows at most, measured with the instructions that the engine uses; empty if
   * it measures no such thing.
   *
   * @param memoryBytes to read from
   */
  Optional<SpeedLimits> limits(int threads, long memoryBytes) throws BenchException {
    if (!ready.bool("limits").orElse(false)) {
      return Optional.empty();
    }
    JsonObject answer =
        ask(
            JsonValue.object()
                .put("op", "limits")
                .put("threads", threads)
                .put("bytes", memoryBytes)
                .build());
    return Optional.of(
        new SpeedLimits(threads, number(answer, "flops"), number(answer, "bytesPerSecond")));
  }

  private double number(JsonObject answer, String name) throws BenchException {
    try {
      return answer.number(name).orElseThrow(() -> new JsonException("no " + name));
    } catch (JsonException e) {
      throw unusable(e);
    }
  }

  private BenchException unusable(JsonException e) {
    return new BenchException(
        "%s broke off with an answer that cannot be used: %s."
            .formatted(launch.engine(), e.getMessage()));
  }

  /** Reads tokens at once, as a prompt; the seconds it took. */
  double read(int... tokens) throws BenchException {
    return evaluate("read", tokens);
  }

  /** Reads tokens one by one, as if it had written them; the seconds it took. */
  double write(int... tokens) throws BenchException {
    return evaluate("write", tokens);
  }

  private double evaluate(String op, int... tokens) throws BenchException {
    return timed(JsonValue.object().put("op", op).put("tokens", JsonValue.of(tokens)).build());
  }

  /** Whether it can be asked to {@link #replay}. */
  boolean replays() {
    return ready.bool("replay").orElse(false);
  }

  /**
   * Reads {@code prompt}, then writes {@code text} but for its last token, as if it had chosen
   * each.
   *
   * @param drafts whether it may compute several at a time on a guess
   * @return the seconds that writing took
   */
  double replay(int[] prompt, int[] text, boolean drafts) throws BenchException {
    return timed(
        JsonValue.object()
            .put("op", "replay")
            .put("prompt", JsonValue.of(prompt))
            .put("tokens", JsonValue.of(text))
            .put("drafts", drafts)
            .build());
  }

  /** Forgets what comes after {@code target}, or everything: {@link #position} says which. */
  void truncate(int target) throws BenchException {
    if (target < position) {
      timed(JsonValue.object().put("op", "truncate").put("position", target).build());
    }
  }

  private double timed(JsonObject request) throws BenchException {
    JsonObject answer = ask(request);
    try {
      position = answer.integer("position").orElseThrow(() -> new JsonException("no position"));
    } catch (JsonException e) {
      throw unusable(e);
    }
    return number(answer, "seconds");
  }

  private JsonObject ask(JsonObject request) throws BenchException {
    try {
      requests.write(Json.write(request));
      requests.write('\n');
      requests.flush();
    } catch (IOException e) {
      throw died();
    }
    return answer();
  }

  private JsonObject answer() throws BenchException {
    try {
      String line = answers.readLine();
      if (line == null) {
        throw died();
      }
      JsonObject answer = Json.parseObject(line);
      var error = answer.string("error");
      if (error.isPresent()) {
        throw new BenchException(
            "%s reports: %s; %s.".formatted(launch.engine(), error.get(), launch.remedy()));
      }
      return answer;
    } catch (IOException e) {
      throw died();
    } catch (JsonException e) {
      throw new BenchException(
          "%s does not speak the protocol of engine/bench/README.md: %s."
              .formatted(launch.engine(), e.getMessage()));
    }
  }

  private BenchException died() {
    String said = messages.text();
    return new BenchException(
        "%s ended while it was measured%s; %s."
            .formatted(
                launch.engine(), said.isEmpty() ? "" : " and said: " + said, launch.remedy()));
  }

  @Override
  public void close() {
    try {
      requests.close();
    } catch (IOException e) {
      process.destroy(); // it no longer reads, so it will not see the end of its stdin
    }
    try {
      if (!process.waitFor(END_SECONDS, TimeUnit.SECONDS)) {
        process.destroyForcibly().waitFor();
      }
    } catch (InterruptedException e) {
      process.destroyForcibly();
      Thread.currentThread().interrupt();
    }
  }
}

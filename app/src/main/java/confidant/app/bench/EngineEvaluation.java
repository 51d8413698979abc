package confidant.app.bench;

import confidant.engine.Engine;
import confidant.engine.EngineOptions;
import confidant.engine.SpeedLimits;
import confidant.engine.api.EngineException;
import confidant.engine.api.TokenSession;
import confidant.engine.api.TokenSession.LogitPositions;
import confidant.engine.api.TokenSession.Replay;
import confidant.engine.json.JsonException;
import confidant.engine.json.JsonValue;
import confidant.engine.json.JsonValue.JsonArray;
import confidant.engine.json.JsonValue.JsonObject;
import confidant.engine.json.JsonValue.ObjectBuilder;
import java.nio.file.Path;
import java.util.function.Supplier;

/**
 * This engine's side of the protocol of {@code engine/bench/README.md}: reads and writes tokens on
 * request and says how long it took. Nothing is sampled, so that evaluation alone is measured.
 */
public final class EngineEvaluation implements AutoCloseable {
  private static final int PROTOCOL = 1;
  private static final double NANOS_PER_SECOND = 1e9;
  private final Engine engine;
  private final TokenSession session;
  private final double openSeconds;

  private EngineEvaluation(Engine engine, TokenSession session, double openSeconds) {
    this.engine = engine;
    this.session = session;
    this.openSeconds = openSeconds;
  }

  /**
   * Opens a model with one session of {@code context} positions, or of all it has if it has fewer.
   */
  public static EngineEvaluation open(Path model, EngineOptions options, int context)
      throws EngineException {
    long start = System.nanoTime();
    Engine engine = Engine.open(model, options);
    try {
      TokenSession session =
          engine.newTokenSession(Math.min(context, engine.info().contextLength()));
      return new EngineEvaluation(engine, session, secondsSince(start));
    } catch (RuntimeException | Error e) {
      engine.close();
      throw e;
    }
  }

  /** The line that says that requests may come. */
  public JsonObject ready(String version) {
    ObjectBuilder ready =
        JsonValue.object()
            .put("ready", PROTOCOL)
            .put("engine", "Confidant " + version)
            .put("system", engine.kernels())
            .put("replay", true)
            .put("limits", SpeedLimits.canBeMeasured())
            .put("seconds", openSeconds);
    Memory.ofThisProcess().putInto(ready);
    return ready.build();
  }

  /**
   * Answers one request.
   *
   * @throws JsonException if it is none
   */
  public JsonObject answer(JsonObject request) throws EngineException {
    String op = request.string("op").orElse("");
    long start = System.nanoTime();
    switch (op) {
      case "read" -> session.append(tokens(request, "tokens"), LogitPositions.LAST);
      case "write" -> {
        for (int token : tokens(request, "tokens")) {
          session.append(new int[] {token}, LogitPositions.LAST);
        }
      }
      case "replay" -> {
        return replay(request);
      }
      case "limits" -> {
        return limits(request);
      }
      case "truncate" -> truncate(request.integer("position").orElse(0));
      case "memory" -> {
        ObjectBuilder memory = JsonValue.object();
        Memory.ofThisProcess().putInto(memory);
        return memory.build();
      }
      default -> throw new JsonException("unknown op \"" + op + "\"");
    }
    return JsonValue.object()
        .put("seconds", secondsSince(start))
        .put("position", session.position())
        .build();
  }

  private JsonObject replay(JsonObject request) throws EngineException {
    Replay replay =
        session.replay(
            tokens(request, "prompt"),
            tokens(request, "tokens"),
            request.bool("drafts").orElse(true));
    return JsonValue.object()
        .put("seconds", replay.nanos() / NANOS_PER_SECOND)
        .put("position", session.position())
        .put("passes", replay.passes())
        .put("drafted", replay.draftedTokens())
        .put("accepted", replay.acceptedTokens())
        .build();
  }

  private JsonObject limits(JsonObject request) throws EngineException {
    // A first pass waits for the end of the warm-up, which uses the same cores.
    session.append(new int[] {0}, LogitPositions.LAST);
    session.truncate(0);
    SpeedLimits limits =
        SpeedLimits.measure(
            request
                .integer("threads")
                .filter(threads -> threads > 0)
                .orElseThrow(missing("threads")),
            request
                .number("bytes")
                .filter(bytes -> bytes > 0)
                .map(Double::longValue)
                .orElseThrow(missing("bytes")));
    return JsonValue.object()
        .put("flops", limits.flopsPerSecond())
        .put("bytesPerSecond", limits.bytesPerSecond())
        .build();
  }

  private static Supplier<JsonException> missing(String name) {
    return () -> new JsonException("\"" + name + "\" is missing");
  }

  private void truncate(int position) {
    if (position < session.position()) {
      session.truncate(position);
    }
  }

  private static int[] tokens(JsonObject request, String name) {
    return request
        .array(name)
        .map(JsonArray::integers)
        .filter(tokens -> tokens.length > 0)
        .orElseThrow(missing(name));
  }

  private static double secondsSince(long start) {
    return (System.nanoTime() - start) / NANOS_PER_SECOND;
  }

  @Override
  public void close() {
    session.close();
    engine.close();
  }
}

package confidant.app.bench;

import confidant.engine.SpeedLimits;
import confidant.engine.json.JsonException;
import confidant.engine.json.JsonValue;
import confidant.engine.json.JsonValue.JsonArray;
import confidant.engine.json.JsonValue.JsonNumber;
import confidant.engine.json.JsonValue.JsonObject;
import confidant.engine.json.JsonValue.JsonString;
import confidant.engine.json.JsonValue.ObjectBuilder;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Function;

/**
 * All that was measured, as {@code bench --json} and {@code --out} write it and {@code bench
 * --from} reads it.
 *
 * @param machine where
 * @param model name of the checkpoint
 * @param engines what each said of itself, by its short name, ours first
 * @param limits of the machine, for one thread and for all
 * @param measurements per figure and engine
 * @param ratios between them
 */
public record Result(
    Machine machine,
    String model,
    Map<String, String> engines,
    List<SpeedLimits> limits,
    List<Measurement> measurements,
    List<Ratio> ratios) {
  public Result {
    engines = Collections.unmodifiableMap(new LinkedHashMap<>(engines));
    limits = List.copyOf(limits);
    measurements = List.copyOf(measurements);
    ratios = List.copyOf(ratios);
  }

  public JsonObject toJson() {
    ObjectBuilder named = JsonValue.object();
    engines.forEach(named::put);
    return JsonValue.object()
        .put("machine", machine.toJson())
        .put("model", model)
        .put("engines", named.build())
        .put("limits", array(limits, Result::json))
        .put("measurements", array(measurements, Result::json))
        .put("ratios", array(ratios, Result::json))
        .build();
  }

  private static JsonValue json(SpeedLimits limit) {
    return JsonValue.object()
        .put("threads", limit.threads())
        .put("flops_per_second", limit.flopsPerSecond())
        .put("bytes_per_second", limit.bytesPerSecond())
        .build();
  }

  private static JsonValue json(Measurement measurement) {
    ObjectBuilder json =
        JsonValue.object()
            .put("name", measurement.name())
            .put("unit", measurement.unit().label())
            .put("engine", measurement.engine())
            .put("runs", array(measurement.runs(), JsonValue::of))
            .put("median", measurement.median())
            .put("min", measurement.min())
            .put("max", measurement.max())
            .put("foreign_load", array(measurement.foreignLoad(), JsonValue::of))
            .put("disturbed_runs", measurement.disturbedRuns());
    measurement.shareOfLimit().ifPresent(share -> json.put("share_of_limit", share));
    return json.build();
  }

  private static JsonValue json(Ratio ratio) {
    return JsonValue.object().put("name", ratio.name()).put("value", ratio.value()).build();
  }

  private static <T> JsonArray array(Collection<T> items, Function<T, JsonValue> json) {
    return new JsonArray(items.stream().map(json).toList());
  }

  /**
   * Reads what {@link #toJson} wrote.
   *
   * @throws JsonException if it is something else
   */
  public static Result of(JsonObject json) {
    Map<String, String> engines = new LinkedHashMap<>();
    member(json.object("engines"), "engines")
        .members()
        .forEach((name, value) -> engines.put(name, value instanceof JsonString(var s) ? s : ""));
    return new Result(
        Machine.of(member(json.object("machine"), "machine")),
        json.string("model").orElse(""),
        engines,
        objects(json, "limits").stream().map(Result::limit).toList(),
        objects(json, "measurements").stream().map(Result::measurement).toList(),
        objects(json, "ratios").stream()
            .map(ratio -> new Ratio(text(ratio, "name"), number(ratio, "value")))
            .toList());
  }

  private static SpeedLimits limit(JsonObject json) {
    return new SpeedLimits(
        member(json.integer("threads"), "threads"),
        number(json, "flops_per_second"),
        number(json, "bytes_per_second"));
  }

  private static Measurement measurement(JsonObject json) {
    try {
      return new Measurement(
          text(json, "name"),
          Unit.of(text(json, "unit")),
          text(json, "engine"),
          numbers(json, "runs"),
          numbers(json, "foreign_load"),
          json.number("share_of_limit").map(OptionalDouble::of).orElse(OptionalDouble.empty()));
    } catch (IllegalArgumentException e) {
      throw new JsonException(String.valueOf(e.getMessage()));
    }
  }

  private static List<JsonObject> objects(JsonObject json, String name) {
    return member(json.array(name), name).objects();
  }

  private static List<Double> numbers(JsonObject json, String name) {
    return member(json.array(name), name).items().stream()
        .map(
            item -> {
              if (item instanceof JsonNumber number) {
                return number.asDouble();
              }
              throw new JsonException("\"" + name + "\" should hold numbers only");
            })
        .toList();
  }

  private static String text(JsonObject json, String name) {
    return member(json.string(name), name);
  }

  private static double number(JsonObject json, String name) {
    return member(json.number(name), name);
  }

  private static <T> T member(Optional<T> value, String name) {
    return value.orElseThrow(() -> new JsonException("\"" + name + "\" is missing"));
  }
}

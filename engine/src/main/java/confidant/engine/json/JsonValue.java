package confidant.engine.json;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A JSON value. Objects keep their property order, numbers the way they were written. */
public sealed interface JsonValue {

  /** An object; the map iterates in document order. */
  record JsonObject(Map<String, JsonValue> members) implements JsonValue {
    public JsonObject {
      members = java.util.Collections.unmodifiableMap(new LinkedHashMap<>(members));
    }

    /** The member, absent if missing or null. */
    public Optional<JsonValue> get(String name) {
      JsonValue value = members.get(name);
      return value == null || value instanceof JsonNull ? Optional.empty() : Optional.of(value);
    }

    public Optional<String> string(String name) {
      return get(name).map(v -> expect(v, JsonString.class, name).value());
    }

    public Optional<Integer> integer(String name) {
      return get(name).map(v -> expect(v, JsonNumber.class, name).asInt());
    }

    public Optional<Double> number(String name) {
      return get(name).map(v -> expect(v, JsonNumber.class, name).asDouble());
    }

    public Optional<Boolean> bool(String name) {
      return get(name).map(v -> expect(v, JsonBoolean.class, name).value());
    }

    public Optional<JsonObject> object(String name) {
      return get(name).map(v -> expect(v, JsonObject.class, name));
    }

    public Optional<JsonArray> array(String name) {
      return get(name).map(v -> expect(v, JsonArray.class, name));
    }

    private static <T extends JsonValue> T expect(JsonValue value, Class<T> type, String name) {
      if (!type.isInstance(value)) {
        throw new JsonException(
            "\"" + name + "\" should be " + typeName(type) + ", is " + typeName(value.getClass()));
      }
      return type.cast(value);
    }

    private static String typeName(Class<?> type) {
      return type.getSimpleName().replace("Json", "").toLowerCase(java.util.Locale.ROOT);
    }
  }

  /** An array. */
  record JsonArray(List<JsonValue> items) implements JsonValue {
    public JsonArray {
      items = List.copyOf(items);
    }

    /**
     * The items as objects.
     *
     * @throws JsonException if one is none
     */
    public List<JsonObject> objects() {
      return items.stream().map(JsonValue::asObject).toList();
    }

    /**
     * The items as strings.
     *
     * @throws JsonException if one is none
     */
    public List<String> strings() {
      return items.stream().map(JsonValue::asString).toList();
    }

    /**
     * The items as integers.
     *
     * @throws JsonException if one is none
     */
    public int[] integers() {
      return items.stream().mapToInt(JsonValue::asInteger).toArray();
    }
  }

  /** A string. */
  record JsonString(String value) implements JsonValue {}

  /** A number, as written. */
  record JsonNumber(String literal) implements JsonValue {
    /** So many digits always fit into a long. */
    private static final int MAX_PLAIN_DIGITS = 18;

    /** No integer that fits into a long is sensibly written longer; reading takes square time. */
    private static final int MAX_INTEGER_CHARS = 40;

    public double asDouble() {
      return Double.parseDouble(literal);
    }

    /**
     * The number as an integer.
     *
     * @throws JsonException if it is none, does not fit or is written in more than 40 characters
     */
    public long asLong() {
      if (literal.length() > MAX_INTEGER_CHARS) {
        throw noInteger();
      }
      try {
        return literal.length() <= MAX_PLAIN_DIGITS && literal.chars().allMatch(Character::isDigit)
            ? Long.parseLong(literal)
            : new java.math.BigDecimal(literal).longValueExact();
      } catch (ArithmeticException | NumberFormatException e) {
        throw noInteger();
      }
    }

    private JsonException noInteger() {
      return new JsonException(Json.excerpt(literal) + " is no integer");
    }

    /**
     * The number as an integer of 32 bits.
     *
     * @throws JsonException if it is none or does not fit
     */
    public int asInt() {
      long value = asLong();
      if (value != (int) value) {
        throw new JsonException(literal + " is too large");
      }
      return (int) value;
    }
  }

  /** true or false. */
  record JsonBoolean(boolean value) implements JsonValue {}

  /** null. */
  record JsonNull() implements JsonValue {}

  private static JsonObject asObject(JsonValue value) {
    if (value instanceof JsonObject object) {
      return object;
    }
    throw new JsonException("expected an object, found " + Json.excerpt(Json.write(value)));
  }

  private static String asString(JsonValue value) {
    if (value instanceof JsonString(String string)) {
      return string;
    }
    throw new JsonException("expected a string, found " + Json.excerpt(Json.write(value)));
  }

  private static int asInteger(JsonValue value) {
    if (value instanceof JsonNumber number) {
      return number.asInt();
    }
    throw new JsonException("expected an integer, found " + Json.excerpt(Json.write(value)));
  }

  static JsonValue of(String value) {
    return new JsonString(value);
  }

  static JsonValue of(long value) {
    return new JsonNumber(Long.toString(value));
  }

  /** Non-finite numbers, which JSON lacks, become the strings "NaN", "Infinity", "-Infinity". */
  static JsonValue of(double value) {
    return Double.isFinite(value)
        ? new JsonNumber(Double.toString(value))
        : new JsonString(Double.toString(value));
  }

  /** See {@link #of(double)}. */
  static JsonValue of(float value) {
    return Float.isFinite(value)
        ? new JsonNumber(Float.toString(value))
        : new JsonString(Float.toString(value));
  }

  static JsonValue of(boolean value) {
    return new JsonBoolean(value);
  }

  static JsonValue of(int[] values) {
    List<JsonValue> items = new ArrayList<>(values.length);
    for (int v : values) {
      items.add(of((long) v));
    }
    return new JsonArray(items);
  }

  static JsonValue of(float[] values) {
    List<JsonValue> items = new ArrayList<>(values.length);
    for (float v : values) {
      items.add(of(v));
    }
    return new JsonArray(items);
  }

  /** Starts an object. */
  static ObjectBuilder object() {
    return new ObjectBuilder();
  }

  /** Builds an object member by member. */
  final class ObjectBuilder {
    private final Map<String, JsonValue> members = new LinkedHashMap<>();

    private ObjectBuilder() {}

    public ObjectBuilder put(String name, JsonValue value) {
      members.put(name, value);
      return this;
    }

    public ObjectBuilder put(String name, String value) {
      return put(name, of(value));
    }

    public ObjectBuilder put(String name, long value) {
      return put(name, of(value));
    }

    public ObjectBuilder put(String name, double value) {
      return put(name, of(value));
    }

    public ObjectBuilder put(String name, boolean value) {
      return put(name, of(value));
    }

    public JsonObject build() {
      return new JsonObject(members);
    }
  }
}

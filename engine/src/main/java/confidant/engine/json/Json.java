package confidant.engine.json;

import confidant.engine.json.JsonValue.JsonArray;
import confidant.engine.json.JsonValue.JsonBoolean;
import confidant.engine.json.JsonValue.JsonNull;
import confidant.engine.json.JsonValue.JsonNumber;
import confidant.engine.json.JsonValue.JsonObject;
import confidant.engine.json.JsonValue.JsonString;
import java.util.Map;
import java.util.Set;

/** Reads and writes JSON (RFC 8259) in one line. */
public final class Json {
  private static final int FIRST_PRINTABLE = 0x20;
  private static final int EXCERPT_CHARS = 40;

  private Json() {}

  /**
   * Parses one value.
   *
   * @throws JsonException if {@code text} is not exactly one JSON value
   */
  public static JsonValue parse(String text) {
    return new JsonParser(text, Set.of()).parse();
  }

  /**
   * Parses an object.
   *
   * @throws JsonException if {@code text} is not exactly one JSON object
   */
  public static JsonObject parseObject(String text) {
    return parseObjectWithout(text, Set.of());
  }

  /**
   * Parses an object without keeping members called {@code skipped}, at whatever depth; for large
   * documents of which little is needed.
   *
   * @throws JsonException if {@code text} is not exactly one JSON object
   */
  public static JsonObject parseObjectWithout(String text, Set<String> skipped) {
    if (new JsonParser(text, skipped).parse() instanceof JsonObject object) {
      return object;
    }
    throw new JsonException("expected a JSON object");
  }

  /** The compact text of {@code value}. */
  public static String write(JsonValue value) {
    StringBuilder out = new StringBuilder();
    write(value, out);
    return out.toString();
  }

  /** The beginning of {@code json}, short enough to stand in a message. */
  public static String excerpt(String json) {
    return json.length() <= EXCERPT_CHARS ? json : json.substring(0, EXCERPT_CHARS - 1) + "…";
  }

  private static void write(JsonValue value, StringBuilder out) {
    switch (value) {
      case JsonNull() -> out.append("null");
      case JsonBoolean(boolean b) -> out.append(b);
      case JsonNumber(String literal) -> out.append(literal);
      case JsonString(String s) -> quote(s, out);
      case JsonArray(var items) -> {
        out.append('[');
        String separator = "";
        for (JsonValue item : items) {
          out.append(separator);
          write(item, out);
          separator = ",";
        }
        out.append(']');
      }
      case JsonObject(var members) -> {
        out.append('{');
        String separator = "";
        for (Map.Entry<String, JsonValue> member : members.entrySet()) {
          out.append(separator);
          quote(member.getKey(), out);
          out.append(':');
          write(member.getValue(), out);
          separator = ",";
        }
        out.append('}');
      }
    }
  }

  /** Appends {@code s} as a JSON string; lone surrogates are escaped so that output stays UTF-8. */
  private static void quote(String s, StringBuilder out) {
    out.append('"');
    for (int i = 0; i < s.length(); i++) {
      char c = s.charAt(i);
      switch (c) {
        case '"' -> out.append("\\\"");
        case '\\' -> out.append("\\\\");
        case '\n' -> out.append("\\n");
        case '\r' -> out.append("\\r");
        case '\t' -> out.append("\\t");
        case '\b' -> out.append("\\b");
        case '\f' -> out.append("\\f");
        default -> {
          if (c < FIRST_PRINTABLE || isLoneSurrogate(s, i)) {
            out.append(String.format("\\u%04x", (int) c));
          } else {
            out.append(c);
          }
        }
      }
    }
    out.append('"');
  }

  private static boolean isLoneSurrogate(String s, int i) {
    char c = s.charAt(i);
    if (Character.isHighSurrogate(c)) {
      return i + 1 == s.length() || !Character.isLowSurrogate(s.charAt(i + 1));
    }
    return Character.isLowSurrogate(c) && (i == 0 || !Character.isHighSurrogate(s.charAt(i - 1)));
  }
}

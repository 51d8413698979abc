package confidant.engine.json;

import confidant.engine.json.JsonValue.JsonArray;
import confidant.engine.json.JsonValue.JsonBoolean;
import confidant.engine.json.JsonValue.JsonNull;
import confidant.engine.json.JsonValue.JsonNumber;
import confidant.engine.json.JsonValue.JsonObject;
import confidant.engine.json.JsonValue.JsonString;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** A recursive-descent parser with a depth limit, so that hostile nesting cannot end the stack. */
final class JsonParser {
  private static final int MAX_DEPTH = 200;
  private static final JsonNull NULL = new JsonNull();

  private final String text;

  /** Members to check but not to keep. */
  private final Set<String> skipped;

  private final Map<String, String> names = new HashMap<>();
  private int at;

  JsonParser(String text, Set<String> skipped) {
    this.text = text;
    this.skipped = skipped;
  }

  JsonValue parse() {
    if (text.startsWith("\uFEFF")) {
      at = 1;
    }
    JsonValue value = value(0);
    skipSpace();
    if (at != text.length()) {
      throw error("text after the value");
    }
    return value;
  }

  private JsonValue value(int depth) {
    return switch (firstChar(depth)) {
      case '{' -> object(depth);
      case '[' -> array(depth);
      case '"' -> new JsonString(string());
      case 't' -> literal("true", new JsonBoolean(true));
      case 'f' -> literal("false", new JsonBoolean(false));
      case 'n' -> literal("null", NULL);
      default -> number();
    };
  }

  /** The character that the next value begins with. */
  private char firstChar(int depth) {
    if (depth > MAX_DEPTH) {
      throw error("nested deeper than " + MAX_DEPTH);
    }
    skipSpace();
    if (at == text.length()) {
      throw error("unexpected end");
    }
    return text.charAt(at);
  }

  /** Goes past a value without keeping anything of it. */
  private void skim(int depth) {
    switch (firstChar(depth)) {
      case '{' -> skimItems('}', depth, true);
      case '[' -> skimItems(']', depth, false);
      case '"' -> skimString();
      default -> value(depth);
    }
  }

  private void skimItems(char closing, int depth, boolean named) {
    at++;
    skipSpace();
    if (accept(closing)) {
      return;
    }
    do {
      if (named) {
        skipSpace();
        expectQuote();
        skimString();
        skipSpace();
        expect(':');
      }
      skim(depth + 1);
      skipSpace();
    } while (accept(','));
    expect(closing);
  }

  private void skimString() {
    at++;
    while (at < text.length()) {
      char c = text.charAt(at++);
      if (c == '"') {
        return;
      }
      if (c == '\\') {
        escape();
      } else {
        checkPrintable(c);
      }
    }
    throw error("string without end");
  }

  private JsonObject object(int depth) {
    at++;
    Map<String, JsonValue> members = new LinkedHashMap<>();
    skipSpace();
    if (accept('}')) {
      return new JsonObject(members);
    }
    do {
      skipSpace();
      expectQuote();
      String name = string();
      skipSpace();
      expect(':');
      if (skipped.contains(name)) {
        skim(depth + 1);
      } else {
        String known = names.putIfAbsent(name, name);
        members.put(known == null ? name : known, value(depth + 1));
      }
      skipSpace();
    } while (accept(','));
    expect('}');
    return new JsonObject(members);
  }

  private void expectQuote() {
    if (at == text.length() || text.charAt(at) != '"') {
      throw error("expected a property name");
    }
  }

  private JsonArray array(int depth) {
    at++;
    List<JsonValue> items = new ArrayList<>();
    skipSpace();
    if (accept(']')) {
      return new JsonArray(items);
    }
    do {
      items.add(value(depth + 1));
      skipSpace();
    } while (accept(','));
    expect(']');
    return new JsonArray(items);
  }

  private JsonValue literal(String word, JsonValue value) {
    if (!text.startsWith(word, at)) {
      throw error("unknown word");
    }
    at += word.length();
    return value;
  }

  private JsonNumber number() {
    int start = at;
    accept('-');
    int digits = at;
    if (!digits()) {
      throw error("unexpected character");
    }
    if (text.charAt(digits) == '0' && at > digits + 1) {
      throw error("number with a leading zero");
    }
    if (accept('.') && !digits()) {
      throw error("digits expected after the point");
    }
    if (accept('e') || accept('E')) {
      if (!accept('+')) {
        accept('-');
      }
      if (!digits()) {
        throw error("digits expected in the exponent");
      }
    }
    return new JsonNumber(text.substring(start, at));
  }

  private boolean digits() {
    int start = at;
    while (at < text.length() && text.charAt(at) >= '0' && text.charAt(at) <= '9') {
      at++;
    }
    return at > start;
  }

  private String string() {
    int start = ++at;
    while (at < text.length()) {
      char c = text.charAt(at);
      if (c == '"') {
        return text.substring(start, at++);
      }
      if (c == '\\') {
        return escapedString(start);
      }
      checkPrintable(c);
      at++;
    }
    throw error("string without end");
  }

  private String escapedString(int start) {
    StringBuilder out = new StringBuilder(text.substring(start, at));
    while (at < text.length()) {
      char c = text.charAt(at++);
      if (c == '"') {
        return out.toString();
      }
      if (c == '\\') {
        out.append(escape());
      } else {
        checkPrintable(c);
        out.append(c);
      }
    }
    throw error("string without end");
  }

  private char escape() {
    if (at == text.length()) {
      throw error("string without end");
    }
    char c = text.charAt(at++);
    return switch (c) {
      case '"', '\\', '/' -> c;
      case 'b' -> '\b';
      case 'f' -> '\f';
      case 'n' -> '\n';
      case 'r' -> '\r';
      case 't' -> '\t';
      case 'u' -> unicode();
      default -> throw error("unknown escape");
    };
  }

  private char unicode() {
    if (at + 4 > text.length()) {
      throw error("string without end");
    }
    int code = 0;
    for (int i = 0; i < 4; i++) {
      int digit = Character.digit(text.charAt(at++), 16);
      if (digit < 0) {
        throw error("four hexadecimal digits expected");
      }
      code = code << 4 | digit;
    }
    return (char) code;
  }

  private void checkPrintable(char c) {
    if (c < ' ') {
      throw error("control character in a string");
    }
  }

  private void skipSpace() {
    while (at < text.length() && isSpace(text.charAt(at))) {
      at++;
    }
  }

  private static boolean isSpace(char c) {
    return c == ' ' || c == '\n' || c == '\r' || c == '\t';
  }

  private boolean accept(char c) {
    if (at < text.length() && text.charAt(at) == c) {
      at++;
      return true;
    }
    return false;
  }

  private void expect(char c) {
    if (!accept(c)) {
      throw error("expected '" + c + "'");
    }
  }

  private JsonException error(String what) {
    return new JsonException(what + " at character " + at);
  }
}

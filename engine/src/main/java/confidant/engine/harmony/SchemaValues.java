package confidant.engine.harmony;

import confidant.engine.json.Json;
import confidant.engine.json.JsonException;
import confidant.engine.json.JsonValue;
import confidant.engine.json.JsonValue.JsonArray;
import confidant.engine.json.JsonValue.JsonNumber;
import confidant.engine.json.JsonValue.JsonObject;
import confidant.engine.json.JsonValue.JsonString;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Values of a schema as the reference library spells them: compact, with Rust's numbers. */
final class SchemaValues {
  private static final BigInteger LEAST_INTEGER = BigInteger.valueOf(Long.MIN_VALUE);

  /** Integers up to 64 bits without sign are kept exactly. */
  private static final BigInteger GREATEST_INTEGER =
      BigInteger.TWO.pow(64).subtract(BigInteger.ONE);

  /** Both of them are written so long. */
  private static final int MAX_INTEGER_CHARS = 20;

  // Digits before the point from and up to which a number is written without exponent.
  private static final int LEAST_PLAIN_POINT = -4;
  private static final int GREATEST_PLAIN_POINT = 16;

  private SchemaValues() {}

  /** Compact JSON. */
  static String write(JsonValue value) {
    return Json.write(normalised(value));
  }

  /** A string between quotes as it is, without escapes; anything else as compact JSON. */
  static String quoted(JsonValue value) {
    return value instanceof JsonString(String text) ? '"' + text + '"' : write(value);
  }

  private static JsonValue normalised(JsonValue value) {
    return switch (value) {
      case JsonNumber(String literal) -> new JsonNumber(number(literal));
      case JsonArray(var items) -> {
        List<JsonValue> copy = new ArrayList<>();
        items.forEach(item -> copy.add(normalised(item)));
        yield new JsonArray(copy);
      }
      case JsonObject(var members) -> {
        Map<String, JsonValue> copy = new LinkedHashMap<>();
        members.forEach((name, member) -> copy.put(name, normalised(member)));
        yield new JsonObject(copy);
      }
      default -> value;
    };
  }

  /** 64-bit integers stay; everything else becomes the shortest decimal of a double. */
  private static String number(String literal) {
    if (literal.length() <= MAX_INTEGER_CHARS
        && !literal.equals("-0")
        && literal.chars().noneMatch(c -> ".eE".indexOf(c) >= 0)) {
      BigInteger integer = new BigInteger(literal);
      if (integer.compareTo(LEAST_INTEGER) >= 0 && integer.compareTo(GREATEST_INTEGER) <= 0) {
        return literal;
      }
    }
    double value = Double.parseDouble(literal);
    if (Double.isInfinite(value)) {
      throw new JsonException(Json.excerpt(literal) + " is out of range");
    }
    String sign = Math.copySign(1, value) < 0 ? "-" : "";
    return sign + (value == 0 ? "0.0" : positive(Math.abs(value)));
  }

  /** Plain between 1e-5 and 1e16, with an exponent beyond; always a point in plain numbers. */
  private static String positive(double value) {
    BigDecimal decimal = new BigDecimal(Double.toString(value)).stripTrailingZeros();
    String digits = decimal.unscaledValue().toString();
    int point = digits.length() - decimal.scale();
    if (point < LEAST_PLAIN_POINT || point > GREATEST_PLAIN_POINT) {
      String fraction = digits.length() == 1 ? "" : "." + digits.substring(1);
      return digits.charAt(0) + fraction + "e" + (point - 1);
    }
    String plain = decimal.toPlainString();
    return decimal.scale() > 0 ? plain : plain + ".0";
  }
}

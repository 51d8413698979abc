package confidant.engine.harmony;

import confidant.engine.json.JsonValue;
import confidant.engine.json.JsonValue.JsonArray;
import confidant.engine.json.JsonValue.JsonBoolean;
import confidant.engine.json.JsonValue.JsonObject;
import confidant.engine.json.JsonValue.JsonString;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Writes a JSON schema as a TypeScript type, in the words gpt-oss was trained on. Where the outcome
 * looks odd (a description printed twice, an unparenthesised union in an array), it is what the
 * reference library writes; see {@code docs/decisions/0002-harmony-quirks.md}.
 */
final class TypeScriptType {
  private static final String ANY = "any";
  private static final String VARIANT_INDENT = "   ";
  private static final String PROPERTY_INDENT = "    ";

  private TypeScriptType() {}

  static String of(JsonValue schema) {
    return type(schema, "");
  }

  private static String type(JsonValue schema, String indent) {
    Optional<List<JsonValue>> oneOf = array(schema, "oneOf");
    if (oneOf.isPresent()) {
      return union(oneOf.get(), indent);
    }
    String alternatives =
        array(schema, "type").orElse(List.of()).stream()
            .filter(JsonString.class::isInstance)
            .map(name -> ((JsonString) name).value())
            .map(name -> name.equals("integer") ? "number" : name)
            .collect(Collectors.joining(" | "));
    if (!alternatives.isEmpty()) {
      return alternatives;
    }
    return switch (string(schema, "type").orElse(ANY)) {
      case "object" -> object(schema, indent);
      case "string" -> enumeration(schema).orElse("string");
      case "number", "integer" -> "number";
      case "boolean" -> "boolean";
      case "array" -> get(schema, "items").map(i -> type(i, indent) + "[]").orElse("Array<any>");
      default -> ANY;
    };
  }

  private static Optional<String> enumeration(JsonValue schema) {
    String values =
        array(schema, "enum").orElse(List.of()).stream()
            .filter(JsonString.class::isInstance)
            .map(value -> '"' + ((JsonString) value).value() + '"')
            .collect(Collectors.joining(" | "));
    return values.isEmpty() ? Optional.empty() : Optional.of(values);
  }

  /** Variants that stand by themselves, each on a line of its own. */
  private static String union(List<JsonValue> variants, String indent) {
    StringBuilder out = new StringBuilder();
    for (JsonValue variant : variants) {
      List<String> comments = new ArrayList<>();
      string(variant, "description").ifPresent(comments::add);
      get(variant, "default")
          .map(value -> isEnum(variant) ? SchemaValues.write(value) : SchemaValues.quoted(value))
          .ifPresent(value -> comments.add("default: " + value));
      out.append('\n').append(indent).append(" | ");
      out.append(nullableType(variant, indent + VARIANT_INDENT)).append(trailing(comments));
    }
    return out.toString();
  }

  private static String object(JsonValue schema, String indent) {
    StringBuilder out = new StringBuilder();
    string(schema, "description").ifPresent(text -> comment(text, indent, out));
    out.append("{\n");
    if (get(schema, "properties").orElse(null) instanceof JsonObject(var properties)) {
      List<JsonValue> required = array(schema, "required").orElse(List.of());
      for (Map.Entry<String, JsonValue> property : properties.entrySet()) {
        String mark = required.contains(new JsonString(property.getKey())) ? ":" : "?:";
        property(property.getKey() + mark, property.getValue(), indent, out);
      }
    }
    return out.append(indent).append('}').toString();
  }

  private static void property(String name, JsonValue schema, String indent, StringBuilder out) {
    boolean hasOneOf = get(schema, "oneOf").isPresent();
    string(schema, "title").ifPresent(t -> comment(t + "\n" + indent + "//", indent, out));
    if (!hasOneOf) {
      string(schema, "description").ifPresent(text -> comment(text, indent, out));
    }
    examples(schema, indent, out);
    Optional<List<JsonValue>> variants = array(schema, "oneOf");
    if (variants.isPresent()) {
      unionProperty(name, schema, variants.get(), indent, out);
      return;
    }
    out.append(indent).append(name).append(' ');
    out.append(nullableType(schema, indent + PROPERTY_INDENT)).append(',');
    if (!hasOneOf) {
      defaultOf(schema).ifPresent(value -> out.append(" // ").append(value));
    }
    out.append('\n');
  }

  private static void examples(JsonValue schema, String indent, StringBuilder out) {
    List<JsonValue> examples = array(schema, "examples").orElse(List.of());
    if (!examples.isEmpty()) {
      comment("Examples:", indent, out);
    }
    for (JsonValue example : examples) {
      if (example instanceof JsonString(String text)) {
        comment("- \"" + text + '"', indent, out);
      }
    }
  }

  /** A property of several variants: what is said of all stands above, the rest beside each. */
  private static void unionProperty(
      String name, JsonValue schema, List<JsonValue> variants, String indent, StringBuilder out) {
    Optional<String> description = string(schema, "description");
    Optional<String> first = variants.stream().findFirst().flatMap(v -> string(v, "description"));
    boolean describedAbove = description.isPresent() && !description.equals(first);
    if (describedAbove) {
      comment(description.orElseThrow(), indent, out);
    }
    defaultOf(schema).ifPresent(value -> comment(value, indent, out));
    out.append(indent).append(name).append('\n');
    for (int i = 0; i < variants.size(); i++) {
      JsonValue variant = variants.get(i);
      List<String> comments = new ArrayList<>();
      if (i > 0 || !describedAbove) {
        string(variant, "description")
            .filter(text -> !Optional.of(text).equals(description))
            .ifPresent(comments::add);
      }
      defaultOf(variant).ifPresent(comments::add);
      out.append(indent).append(" | ").append(nullableType(variant, indent + VARIANT_INDENT));
      out.append(trailing(comments)).append('\n');
    }
    out.append(indent).append(",\n");
  }

  private static String nullableType(JsonValue schema, String indent) {
    String type = type(schema, indent);
    boolean nullable = get(schema, "nullable").filter(new JsonBoolean(true)::equals).isPresent();
    return nullable && !type.contains("null") ? type + " | null" : type;
  }

  /** {@code default: value}; strings are quoted unless they belong to an enumeration. */
  private static Optional<String> defaultOf(JsonValue schema) {
    return get(schema, "default")
        .map(
            value ->
                isEnum(schema) && value instanceof JsonString(String text)
                    ? text
                    : SchemaValues.quoted(value))
        .map(value -> "default: " + value);
  }

  private static boolean isEnum(JsonValue schema) {
    return array(schema, "enum").filter(values -> !values.isEmpty()).isPresent();
  }

  private static void comment(String text, String indent, StringBuilder out) {
    out.append(indent).append("// ").append(text).append('\n');
  }

  private static String trailing(List<String> comments) {
    return comments.isEmpty() ? "" : " // " + String.join(" ", comments);
  }

  /** The member, null values included: they count as present here. */
  private static Optional<JsonValue> get(JsonValue schema, String name) {
    return schema instanceof JsonObject(var members)
        ? Optional.ofNullable(members.get(name))
        : Optional.empty();
  }

  private static Optional<String> string(JsonValue schema, String name) {
    return get(schema, name).orElse(null) instanceof JsonString(String text)
        ? Optional.of(text)
        : Optional.empty();
  }

  private static Optional<List<JsonValue>> array(JsonValue schema, String name) {
    return get(schema, name).orElse(null) instanceof JsonArray(var items)
        ? Optional.of(items)
        : Optional.empty();
  }
}

package confidant.samples.truth;

import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;

/** Writes a truth as one JSON object; lengths have two decimals. */
public final class JsonWriter {

  private final StringBuilder out = new StringBuilder();

  private JsonWriter() {}

  /** The truth, one figure, fact or piece of text a line. */
  public static String write(Truth truth) {
    JsonWriter json = new JsonWriter();
    json.object(
        () -> {
          json.field("kind", truth.kind().name().toLowerCase(Locale.ROOT));
          json.field("template", truth.template());
          json.field("unseen", truth.unseen());
          json.field("language", truth.language());
          json.field("currency", truth.currency());
          json.field("seed", truth.seed());
          json.field("pages", truth.pages());
          json.field("width", truth.width());
          json.field("height", truth.height());
          json.field("scan", truth.scan());
          json.array("figures", truth.figures(), json::figure);
          json.array("facts", truth.facts(), json::fact);
          json.array("printed", truth.printed(), json::printed);
        });
    return json.out.append('\n').toString();
  }

  private void figure(Figure figure) {
    field("text", figure.text());
    field("value", figure.value());
    field("field", figure.field());
    field("label", figure.label());
    field("header", figure.header());
    field("page", figure.page());
    box(figure.box());
  }

  private void fact(Fact fact) {
    field("field", fact.field());
    field("question", fact.question());
    field("text", fact.text());
    field("value", fact.value());
    field("page", fact.page());
  }

  private void printed(Printed printed) {
    field("text", printed.text());
    field("page", printed.page());
    box(printed.box());
  }

  private void box(Box box) {
    name("box");
    object(
        () -> {
          field("left", box.left());
          field("top", box.top());
          field("width", box.width());
          field("height", box.height());
        });
  }

  private <T> void array(String name, List<T> items, Consumer<T> content) {
    name(name);
    out.append('[');
    for (int i = 0; i < items.size(); i++) {
      T item = items.get(i);
      out.append(i == 0 ? "\n" : ",\n");
      object(() -> content.accept(item));
    }
    out.append("\n]");
  }

  private void object(Runnable content) {
    out.append('{');
    content.run();
    out.append('}');
  }

  private void field(String name, String value) {
    name(name);
    quote(value);
  }

  private void field(String name, boolean value) {
    name(name);
    out.append(value);
  }

  private void field(String name, long value) {
    name(name);
    out.append(value);
  }

  private void field(String name, double value) {
    name(name);
    out.append(String.format(Locale.ROOT, "%.2f", value));
  }

  private void name(String name) {
    if (out.charAt(out.length() - 1) != '{') {
      out.append(", ");
    }
    quote(name);
    out.append(": ");
  }

  private void quote(String text) {
    out.append('"');
    for (int i = 0; i < text.length(); i++) {
      char character = text.charAt(i);
      if (character == '"' || character == '\\') {
        out.append('\\').append(character);
      } else if (character < ' ') {
        out.append(String.format(Locale.ROOT, "\\u%04x", (int) character));
      } else {
        out.append(character);
      }
    }
    out.append('"');
  }
}

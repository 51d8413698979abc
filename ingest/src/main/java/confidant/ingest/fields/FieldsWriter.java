package confidant.ingest.fields;

import confidant.ingest.document.BoundingBox;
import confidant.ingest.document.Check;
import confidant.ingest.document.Field;
import confidant.ingest.document.Findings;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.function.BiConsumer;

/**
 * Writes findings as JSON.
 *
 * <p>First what stands once on the paper, as it stands there: {@code "gross": "5,000.00"}. Then
 * {@code "file"}, {@code "kind"}, {@code "conventions"}, and {@code "fields"} and {@code "checks"}
 * with everything: normalised values, pages, boxes as left, top, width and height in points,
 * confidences.
 */
public final class FieldsWriter {

  private static final int DECIMALS = 3;

  private final StringBuilder out = new StringBuilder();

  private FieldsWriter() {}

  /**
   * One JSON object, over several lines.
   *
   * @param file the name of the file
   */
  public static String write(String file, Findings findings) {
    FieldsWriter writer = new FieldsWriter();
    writer.writeAll(file, findings);
    return writer.out.toString();
  }

  private void writeAll(String file, Findings findings) {
    out.append("{\n");
    for (Field field : findings.fields()) {
      if (field.item() == 0) {
        member("  ", field.name(), field.raw());
        out.append(",\n");
      }
    }
    member("  ", "file", file);
    out.append(",\n");
    member("  ", "kind", lower(findings.kind()));
    out.append(",\n  \"kind_confidence\": ").append(number(findings.kindConfidence()));
    out.append(",\n  \"conventions\": {");
    member("", "decimal_mark", lower(findings.conventions().decimal()));
    out.append(", ");
    member("", "date_order", lower(findings.conventions().dates()));
    out.append("},\n");
    array("fields", findings.fields(), FieldsWriter::writeField);
    out.append(",\n");
    array("checks", findings.checks(), FieldsWriter::writeCheck);
    out.append("\n}\n");
  }

  private <T> void array(String name, List<T> items, BiConsumer<FieldsWriter, T> writer) {
    out.append("  \"").append(name).append("\": [");
    for (Iterator<T> iterator = items.iterator(); iterator.hasNext(); ) {
      out.append("\n    {");
      writer.accept(this, iterator.next());
      out.append(iterator.hasNext() ? "}," : "}\n  ");
    }
    out.append(']');
  }

  private void writeField(Field field) {
    member("", "name", field.name());
    if (field.item() > 0) {
      out.append(", \"item\": ").append(field.item());
    }
    out.append(", ");
    member("", "value", field.value());
    out.append(", ");
    member("", "raw", field.raw());
    BoundingBox box = field.box();
    out.append(", \"page\": ")
        .append(field.page())
        .append(", \"box\": [")
        .append(number(box.left()))
        .append(", ")
        .append(number(box.top()))
        .append(", ")
        .append(number(box.width()))
        .append(", ")
        .append(number(box.height()))
        .append("], \"confidence\": ")
        .append(number(field.confidence()));
  }

  private void writeCheck(Check check) {
    member("", "what", check.what());
    out.append(", ");
    member("", "formula", check.formula());
    out.append(", ");
    member("", "outcome", lower(check.outcome()));
    out.append(", \"fields\": [");
    for (int i = 0; i < check.fields().size(); i++) {
      out.append(i == 0 ? "" : ", ");
      string(check.fields().get(i).key());
    }
    out.append(']');
  }

  private void member(String indent, String name, String value) {
    out.append(indent);
    string(name);
    out.append(": ");
    string(value);
  }

  private void string(String text) {
    out.append('"');
    for (int i = 0; i < text.length(); i++) {
      char character = text.charAt(i);
      if (character == '"' || character == '\\') {
        out.append('\\').append(character);
      } else if (character < ' ' || Character.isSurrogate(character) || isLineEnd(character)) {
        out.append(String.format(Locale.ROOT, "\\u%04x", (int) character));
      } else {
        out.append(character);
      }
    }
    out.append('"');
  }

  /** What some readers take for the end of a line. */
  private static boolean isLineEnd(char character) {
    return character == '\u007F'
        || character == '\u0085'
        || character == '\u2028'
        || character == '\u2029';
  }

  private static String lower(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT);
  }

  /** At most three decimals; never an exponent, and no number at all is 0. */
  private static String number(double value) {
    return Double.isFinite(value)
        ? BigDecimal.valueOf(value)
            .setScale(DECIMALS, RoundingMode.HALF_UP)
            .stripTrailingZeros()
            .toPlainString()
        : "0";
  }
}

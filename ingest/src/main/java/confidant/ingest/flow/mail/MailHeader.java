package confidant.ingest.flow.mail;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/**
 * The fields before the body.
 *
 * @param fields by name in lower case; the first of a name counts
 */
record MailHeader(Map<String, String> fields) {

  MailHeader {
    fields = Map.copyOf(fields);
  }

  /** Where the body begins: after an empty line, or where lines are no fields any more. */
  static int end(byte[] mail, int from, int to) {
    int line = from;
    while (line < to) {
      int next = MailPart.nextLine(mail, line, to);
      if (mail[line] == '\n' || mail[line] == '\r') {
        return next;
      }
      line = next;
    }
    return to;
  }

  static MailHeader parse(String text) {
    Map<String, String> fields = new HashMap<>();
    String name = "";
    StringBuilder value = new StringBuilder();
    for (String line : text.lines().toList()) {
      boolean continued = line.startsWith(" ") || line.startsWith("\t");
      int colon = line.indexOf(':');
      if (continued) {
        value.append(' ').append(line.strip());
      } else if (colon > 0) {
        put(fields, name, value);
        name = line.substring(0, colon).strip().toLowerCase(Locale.ROOT);
        value.setLength(0);
        value.append(line.substring(colon + 1).strip());
      }
    }
    put(fields, name, value);
    return new MailHeader(fields);
  }

  private static void put(Map<String, String> fields, String name, StringBuilder value) {
    if (!name.isEmpty()) {
      fields.putIfAbsent(name, value.toString());
    }
  }

  /** A field as people read it; empty if there is none. */
  String readable(String name) {
    return EncodedWords.decode(fields.getOrDefault(name, ""));
  }

  MailField contentType() {
    return field("content-type");
  }

  MailField disposition() {
    return field("content-disposition");
  }

  private MailField field(String name) {
    String text = fields.get(name);
    return text == null ? MailField.NONE : MailField.parse(text);
  }

  /** Such as {@code text/html}; plain text if nothing is said. */
  String mediaType() {
    String value = contentType().value();
    return value.contains("/") ? value : "text/plain";
  }

  String transferEncoding() {
    return field("content-transfer-encoding").value();
  }

  /** The name of an attachment; empty if the part has none. */
  String fileName() {
    String name = disposition().parameter("filename");
    return name.isEmpty() ? contentType().parameter("name") : name;
  }
}

package confidant.ingest.flow.mail;

import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.StandardCharsets;
import java.nio.charset.UnsupportedCharsetException;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A field such as {@code text/plain; charset="utf-8"}.
 *
 * @param value before the first semicolon, in lower case
 * @param parameters by name in lower case
 */
record MailField(String value, Map<String, String> parameters) {

  static final MailField NONE = new MailField("", Map.of());

  private static final Pattern PARAMETER =
      Pattern.compile(";\\s*([^\\s=;]+)\\s*=\\s*(?:\"((?:[^\"\\\\]|\\\\.)*)\"|([^;\\s]*))");

  /** A parameter in pieces, or with its encoding: {@code filename*0*=utf-8''a%20b}. */
  private static final Pattern PIECE = Pattern.compile("([^*]+)(?:\\*(\\d{1,3}))?(\\*)?");

  MailField {
    parameters = Map.copyOf(parameters);
  }

  static MailField parse(String text) {
    int end = text.indexOf(';');
    String value = (end < 0 ? text : text.substring(0, end)).strip().toLowerCase(Locale.ROOT);
    Map<String, String> parameters = new TreeMap<>();
    Map<String, Map<Integer, String>> pieces = new TreeMap<>();
    Set<String> encoded = new HashSet<>();
    for (MatchResult found : PARAMETER.matcher(text).results().toList()) {
      String given =
          found.group(2) != null ? found.group(2).replaceAll("\\\\(.)", "$1") : found.group(3);
      Matcher name = PIECE.matcher(found.group(1).toLowerCase(Locale.ROOT));
      if (!name.matches()) {
        continue;
      }
      if (name.group(2) == null && name.group(3) == null) {
        parameters.putIfAbsent(name.group(1), EncodedWords.decode(given));
      } else {
        int number = name.group(2) == null ? 0 : Integer.parseInt(name.group(2));
        pieces.computeIfAbsent(name.group(1), any -> new TreeMap<>()).put(number, given);
        if (name.group(3) != null) {
          encoded.add(name.group(1));
        }
      }
    }
    pieces.forEach(
        (name, parts) -> {
          String joined = String.join("", parts.values());
          parameters.put(name, encoded.contains(name) ? unescape(joined) : joined);
        });
    return new MailField(value, parameters);
  }

  /** Empty if there is none of that name. */
  String parameter(String name) {
    return parameters.getOrDefault(name, "");
  }

  /** Text such as {@code utf-8'de'gr%C3%B6sse}. */
  private static String unescape(String text) {
    int first = text.indexOf('\'');
    int second = text.indexOf('\'', first + 1);
    if (first < 0 || second < 0) {
      return text;
    }
    byte[] bytes =
        TransferEncoding.quotedPrintable(
            text.substring(second + 1).replace('%', '=').getBytes(StandardCharsets.ISO_8859_1),
            false);
    try {
      return new String(bytes, Charset.forName(text.substring(0, first)));
    } catch (IllegalCharsetNameException | UnsupportedCharsetException e) {
      return new String(bytes, StandardCharsets.UTF_8);
    }
  }
}

package confidant.ingest.fields;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Splits results written as text: {@code Sodium: 140 mmol/l (Reference: 135 - 145) high}. */
final class LabLine {

  private static final int LONGEST = 200;

  private static final Pattern LINE =
      Pattern.compile(
          "(?<name>[^:]{2,60}):\\s{0,5}(?<value>[<>]?\\s?\\d[^()\\[\\]]{0,40}?)\\s{0,5}[(\\[]"
              + "(?:[^():\\[\\]]{0,30}:\\s{0,5})?(?<range>[^()\\[\\]]{1,40})[)\\]]"
              + "(?<flag>.{0,20})");

  /** The parts of a line, in its order. */
  private static final List<String> GROUPS = List.of("name", "value", "range", "flag");

  private LabLine() {}

  /** Name, value with unit, range and perhaps a flag; none if the piece is no such line. */
  static List<Piece> split(Piece piece) {
    List<Piece> parts = new ArrayList<>();
    if (piece.text().length() <= LONGEST) {
      Matcher matcher = LINE.matcher(piece.text());
      if (matcher.matches()) {
        for (String group : GROUPS) {
          if (!matcher.group(group).isBlank()) {
            parts.add(piece.sub(matcher.start(group), matcher.end(group), parts.size()));
          }
        }
      }
    }
    return parts;
  }
}

package confidant.ingest.extract;

import confidant.ingest.page.GlyphRun;
import confidant.ingest.page.GlyphRun.Source;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSNumber;
import org.apache.pdfbox.cos.COSString;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.jspecify.annotations.Nullable;

/**
 * The value of a form field that the file does not draw: programs draw it themselves when they show
 * the form (ISO 32000-1, 12.7.3.3). It is laid out roughly as they would, inside of its field.
 */
final class FormValue {

  /** Field flags, by their places in ISO 32000-1, tables 221 and 228. */
  private static final int MULTILINE = 1 << 12;

  private static final int PASSWORD = 1 << 13;

  /** Fields inherit from those above, which damaged files put in circles. */
  private static final int MAX_DEPTH = 32;

  private static final int MAX_CHARACTERS = 20_000;

  /** Where a form does not say how large its letters are. */
  private static final double USUAL_SIZE = 12;

  private static final double SIZE_OF_HEIGHT = 0.7;
  private static final double SMALLEST_SIZE = 4;

  /** Of most letters and digits of book faces, in em. */
  private static final double CHARACTER_WIDTH = 0.52;

  private static final double SPACE_WIDTH = 0.27;

  /** Distance of the text from the field's edge, in points. */
  private static final double PADDING = 2;

  private static final double LINE_HEIGHT = 1.15;

  /** The baseline's distance below the middle of a line, in em. */
  private static final double BELOW_MIDDLE = 0.25;

  private final double left;
  private final double top;
  private final double width;
  private final double height;
  private final double size;
  private final int alignment;
  private final List<GlyphRun> runs = new ArrayList<>();

  private FormValue(COSDictionary widget, PDRectangle field, PDRectangle visible) {
    left = field.getLowerLeftX() - visible.getLowerLeftX();
    top = visible.getUpperRightY() - field.getUpperRightY();
    width = field.getWidth();
    height = field.getHeight();
    double asked = sizeAsked(inherited(widget, COSName.DA));
    size = asked > 0 ? asked : Math.clamp(SIZE_OF_HEIGHT * height, SMALLEST_SIZE, USUAL_SIZE);
    alignment = inherited(widget, COSName.Q) instanceof COSNumber number ? number.intValue() : 0;
  }

  /**
   * The value of {@code widget}, word by word; none if it is no field of text or choice, or empty.
   *
   * @param visible the part of the page that is seen
   */
  static List<GlyphRun> runs(COSDictionary widget, PDRectangle visible) {
    // Most annotations are links.
    if (!COSName.WIDGET.equals(widget.getCOSName(COSName.SUBTYPE))) {
      return List.of();
    }
    COSArray corners = widget.getCOSArray(COSName.RECT);
    COSBase type = inherited(widget, COSName.FT);
    int flags = inherited(widget, COSName.FF) instanceof COSNumber number ? number.intValue() : 0;
    String value = text(inherited(widget, COSName.V));
    boolean shown = (COSName.TX.equals(type) || COSName.CH.equals(type)) && (flags & PASSWORD) == 0;
    if (corners == null || corners.size() < 4 || !shown || value.isBlank()) {
      return List.of();
    }
    if (value.length() > MAX_CHARACTERS) {
      throw new LimitExceededException("a form field holds too much text");
    }
    FormValue field = new FormValue(widget, new PDRectangle(corners), visible);
    field.addLines(value.lines().toList(), (flags & MULTILINE) != 0);
    return field.runs;
  }

  private void addLines(List<String> lines, boolean fromTop) {
    double step = LINE_HEIGHT * size;
    double first = fromTop ? top + PADDING + step / 2 : top + height / 2;
    for (int i = 0; i < lines.size(); i++) {
      addLine(lines.get(i), first + i * step + BELOW_MIDDLE * size);
    }
  }

  private void addLine(String line, double baseline) {
    double space = SPACE_WIDTH * size;
    List<String> words = List.of(Characters.clean(line).strip().split(" +", -1));
    double length = words.stream().mapToDouble(this::length).sum() + (words.size() - 1) * space;
    double x =
        switch (alignment) {
          case 1 -> left + (width - length) / 2;
          case 2 -> left + width - PADDING - length;
          default -> left + PADDING;
        };
    for (String word : words) {
      if (!runs.isEmpty()) {
        runs.add(run(" ", x - space, baseline, space));
      }
      if (!word.isEmpty()) {
        runs.add(run(word, x, baseline, length(word)));
      }
      x += length(word) + space;
    }
  }

  private GlyphRun run(String text, double x, double baseline, double advance) {
    return new GlyphRun(
        text, x, baseline, advance, 0, size, SPACE_WIDTH * size, Source.VISIBLE_TEXT);
  }

  private double length(String word) {
    return word.length() * CHARACTER_WIDTH * size;
  }

  private static @Nullable COSBase inherited(COSDictionary widget, COSName key) {
    @Nullable COSDictionary field = widget;
    for (int depth = 0; field != null && depth < MAX_DEPTH; depth++) {
      COSBase value = field.getDictionaryObject(key);
      if (value != null) {
        return value;
      }
      field = field.getCOSDictionary(COSName.PARENT);
    }
    return null;
  }

  private static String text(@Nullable COSBase value) {
    return switch (value) {
      case COSString string -> string.getString();
      case COSArray several ->
          several.toList().stream()
              .filter(COSString.class::isInstance)
              .map(string -> ((COSString) string).getString())
              .collect(Collectors.joining(", "));
      case null, default -> "";
    };
  }

  /** The number before {@code Tf} in a default appearance; 0 if it leaves the size open. */
  private static double sizeAsked(@Nullable COSBase appearance) {
    if (!(appearance instanceof COSString operators)) {
      return 0;
    }
    List<String> words = List.of(operators.getString().strip().split("\\s+", -1));
    int at = words.indexOf("Tf");
    try {
      double size = at > 0 ? Double.parseDouble(words.get(at - 1)) : 0;
      return size > 0 && size < 1000 ? size : 0;
    } catch (NumberFormatException e) {
      return 0;
    }
  }
}

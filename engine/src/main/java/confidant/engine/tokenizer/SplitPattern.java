package confidant.engine.tokenizer;

import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The regular expression that cuts text into the pieces within which bytes are merged. */
final class SplitPattern {
  private static final String LETTERS_UPPER = "[\\p{Lu}\\p{Lt}\\p{Lm}\\p{Lo}\\p{M}]";
  private static final String LETTERS_LOWER = "[\\p{Ll}\\p{Lm}\\p{Lo}\\p{M}]";
  private static final String BEFORE_WORD = "[^\\r\\n\\p{L}\\p{N}]?";
  private static final String CONTRACTION = "(?i:'s|'t|'re|'ve|'m|'ll|'d)?";

  /** The expression of o200k: words with a capital first, words, numbers, signs, white space. */
  static final String O200K_REGEX =
      String.join(
          "|",
          BEFORE_WORD + LETTERS_UPPER + "*" + LETTERS_LOWER + "+" + CONTRACTION,
          BEFORE_WORD + LETTERS_UPPER + "+" + LETTERS_LOWER + "*" + CONTRACTION,
          "\\p{N}{1,3}",
          " ?[^\\s\\p{L}\\p{N}]+[\\r\\n/]*",
          "\\s*[\\r\\n]+",
          "\\s+(?!\\S)",
          "\\s+");

  /** White space and case are Unicode's, as in the engines the vocabularies were made with. */
  private static final Pattern O200K =
      Pattern.compile(O200K_REGEX, Pattern.UNICODE_CHARACTER_CLASS);

  private SplitPattern() {}

  /** Hands over the pieces in order; text that the pattern leaves out is a piece of its own. */
  static void split(String text, Consumer<String> pieces) {
    Matcher matcher = O200K.matcher(text);
    int end = 0;
    while (matcher.find()) {
      if (matcher.start() > end) {
        pieces.accept(text.substring(end, matcher.start()));
      }
      if (matcher.end() > matcher.start()) {
        pieces.accept(matcher.group());
      }
      end = matcher.end();
    }
    if (end < text.length()) {
      pieces.accept(text.substring(end));
    }
  }
}

package confidant.ui.markdown;

/** A run of text in one style. */
public record Span(String text, boolean bold, boolean italic, boolean code) {

  Span append(String more) {
    return new Span(text + more, bold, italic, code);
  }

  boolean looksLike(Span other) {
    return bold == other.bold && italic == other.italic && code == other.code;
  }
}

package confidant.engine.harmony;

import confidant.engine.harmony.HarmonyRenderer.Rendered;
import java.util.Arrays;

/**
 * Collects a prompt piece by piece, as text and as tokens. Each text is encoded by itself: a merge
 * never crosses into the next piece.
 */
final class PromptWriter {
  private final HarmonyTokens tokens;
  private final StringBuilder text = new StringBuilder();
  private int[] ids = new int[256];
  private int size;

  PromptWriter(HarmonyTokens tokens) {
    this.tokens = tokens;
  }

  void text(String piece) {
    text.append(piece);
    add(tokens.tokenizer().encode(piece));
  }

  void special(SpecialToken token) {
    text.append(token.text());
    add(tokens.id(token));
  }

  /** Puts {@code token} in place of the special token that was written last. */
  void replaceLast(SpecialToken token) {
    SpecialToken last = tokens.special(ids[size - 1]).orElseThrow();
    text.setLength(text.length() - last.text().length());
    size--;
    special(token);
  }

  Rendered finish() {
    return new Rendered(text.toString(), Arrays.copyOf(ids, size));
  }

  private void add(int... more) {
    if (size + more.length > ids.length) {
      ids = Arrays.copyOf(ids, Math.max(2 * ids.length, size + more.length));
    }
    System.arraycopy(more, 0, ids, size, more.length);
    size += more.length;
  }
}

package confidant.demo.data;

import java.util.Arrays;

/** Tokens and what each of them is. */
public record Text(int[] ids, byte[] marks) {

  /** As many marks as tokens. */
  public Text {
    if (ids.length != marks.length) {
      throw new IllegalArgumentException(ids.length + " tokens, " + marks.length + " marks");
    }
  }

  /** How many tokens. */
  public int length() {
    return ids.length;
  }

  /** What a token is. */
  public Mark mark(int index) {
    return Mark.of(marks[index]);
  }

  /** The tokens from {@code from} to below {@code to}. */
  public Text part(int from, int to) {
    return new Text(Arrays.copyOfRange(ids, from, to), Arrays.copyOfRange(marks, from, to));
  }

  /** With how many tokens both begin. */
  public int common(Text other) {
    int mismatch = Arrays.mismatch(ids, other.ids);
    return mismatch < 0 ? ids.length : mismatch;
  }
}

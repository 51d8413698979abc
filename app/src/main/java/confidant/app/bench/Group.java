package confidant.app.bench;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** Figures that are chosen together, by {@code --only}. */
public enum Group {
  /** Reading a prompt into an empty context. */
  PREFILL,
  /** Reading more behind a long text. */
  DEEP_PREFILL,
  /** Writing, at several depths. */
  DECODE,
  /** Writing what repeats the prompt and what repeats nothing, with and without drafts. */
  REPEATS,
  /** Writing while another program keeps one core busy. */
  BUSY,
  /** Time to the first token of another question on the same papers. */
  SECOND_QUESTION,
  /** The first prompt after the start against the fifth. */
  WARM_UP,
  /** Time to open a model, and the heap it takes. */
  OPEN,
  /** Memory beyond the mapped file with a long context. */
  MEMORY,
  /** One thread, to hold against all. */
  SCALING,
  /** Speed over a whole prompt, from short to long. */
  GROWTH;

  /** Such as {@code deep-prefill}. */
  public String id() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  public static Optional<Group> of(String id) {
    return Arrays.stream(values()).filter(group -> group.id().equals(id)).findFirst();
  }
}

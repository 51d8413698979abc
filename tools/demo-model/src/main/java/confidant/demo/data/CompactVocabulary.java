package confidant.demo.data;

import confidant.engine.tokenizer.Tokenizer;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.TreeSet;

/**
 * The few tokens of the real vocabulary that lessons hold, numbered anew from 0 in their order. All
 * others keep rows of zeros.
 *
 * @param ids real id of each number, ascending
 */
public record CompactVocabulary(int[] ids) {
  private static final int NUMBERS = 1000;

  /**
   * The tokens of {@code lessons}, with all numbers of up to three digits.
   *
   * @param tokenizer whose numbers are added
   */
  public static CompactVocabulary of(List<Lesson> lessons, Tokenizer tokenizer) {
    TreeSet<Integer> seen = new TreeSet<>();
    for (Lesson lesson : lessons) {
      addAll(seen, lesson.start().ids());
      lesson.branches().forEach(branch -> addAll(seen, branch.ids()));
    }
    for (int number = 0; number < NUMBERS; number++) {
      for (String form : List.of("%d", "%02d", "%03d")) {
        addAll(seen, tokenizer.encode(form.formatted(number)));
      }
    }
    return new CompactVocabulary(seen.stream().mapToInt(Integer::intValue).toArray());
  }

  private static void addAll(TreeSet<Integer> seen, int[] ids) {
    for (int id : ids) {
      seen.add(id);
    }
  }

  /** How many. */
  public int size() {
    return ids.length;
  }

  /** The number of a real id; -1 if it is not in it. */
  public int find(int real) {
    return Math.max(-1, Arrays.binarySearch(ids, real));
  }

  /** Numbers for real ids, all of which must be in it. */
  public int[] compact(int[] real) {
    int[] compact = new int[real.length];
    for (int i = 0; i < real.length; i++) {
      compact[i] = find(real[i]);
      if (compact[i] < 0) {
        throw new IllegalStateException(
            "token %d is in no lesson that training began with; remove its folder to begin anew"
                .formatted(real[i]));
      }
    }
    return compact;
  }

  /** Whether every one of them is in it. */
  public boolean holds(int[] real) {
    return Arrays.stream(real).allMatch(id -> Arrays.binarySearch(ids, id) >= 0);
  }

  /** Writes the ids, four bytes each. */
  public void write(Path file) throws IOException {
    ByteBuffer bytes = ByteBuffer.allocate(Integer.BYTES * ids.length);
    bytes.asIntBuffer().put(ids);
    Files.write(file, bytes.array());
  }

  /** Reads what {@link #write} wrote. */
  public static CompactVocabulary read(Path file) throws IOException {
    ByteBuffer bytes = ByteBuffer.wrap(Files.readAllBytes(file));
    int[] ids = new int[bytes.remaining() / Integer.BYTES];
    bytes.asIntBuffer().get(ids);
    return new CompactVocabulary(ids);
  }
}

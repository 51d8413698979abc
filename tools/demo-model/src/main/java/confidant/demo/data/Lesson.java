package confidant.demo.data;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/**
 * A paper with questions and answers, as tokens.
 *
 * <p>As bytes: {@code byte} unseen, {@code int} group, {@code int} number of texts, then each text:
 * {@code int} length, {@code int} ids, {@code byte} marks.
 *
 * @param unseen whether its template is kept out of training
 * @param group lessons of a group have the same beginning
 * @param start what all questions have in common: instructions and paper
 * @param branches each question with its answer
 */
public record Lesson(boolean unseen, int group, Text start, List<Text> branches) {

  public Lesson {
    branches = List.copyOf(branches);
  }

  /** Cuts whole conversations about one paper after what they have in common. */
  public static Lesson of(boolean unseen, int group, List<Text> conversations) {
    Text first = conversations.getFirst();
    int common = first.length();
    for (Text conversation : conversations) {
      common = Math.min(common, first.common(conversation));
    }
    // What is given must not run into an answer, whose first token would go unlearnt.
    while (common > 0 && first.mark(common - 1).isAnswer()) {
      common--;
    }
    int cut = common;
    return new Lesson(
        unseen,
        group,
        first.part(0, cut),
        conversations.stream().map(text -> text.part(cut, text.length())).toList());
  }

  /** How many tokens all texts have. */
  public int tokens() {
    return start.length() + branches.stream().mapToInt(Text::length).sum();
  }

  /** Positions of the longest conversation. */
  public int longest() {
    return start.length() + branches.stream().mapToInt(Text::length).max().orElse(0);
  }

  /** Writes it. */
  public void write(DataOutputStream out) throws IOException {
    out.writeBoolean(unseen);
    out.writeInt(group);
    out.writeInt(1 + branches.size());
    write(start, out);
    for (Text branch : branches) {
      write(branch, out);
    }
  }

  private static void write(Text text, DataOutputStream out) throws IOException {
    out.writeInt(text.length());
    for (int id : text.ids()) {
      out.writeInt(id);
    }
    out.write(text.marks());
  }

  /** Reads one. */
  public static Lesson read(DataInputStream in) throws IOException {
    boolean unseen = in.readBoolean();
    int group = in.readInt();
    int texts = in.readInt();
    Text start = readText(in);
    List<Text> branches = new ArrayList<>();
    for (int i = 1; i < texts; i++) {
      branches.add(readText(in));
    }
    return new Lesson(unseen, group, start, branches);
  }

  private static Text readText(DataInputStream in) throws IOException {
    int[] ids = new int[in.readInt()];
    for (int i = 0; i < ids.length; i++) {
      ids[i] = in.readInt();
    }
    return new Text(ids, in.readNBytes(ids.length));
  }
}

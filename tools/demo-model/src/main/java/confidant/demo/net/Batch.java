package confidant.demo.net;

import java.util.ArrayList;
import java.util.List;

/**
 * Texts of one training step, as trees: a branch sees its own tokens and those on the way to its
 * root, so what several texts begin with is computed once.
 */
public final class Batch {

  /**
   * A piece of text.
   *
   * @param parent index of the piece before it; -1 if none
   * @param at its first token in the batch
   * @param length how many tokens
   * @param position of its first token in the text
   */
  public record Piece(int parent, int at, int length, int position) {}

  private final List<Piece> pieces = new ArrayList<>();
  private final int capacity;
  private int tokens;
  final int[] ids;
  final int[] positions;
  final int[] targets;
  final float[] weights;

  /** Room for {@code capacity} tokens. */
  public Batch(int capacity) {
    this.capacity = capacity;
    ids = new int[capacity];
    positions = new int[capacity];
    targets = new int[capacity];
    weights = new float[capacity];
  }

  /** Forgets all pieces. */
  public void clear() {
    pieces.clear();
    tokens = 0;
  }

  /** Whether a piece of this length still fits. */
  public boolean hasRoom(int length) {
    return tokens + length <= capacity;
  }

  /** How many tokens all pieces have. */
  public int tokens() {
    return tokens;
  }

  /**
   * Adds a piece. A token's target is the one that follows; the last one of a piece predicts
   * nothing, since several may follow it, so a piece whose first token is to be learnt must begin
   * one token earlier.
   *
   * @param parent index of the piece before it; -1 if none
   * @param tokenIds its tokens
   * @param learn how much the prediction of each token counts; that of the first is ignored
   * @return its index
   */
  public int add(int parent, int[] tokenIds, float[] learn) {
    int position = 0;
    if (parent >= 0) {
      Piece before = pieces.get(parent);
      position = before.position() + before.length();
    }
    pieces.add(new Piece(parent, tokens, tokenIds.length, position));
    for (int i = 0; i < tokenIds.length; i++) {
      ids[tokens + i] = tokenIds[i];
      positions[tokens + i] = position + i;
      boolean last = i + 1 == tokenIds.length;
      targets[tokens + i] = last ? 0 : tokenIds[i + 1];
      weights[tokens + i] = last ? 0 : learn[i + 1];
    }
    tokens += tokenIds.length;
    return pieces.size() - 1;
  }

  List<Piece> pieces() {
    return pieces;
  }

  /** The pieces on the way to {@code piece}, its root first and itself last. */
  List<Piece> path(Piece piece) {
    List<Piece> path = new ArrayList<>();
    for (Piece at = piece; ; at = pieces.get(at.parent())) {
      path.addFirst(at);
      if (at.parent() < 0) {
        return path;
      }
    }
  }
}

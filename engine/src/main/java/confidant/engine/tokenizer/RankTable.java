package confidant.engine.tokenizer;

import java.util.Arrays;
import java.util.List;

/**
 * The ordinary tokens of a vocabulary: bytes by id and id by bytes, where the id is also the rank
 * in which merging prefers them.
 *
 * <p>One pool of bytes and an open-addressed table: a look-up during merging, which happens several
 * times per byte of text, creates no object.
 */
final class RankTable {
  static final int NONE = -1;

  private final byte[] pool;

  /** Start of each token in the pool; entry id + 1 is its end. (size + 1) */
  private final int[] offsets;

  /** Ids, or NONE in free places; the length is a power of two. */
  private final int[] slots;

  private final int longest;

  /**
   * @param tokens bytes by id; empty where the id is no ordinary token. Of two tokens with the same
   *     bytes the first one counts.
   */
  RankTable(List<byte[]> tokens) {
    offsets = new int[tokens.size() + 1];
    int longestSoFar = 0;
    for (int id = 0; id < tokens.size(); id++) {
      int length = tokens.get(id).length;
      offsets[id + 1] = offsets[id] + length;
      longestSoFar = Math.max(longestSoFar, length);
    }
    longest = longestSoFar;
    pool = new byte[offsets[tokens.size()]];
    slots = new int[Integer.highestOneBit(Math.max(tokens.size(), 8)) * 4];
    Arrays.fill(slots, NONE);
    for (int id = 0; id < tokens.size(); id++) {
      byte[] token = tokens.get(id);
      System.arraycopy(token, 0, pool, offsets[id], token.length);
      int slot = token.length == 0 ? NONE : slot(token, 0, token.length);
      if (slot != NONE && slots[slot] == NONE) {
        slots[slot] = id;
      }
    }
  }

  int size() {
    return offsets.length - 1;
  }

  /** A copy of the token's bytes; empty if {@code id} is none. */
  byte[] bytes(int id) {
    return id < 0 || id >= size()
        ? new byte[0]
        : Arrays.copyOfRange(pool, offsets[id], offsets[id + 1]);
  }

  /** Whether every byte is a token, so that any text can be encoded. */
  boolean hasAllBytes() {
    for (int b = 0; b < 256; b++) {
      if (find(new byte[] {(byte) b}, 0, 1) == NONE) {
        return false;
      }
    }
    return true;
  }

  /** The token that is {@code text[from..to)}, or NONE. */
  int find(byte[] text, int from, int to) {
    return to - from > longest ? NONE : slots[slot(text, from, to)];
  }

  /** The place where these bytes are, or the free one where they would be. */
  private int slot(byte[] text, int from, int to) {
    int hash = 1;
    for (int i = from; i < to; i++) {
      hash = 31 * hash + text[i];
    }
    hash *= 0x9E3779B9;
    int slot = (hash ^ (hash >>> 15)) & (slots.length - 1);
    while (slots[slot] != NONE && !isToken(slots[slot], text, from, to)) {
      slot = (slot + 1) & (slots.length - 1);
    }
    return slot;
  }

  private boolean isToken(int id, byte[] text, int from, int to) {
    return Arrays.equals(pool, offsets[id], offsets[id + 1], text, from, to);
  }
}

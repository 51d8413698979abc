package confidant.engine.tokenizer;

/**
 * Byte-pair encoding of one piece of text: the neighbouring parts whose union has the lowest rank
 * are joined, leftmost first on ties, until no union is a token.
 *
 * <p>A heap holds the candidates, since nothing bounds a piece: rescanning it after every merge
 * would take quadratic time on a long run of one character. Holds scratch memory; used by one
 * thread at a time.
 */
final class BytePairMerger {
  private final RankTable ranks;

  /** Candidates as rank in the upper, start of the left part in the lower half. */
  private final LongHeap candidates = new LongHeap();

  // All by the start of a part within the piece; a part is text[start..end[start]).
  private int[] end = new int[0];
  private int[] previous = new int[0];

  /** Rank of the union with the next part, NONE if that is no token or the part is gone. */
  private int[] unionRank = new int[0];

  BytePairMerger(RankTable ranks) {
    this.ranks = ranks;
  }

  /** Appends the tokens of {@code piece}, which must not be empty. */
  void encode(byte[] piece, IntList out) {
    int whole = ranks.find(piece, 0, piece.length);
    if (whole != RankTable.NONE) {
      out.add(whole);
      return;
    }
    split(piece);
    while (!candidates.isEmpty()) {
      long candidate = candidates.remove();
      int start = (int) candidate;
      // A part that has grown or gone since leaves an outdated candidate behind.
      if (unionRank[start] == (int) (candidate >>> Integer.SIZE)) {
        merge(piece, start);
      }
    }
    for (int start = 0; start < piece.length; start = end[start]) {
      out.add(ranks.find(piece, start, end[start]));
    }
  }

  private void split(byte[] piece) {
    int length = piece.length;
    if (end.length < length) {
      end = new int[length];
      previous = new int[length];
      unionRank = new int[length];
    }
    for (int start = 0; start < length; start++) {
      end[start] = start + 1;
      previous[start] = start - 1;
    }
    for (int start = 0; start < length; start++) {
      propose(piece, start);
    }
  }

  private void merge(byte[] piece, int start) {
    int next = end[start];
    unionRank[next] = RankTable.NONE;
    end[start] = end[next];
    if (end[start] < piece.length) {
      previous[end[start]] = start;
    }
    propose(piece, start);
    if (start > 0) {
      propose(piece, previous[start]);
    }
  }

  /** Notes the union of the part at {@code start} with the next one, if it is a token. */
  private void propose(byte[] piece, int start) {
    int next = end[start];
    int rank = next < piece.length ? ranks.find(piece, start, end[next]) : RankTable.NONE;
    unionRank[start] = rank;
    if (rank != RankTable.NONE) {
      candidates.add(((long) rank << Integer.SIZE) | start);
    }
  }
}

package confidant.ingest.layout;

import java.util.List;

/**
 * Counts the text on either side of gutters. There are far more gutters to be looked at than rows,
 * so the characters of each word are counted once.
 */
final class SideCounts {

  private static final int LEFT = 0;
  private static final int RIGHT = 1;

  /** By row, the index of the first word after it. */
  private final int[] ends;

  /** By word, in points. */
  private final double[] lefts;

  /** By word, blanks aside. */
  private final int[] characters;

  private final int[] letters;

  SideCounts(List<TextRow> rows) {
    ends = new int[rows.size()];
    int count = rows.stream().mapToInt(row -> row.words().size()).sum();
    lefts = new double[count];
    characters = new int[count];
    letters = new int[count];
    int at = 0;
    for (int row = 0; row < ends.length; row++) {
      for (Word word : rows.get(row).words()) {
        lefts[at] = word.left();
        add(word.text(), at);
        at++;
      }
      ends[row] = at;
    }
  }

  private void add(String text, int word) {
    for (int i = 0; i < text.length(); i++) {
      characters[word] += text.charAt(i) == ' ' ? 0 : 1;
      letters[word] += Character.isLetter(text.charAt(i)) ? 1 : 0;
    }
  }

  /**
   * Whether enough stands on both sides of a gutter.
   *
   * @param fewestRows on each side
   * @param fewestWords in the average row of each side
   * @param fewestLetters of each side, as a share of its characters
   */
  boolean isProse(Gutter gutter, int fewestRows, double fewestWords, double fewestLetters) {
    int[] rows = new int[2];
    int[] words = new int[2];
    int[] all = new int[2];
    int[] alphabetic = new int[2];
    int word = gutter.firstRow() == 0 ? 0 : ends[gutter.firstRow() - 1];
    for (int row = gutter.firstRow(); row <= gutter.lastRow(); row++) {
      int left = words[LEFT];
      int right = words[RIGHT];
      for (; word < ends[row]; word++) {
        int side = gutter.isLeft(lefts[word]) ? LEFT : RIGHT;
        words[side]++;
        all[side] += characters[word];
        alphabetic[side] += letters[word];
      }
      rows[LEFT] += words[LEFT] > left ? 1 : 0;
      rows[RIGHT] += words[RIGHT] > right ? 1 : 0;
    }
    boolean prose = true;
    for (int side : new int[] {LEFT, RIGHT}) {
      prose &=
          rows[side] >= fewestRows
              && words[side] >= fewestWords * rows[side]
              && alphabetic[side] >= fewestLetters * all[side];
    }
    return prose;
  }
}

package confidant.ingest.fields;

import confidant.ingest.words.Vocabulary;
import confidant.ingest.words.Vocabulary.Hit;
import confidant.ingest.words.Word;
import java.util.ArrayList;
import java.util.List;

/**
 * A phrase of a paper that names a value near it.
 *
 * @param name what the value is
 * @param rank how much the phrase is to be trusted; 0 is most
 * @param row index of its row in the sheet
 * @param piece index of its piece in the row
 * @param start where it starts in the piece
 * @param end where it ends, excluded
 * @param until where the next label of the piece starts, or the piece ends
 */
record Label(String name, int rank, int row, int piece, int start, int end, int until) {

  /** Longer pieces are prose, in which words name nothing. */
  private static final int LONGEST_PIECE = 500;

  /** All labels of a sheet, in reading order. */
  static List<Label> find(Sheet sheet, Vocabulary vocabulary) {
    List<Label> labels = new ArrayList<>();
    for (int row = 0; row < sheet.rows().size(); row++) {
      List<Piece> pieces = sheet.rows().get(row).pieces();
      for (int piece = 0; piece < pieces.size(); piece++) {
        String text = pieces.get(piece).text();
        if (text.length() <= LONGEST_PIECE) {
          addAll(text, vocabulary, row, piece, labels);
        }
      }
    }
    return labels;
  }

  private static void addAll(
      String text, Vocabulary vocabulary, int row, int piece, List<Label> labels) {
    List<Word> words = Word.of(text);
    List<Hit> hits = vocabulary.find(words);
    int until = text.length();
    List<Label> backwards = new ArrayList<>();
    for (Hit hit : hits.reversed()) {
      int start = words.get(hit.first()).start();
      int end = words.get(hit.end() - 1).end();
      backwards.add(new Label(hit.label(), hit.rank(), row, piece, start, end, until));
      // Words of a value may be labels elsewhere; a colon tells.
      if (text.startsWith(":", end)) {
        until = start;
      }
    }
    labels.addAll(backwards.reversed());
  }

  /** Whether a colon follows it. */
  boolean hasColon(Sheet sheet) {
    String text = piece(sheet).text();
    int next = end;
    while (next < text.length()
        && (Numeral.isBlank(text.charAt(next)) || text.charAt(next) == ')')) {
      next++;
    }
    return next < text.length() && (text.charAt(next) == ':' || text.charAt(next) == '\uFF1A');
  }

  /** Whether its piece holds nothing else that says something. */
  boolean isWhole(Sheet sheet) {
    String text = piece(sheet).text();
    return Fields.meaningfulWords(text.substring(0, start)) == 0
        && Fields.meaningfulWords(text.substring(end)) == 0;
  }

  /** Whether nothing that says something stands before it in its piece. */
  boolean isLeading(Sheet sheet) {
    return Fields.meaningfulWords(piece(sheet).text().substring(0, start)) == 0;
  }

  Row row(Sheet sheet) {
    return sheet.rows().get(row);
  }

  Piece piece(Sheet sheet) {
    return row(sheet).pieces().get(piece);
  }
}

package confidant.ingest.fields;

import confidant.ingest.document.Field;
import confidant.ingest.words.Vocabulary;
import confidant.ingest.words.Vocabulary.Hit;
import confidant.ingest.words.Word;
import java.util.List;
import java.util.Optional;

/** Finds the organisation that heads a paper: a name that ends in a legal form, such as Ltd. */
final class Organisations {

  private static final Vocabulary LEGAL_FORMS = Fields.vocabulary("organisation");
  private static final int ROWS = 15;
  private static final int LONGEST_NAME = 60;
  private static final List<String> SEPARATORS =
      List.of(" - ", " \u2013 ", "\u00B7", "|", "\u2022");
  private static final double CONFIDENCE = 0.6;

  private Organisations() {}

  /** The first such name near the top of the paper, as a field called {@code name}. */
  static Optional<Field> first(Sheet sheet, String name) {
    for (Row row : sheet.rows().subList(0, Math.min(ROWS, sheet.rows().size()))) {
      for (Piece piece : row.pieces()) {
        int end = nameEnd(piece.text());
        if (isOrganisation(piece.text().substring(0, end))) {
          return Optional.of(Fields.text(name, 0, row, piece, 0, end, CONFIDENCE));
        }
      }
    }
    return Optional.empty();
  }

  /** A sender's line goes on with the address: {@code Muster GmbH - Hauptstr. 1 - 12345 Stadt}. */
  private static int nameEnd(String text) {
    int end = text.length();
    for (String separator : SEPARATORS) {
      int at = text.indexOf(separator);
      end = at > 0 ? Math.min(end, at) : end;
    }
    return text.substring(0, end).stripTrailing().length();
  }

  private static boolean isOrganisation(String text) {
    if (text.length() > LONGEST_NAME || text.indexOf(':') >= 0) {
      return false;
    }
    List<Word> words = Word.of(text);
    return !words.isEmpty()
        && words.getFirst().hasLetter()
        && LEGAL_FORMS.find(words).stream().anyMatch(hit -> isLast(hit, words, text));
  }

  /** Legal forms are written with a capital, units such as kg are not. */
  private static boolean isLast(Hit hit, List<Word> words, String text) {
    return hit.first() > 0
        && hit.end() == words.size()
        && Character.isUpperCase(text.charAt(words.get(hit.first()).start()));
  }
}

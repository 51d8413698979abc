package confidant.ingest.fields;

import confidant.ingest.document.Field;
import confidant.ingest.words.Vocabulary;
import confidant.ingest.words.Word;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Makes fields of what was found in pieces, and values of fields. */
final class Fields {

  /** Of a date that can be read in two ways. */
  private static final double AMBIGUOUS = 0.5;

  private static final int MOST_WORDS_OF_NAME = 10;
  private static final int LONGEST_NAME = 80;
  private static final int SHOWN = 4;
  private static final String MASK = "****";

  /** Signs that stand for digits which a paper hides. */
  static final String MASKS = "*\u2022\u2217\u25CF";

  /** Words that say nothing about what a figure is. */
  private static final Vocabulary FILLERS = Vocabulary.load(Fields.class, "labels", "filler");

  /** What papers of all kinds call things, fields and others. */
  private static final List<Vocabulary> LABELS =
      Stream.of(
              "label",
              "payslip",
              "payslip.figures",
              "payslip.columns",
              "payslip.sections",
              "statement",
              "statement.columns",
              "invoice",
              "lab.columns",
              "letter",
              "tax")
          .map(Fields::vocabulary)
          .toList();

  private Fields() {}

  static Vocabulary vocabulary(String section) {
    return Vocabulary.load(Fields.class, "labels", section);
  }

  static Field amount(
      String name, int item, Amount amount, Row row, Piece piece, double confidence) {
    // Its currency may stand before or after.
    int start = piece.text().indexOf(amount.text(), amount.start());
    return new Field(
        name,
        item,
        amount.value().toPlainString(),
        amount.text(),
        row.page(),
        piece.part(start, start + amount.text().length()),
        confidence);
  }

  static Field day(String name, int item, Day day, Row row, Piece piece, double confidence) {
    return new Field(
        name,
        item,
        day.value(),
        day.text(),
        row.page(),
        piece.part(day.start(), day.end()),
        day.date().isPresent() ? confidence : Math.min(confidence, AMBIGUOUS));
  }

  /** A field whose value is a part of a piece as it stands. */
  static Field text(
      String name, int item, Row row, Piece piece, int start, int end, double confidence) {
    String raw = piece.text().substring(start, end);
    return new Field(name, item, raw, raw, row.page(), piece.part(start, end), confidence);
  }

  static Field text(String name, int item, Row row, Piece piece, double confidence) {
    return text(name, item, row, piece, 0, piece.text().length(), confidence);
  }

  /** The same place with another meaning. */
  static Field as(Field field, String name, String value) {
    return new Field(
        name, field.item(), value, field.raw(), field.page(), field.box(), field.confidence());
  }

  /** A number of an account or a card, all but its last characters hidden. */
  static String masked(String number) {
    StringBuilder plain = new StringBuilder();
    number.chars().filter(Character::isLetterOrDigit).forEach(c -> plain.append((char) c));
    int from = Math.max(0, plain.length() - SHOWN);
    boolean hidden = number.chars().anyMatch(character -> MASKS.indexOf(character) >= 0);
    return plain.length() <= SHOWN && !hidden ? MASK : MASK + plain.substring(from);
  }

  static BigDecimal number(Field field) {
    return new BigDecimal(field.value());
  }

  /** The day that a field holds, if it is certain. */
  static Optional<LocalDate> date(Field field) {
    try {
      return Optional.of(LocalDate.parse(field.value()));
    } catch (DateTimeException e) {
      return Optional.empty(); // two readings, or no year
    }
  }

  /** Words that say something, which figures, currencies, months and fillers do not. */
  static int meaningfulWords(String text) {
    return (int) Word.of(text).stream().filter(word -> isMeaningful(word, text)).count();
  }

  private static boolean isMeaningful(Word word, String text) {
    return word.hasLetter()
        && !FILLERS.contains(word)
        && !DateWords.isMonth(word)
        && !Currencies.isCurrency(text.substring(word.start(), word.end()));
  }

  /** Whether {@code text} names a value and is none itself. */
  static boolean isLabel(String text) {
    return text.endsWith(":") || LABELS.stream().anyMatch(labels -> labels.whole(text).isPresent());
  }

  /** Whether {@code text} may be a name: letters, and not endless. */
  static boolean isName(String text) {
    List<Word> words = Word.of(text);
    return !words.isEmpty()
        && words.size() <= MOST_WORDS_OF_NAME
        && text.length() <= LONGEST_NAME
        && !text.endsWith(",")
        && words.getFirst().hasLetter();
  }
}

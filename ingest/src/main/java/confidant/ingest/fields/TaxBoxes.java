package confidant.ingest.fields;

import confidant.ingest.document.BoundingBox;
import confidant.ingest.document.Field;
import confidant.ingest.words.Vocabulary;
import confidant.ingest.words.Word;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Finds the numbered boxes of a tax form that hold an amount: a number such as 1a, words, and an
 * amount behind them, right of them, or below them within the box.
 */
final class TaxBoxes {

  /** Words that may stand before the number of a box. */
  private static final Vocabulary BOXES = Fields.vocabulary("tax.boxes");

  private static final double BEHIND = 0.85;
  private static final double BELOW = 0.7;
  private static final int LONGEST_PIECE = 200;
  private static final int ROWS_BELOW = 3;
  private static final int WIDEST = 100;

  /** How far the numbers of one box and the next lie apart at most. */
  private static final int MOST_LEFT_OUT = 5;

  /** An amount may stand this far left of the number of its box, in points. */
  private static final double SLACK = 8;

  private final Sheet sheet;
  private final List<Field> fields = new ArrayList<>();
  private final Set<String> found = new HashSet<>();
  private int last;
  private int items;

  private TaxBoxes(Sheet sheet) {
    this.sheet = sheet;
  }

  /** Number, box and amount of each, in reading order. */
  static List<Field> find(Sheet sheet) {
    TaxBoxes reader = new TaxBoxes(sheet);
    List<List<Box>> rows = new ArrayList<>();
    for (Row row : sheet.rows()) {
      rows.add(reader.boxes(row));
    }
    for (int row = 0; row < rows.size(); row++) {
      for (int at = 0; at < rows.get(row).size(); at++) {
        reader.add(rows, row, at);
      }
    }
    return List.copyOf(reader.fields);
  }

  /**
   * The number of a box and its words.
   *
   * @param numbered piece that holds the number
   * @param numberStart where it starts there
   * @param number itself
   * @param piece that holds the words
   * @param start where they start there
   * @param end where the piece ends, or what is next in it
   * @param inOrder whether the number follows from those before
   */
  private record Box(
      Piece numbered,
      int numberStart,
      String number,
      Piece piece,
      int start,
      int end,
      boolean inOrder) {

    double left() {
      return numbered.part(numberStart, numberStart + number.length()).left();
    }
  }

  private List<Box> boxes(Row row) {
    List<Box> boxes = new ArrayList<>();
    if (row.pieces().size() > WIDEST) {
      return boxes;
    }
    Optional<Piece> number = Optional.empty();
    for (Piece piece : row.pieces()) {
      if (piece.text().length() <= LONGEST_PIECE) {
        addBoxes(piece, number, boxes);
      }
      number = Optional.of(piece).filter(it -> isBoxNumber(it.text()));
    }
    return boxes;
  }

  /** Adds the boxes named in a piece; the number of the first may be a piece of its own. */
  private void addBoxes(Piece piece, Optional<Piece> number, List<Box> boxes) {
    List<Word> words = Word.of(piece.text());
    if (number.isPresent() && !words.isEmpty() && isStart(words, 0)) {
      add(number.get(), 0, number.get().text(), piece, 0, boxes);
    }
    for (int i = 0; i + 1 < words.size(); i++) {
      Word word = words.get(i);
      boolean first = word.start() == 0 || (i == 1 && BOXES.contains(words.getFirst()));
      String text = piece.text().substring(word.start(), word.end());
      if (isBoxNumber(text) && isStart(words, i + 1) && (first || isNext(text))) {
        closeLast(piece, word.start(), boxes);
        add(piece, word.start(), text, piece, words.get(i + 1).start(), boxes);
      }
    }
  }

  private void add(
      Piece numbered, int numberStart, String number, Piece piece, int start, List<Box> boxes) {
    int figure = figure(number);
    boolean inOrder = figure >= last && figure <= last + MOST_LEFT_OUT;
    last = inOrder ? figure : last;
    boxes.add(new Box(numbered, numberStart, number, piece, start, piece.text().length(), inOrder));
  }

  private static void closeLast(Piece piece, int end, List<Box> boxes) {
    if (!boxes.isEmpty() && boxes.getLast().piece().equals(piece)) {
      Box open = boxes.removeLast();
      boxes.add(
          new Box(
              open.numbered(),
              open.numberStart(),
              open.number(),
              piece,
              open.start(),
              end,
              open.inOrder()));
    }
  }

  /** Whether words start at {@code at} that can be those of a box. */
  private static boolean isStart(List<Word> words, int at) {
    return words.get(at).hasLetter() && words.get(at).folded().length() > 1;
  }

  /** Whether a number inside a piece is that of the next box. */
  private boolean isNext(String number) {
    return figure(number) == last + 1;
  }

  private void add(List<List<Box>> rows, int row, int at) {
    Box box = rows.get(row).get(at);
    Optional<Field> amount =
        behind(row, box).or(() -> right(row, box)).or(() -> below(rows, row, at));
    amount
        .filter(it -> found.add(box.number() + " " + it.value()))
        .ifPresent(it -> addFields(sheet.rows().get(row), box, it));
  }

  private void addFields(Row row, Box box, Field amount) {
    items++;
    double confidence = amount.confidence();
    int numberEnd = box.numberStart() + box.number().length();
    fields.add(
        Fields.text(
            "box.number", items, row, box.numbered(), box.numberStart(), numberEnd, confidence));
    String text = box.piece().text();
    int behind = text.indexOf(amount.raw(), box.start());
    int end = behind < 0 ? box.end() : Math.min(behind, box.end());
    int labelEnd = end;
    while (labelEnd > box.start() && isAfterLabel(text.charAt(labelEnd - 1))) {
      labelEnd--;
    }
    if (labelEnd > box.start()) {
      fields.add(
          Fields.text("box.label", items, row, box.piece(), box.start(), labelEnd, confidence));
    }
    fields.add(
        new Field(
            "box.amount",
            items,
            amount.value(),
            amount.raw(),
            amount.page(),
            amount.box(),
            confidence));
  }

  private static boolean isAfterLabel(char character) {
    return Numeral.isBlank(character) || character == ':' || Currencies.isSign(character);
  }

  private Optional<Field> behind(int row, Box box) {
    String text = box.piece().text();
    return sheet.amounts().find(text).reversed().stream()
        .filter(amount -> amount.start() >= box.start() && amount.end() <= box.end())
        .filter(amount -> amount.money() && text.substring(amount.end(), box.end()).isBlank())
        .findFirst()
        .map(amount -> field(amount, sheet.rows().get(row), box.piece(), BEHIND));
  }

  /** The next piece, or the one after it where forms repeat the number of the box. */
  private Optional<Field> right(int index, Box box) {
    Row row = sheet.rows().get(index);
    int next = row.pieces().indexOf(box.piece()) + 1;
    if (box.end() < box.piece().text().length() || next == row.pieces().size()) {
      return Optional.empty();
    }
    boolean repeated =
        row.pieces().get(next).text().equals(box.number()) && next + 1 < row.pieces().size();
    Piece piece = row.pieces().get(repeated ? next + 1 : next);
    return sheet
        .amounts()
        .whole(piece.text())
        .filter(Amount::money)
        .map(amount -> field(amount, row, piece, BEHIND));
  }

  /** The only amount of the first row below that has one between this box and the next. */
  private Optional<Field> below(List<List<Box>> rows, int index, int at) {
    Box box = rows.get(index).get(at);
    double left = box.left() - SLACK;
    double right =
        at + 1 < rows.get(index).size()
            ? rows.get(index).get(at + 1).left() - SLACK
            : Double.POSITIVE_INFINITY;
    int end = Math.min(rows.size(), index + 1 + ROWS_BELOW);
    for (int next = index + 1; box.inOrder() && next < end; next++) {
      Row under = sheet.rows().get(next);
      if (!rows.get(next).isEmpty()
          || under.page() != sheet.rows().get(index).page()
          || under.pieces().size() > WIDEST) {
        return Optional.empty();
      }
      List<Field> amounts =
          amounts(under).stream().filter(amount -> isWithin(amount.box(), left, right)).toList();
      if (!amounts.isEmpty()) {
        return amounts.size() == 1 ? Optional.of(amounts.getFirst()) : Optional.empty();
      }
    }
    return Optional.empty();
  }

  private static boolean isWithin(BoundingBox box, double left, double right) {
    double middle = box.left() + box.width() / 2;
    return middle >= left && middle < right;
  }

  /** Amounts of a row; a currency sign may stand apart. */
  private List<Field> amounts(Row row) {
    List<Field> amounts = new ArrayList<>();
    boolean signed = false;
    for (Piece piece : row.pieces()) {
      if (piece.text().length() <= LONGEST_PIECE) {
        for (Amount amount : sheet.amounts().find(piece.text())) {
          if (amount.money() || (signed && amount.start() == 0)) {
            amounts.add(field(amount, row, piece, BELOW));
          }
        }
      }
      signed = Currencies.isCurrency(piece.text());
    }
    return amounts;
  }

  private static Field field(Amount amount, Row row, Piece piece, double confidence) {
    return Fields.amount("box.amount", 0, amount, row, piece, confidence);
  }

  /** One or two digits, perhaps with a letter. */
  private static boolean isBoxNumber(String word) {
    int digits = digits(word);
    boolean letter = word.length() == digits + 1 && Character.isLetter(word.charAt(digits));
    return digits > 0 && digits <= 2 && (word.length() == digits || letter);
  }

  private static int figure(String number) {
    return Integer.parseInt(number.substring(0, digits(number)));
  }

  private static int digits(String word) {
    int digits = 0;
    while (digits < word.length() && Numeral.isDigit(word.charAt(digits))) {
      digits++;
    }
    return digits;
  }
}

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

  /** Number, label and amount of each, in reading order. */
  static List<Field> find(Sheet sheet) {
    TaxBoxes boxes = new TaxBoxes(sheet);
    List<List<Label>> rows = new ArrayList<>();
    for (Row row : sheet.rows()) {
      rows.add(boxes.labels(row));
    }
    for (int row = 0; row < rows.size(); row++) {
      for (int at = 0; at < rows.get(row).size(); at++) {
        boxes.add(rows, row, at);
      }
    }
    return List.copyOf(boxes.fields);
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
  private record Label(
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

  private List<Label> labels(Row row) {
    List<Label> labels = new ArrayList<>();
    if (row.pieces().size() > WIDEST) {
      return labels;
    }
    Optional<Piece> number = Optional.empty();
    for (Piece piece : row.pieces()) {
      if (piece.text().length() <= LONGEST_PIECE) {
        addLabels(piece, number, labels);
      }
      number = Optional.of(piece).filter(it -> isBoxNumber(it.text()));
    }
    return labels;
  }

  /** The labels in a piece; the number of the first may be a piece of its own. */
  private void addLabels(Piece piece, Optional<Piece> number, List<Label> labels) {
    List<Word> words = Word.of(piece.text());
    if (number.isPresent() && !words.isEmpty() && isStart(words, 0)) {
      add(number.get(), 0, number.get().text(), piece, 0, labels);
    }
    for (int i = 0; i + 1 < words.size(); i++) {
      Word word = words.get(i);
      boolean first = word.start() == 0 || (i == 1 && BOXES.contains(words.getFirst()));
      if (isBoxNumber(word.folded()) && isStart(words, i + 1) && (first || isNext(word.folded()))) {
        closeLast(piece, word.start(), labels);
        String text = piece.text().substring(word.start(), word.end());
        add(piece, word.start(), text, piece, words.get(i + 1).start(), labels);
      }
    }
  }

  private void add(
      Piece numbered, int numberStart, String number, Piece piece, int start, List<Label> labels) {
    int figure = figure(number);
    boolean inOrder = figure >= last && figure <= last + MOST_LEFT_OUT;
    last = inOrder ? figure : last;
    labels.add(
        new Label(numbered, numberStart, number, piece, start, piece.text().length(), inOrder));
  }

  private static void closeLast(Piece piece, int end, List<Label> labels) {
    if (!labels.isEmpty() && labels.getLast().piece().equals(piece)) {
      Label open = labels.removeLast();
      labels.add(
          new Label(
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

  private void add(List<List<Label>> rows, int row, int at) {
    Label label = rows.get(row).get(at);
    Optional<Field> amount =
        behind(row, label).or(() -> right(row, label)).or(() -> below(rows, row, at));
    amount
        .filter(it -> found.add(label.number() + " " + it.value()))
        .ifPresent(it -> addFields(sheet.rows().get(row), label, it));
  }

  private void addFields(Row row, Label label, Field amount) {
    items++;
    double confidence = amount.confidence();
    int numberEnd = label.numberStart() + label.number().length();
    fields.add(
        Fields.text(
            "box.number", items, row, label.numbered(), label.numberStart(), numberEnd, confidence));
    String text = label.piece().text();
    int behind = text.indexOf(amount.raw(), label.start());
    int end = behind < 0 ? label.end() : Math.min(behind, label.end());
    int labelEnd = text.substring(0, end).stripTrailing().length();
    if (labelEnd > label.start()) {
      fields.add(
          Fields.text(
              "box.label", items, row, label.piece(), label.start(), labelEnd, confidence));
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

  private Optional<Field> behind(int row, Label label) {
    String text = label.piece().text();
    return sheet.amounts().find(text).reversed().stream()
        .filter(amount -> amount.start() >= label.start() && amount.end() <= label.end())
        .filter(amount -> amount.money() && text.substring(amount.end(), label.end()).isBlank())
        .findFirst()
        .map(amount -> field(amount, sheet.rows().get(row), label.piece(), BEHIND));
  }

  /** The next piece, or the one after it where forms repeat the number of the box. */
  private Optional<Field> right(int index, Label label) {
    Row row = sheet.rows().get(index);
    int next = row.pieces().indexOf(label.piece()) + 1;
    if (label.end() < label.piece().text().length() || next == row.pieces().size()) {
      return Optional.empty();
    }
    boolean repeated =
        row.pieces().get(next).text().equals(label.number()) && next + 1 < row.pieces().size();
    Piece piece = row.pieces().get(repeated ? next + 1 : next);
    return sheet
        .amounts()
        .whole(piece.text())
        .filter(Amount::money)
        .map(amount -> field(amount, row, piece, BEHIND));
  }

  /** The only amount of the first row below that has one between this label and the next. */
  private Optional<Field> below(List<List<Label>> rows, int index, int at) {
    Label label = rows.get(index).get(at);
    double left = label.left() - SLACK;
    double right =
        at + 1 < rows.get(index).size()
            ? rows.get(index).get(at + 1).left() - SLACK
            : Double.POSITIVE_INFINITY;
    int end = Math.min(rows.size(), index + 1 + ROWS_BELOW);
    for (int next = index + 1; label.inOrder() && next < end; next++) {
      Row under = sheet.rows().get(next);
      if (!rows.get(next).isEmpty()
          || under.page() != sheet.rows().get(index).page()
          || under.pieces().size() > WIDEST) {
        return Optional.empty();
      }
      List<Field> amounts =
          amounts(under).stream()
              .filter(amount -> isWithin(amount.box(), left, right))
              .toList();
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

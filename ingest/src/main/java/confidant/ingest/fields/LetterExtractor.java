package confidant.ingest.fields;

import confidant.ingest.document.Field;
import confidant.ingest.fields.Doses.Dose;
import confidant.ingest.words.Vocabulary;
import confidant.ingest.words.Vocabulary.Hit;
import confidant.ingest.words.Word;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Reads letters of doctors and hospitals: date, sender, patient, diagnoses, medicines with their
 * dose, appointments.
 *
 * <p>Diagnoses are the lines below a heading that says so, up to the next heading. A medicine is a
 * name with a dose below such a heading, or anywhere with a dose and how often to take it.
 */
final class LetterExtractor implements Extractor {

  private static final double UNDER_HEADING = 0.95;
  private static final double IN_SECTION = 0.85;
  private static final double ANYWHERE = 0.65;
  private static final double SENDER = 0.6;
  private static final int TOP_ROWS = 12;
  private static final int LONGEST_HEADING = 60;
  private static final int LONGEST_ITEM = 300;
  private static final int MOST_ITEMS = 200;

  /** Further rows of an item, which have no mark. */
  private static final int MOST_UNMARKED = 2;

  private static final String DIAGNOSES = "diagnoses";
  private static final String MEDICINES = "medicines";
  private static final String APPOINTMENTS = "appointments";
  private static final String NAME = "name";
  private static final String DOSE = "dose";

  private final Vocabulary labels = Fields.vocabulary("letter");
  private final Vocabulary sections = Fields.vocabulary("letter.sections");
  private final Vocabulary columnNames = Fields.vocabulary("letter.columns");
  private final Vocabulary senders = Fields.vocabulary("letter.senders");
  private final Vocabulary frequencies = Fields.vocabulary("frequency");
  private final Vocabulary appointments = Fields.vocabulary("appointment");

  @Override
  public void extract(Sheet sheet, FindingsBuilder findings) {
    ValueFinder values = new ValueFinder(sheet, labels);
    findings.add(values.day("date").or(() -> firstDay(sheet)));
    findings.add(values.name("sender").or(() -> sender(sheet)));
    findings.add(values.name("patient"));
    Reading reading = new Reading(sheet, findings);
    sheet.rows().forEach(reading::read);
  }

  /** A letter is dated near its top. */
  private static Optional<Field> firstDay(Sheet sheet) {
    for (Row row : sheet.rows().subList(0, Math.min(TOP_ROWS, sheet.rows().size()))) {
      for (Piece piece : row.pieces()) {
        List<Day> days = sheet.dates().find(piece.text());
        boolean born = Fields.meaningfulWords(piece.text()) > 2;
        if (days.size() == 1 && !born) {
          return Optional.of(Fields.day("date", 0, days.getFirst(), row, piece, SENDER));
        }
      }
    }
    return Optional.empty();
  }

  private Optional<Field> sender(Sheet sheet) {
    return sheet.rows().stream()
        .limit(TOP_ROWS)
        .flatMap(
            row ->
                row.pieces().stream()
                    .filter(piece -> isSender(piece.text()))
                    .map(piece -> Fields.text("sender", 0, row, piece, SENDER)))
        .findFirst()
        .or(() -> Organisations.first(sheet, "sender"));
  }

  private boolean isSender(String text) {
    return text.length() <= LONGEST_HEADING
        && text.indexOf(':') < 0
        && !text.endsWith(".")
        && !senders.find(Word.of(text)).isEmpty();
  }

  /** One letter, row by row. */
  private final class Reading {
    private final Sheet sheet;
    private final FindingsBuilder findings;
    private final Columns columns;
    private String section = "";

    /** Whether the items of the section have bullets or numbers. */
    private boolean marked;

    /** Rows without, since the last item. */
    private int unmarked;

    private int diagnosesFound;
    private int medicinesFound;
    private int appointmentsFound;

    Reading(Sheet sheet, FindingsBuilder findings) {
      this.sheet = sheet;
      this.findings = findings;
      columns = new Columns(sheet, columnNames);
    }

    void read(Row row) {
      List<String> roles = columns.next(row);
      if (roles.contains(NAME) && roles.contains(DOSE) && addMedicine(row, roles)) {
        return;
      }
      Piece piece = row.first();
      int start = 0;
      Optional<Hit> heading = heading(piece.text());
      if (heading.isPresent()) {
        open(heading.get().label());
        start = afterColon(piece.text());
      } else if (isOtherHeading(row)) {
        open("");
        return;
      } else if (isBetweenItems(piece.text())) {
        return;
      }
      start = itemStart(piece.text(), start);
      if (start < piece.text().length() && row.text().length() <= LONGEST_ITEM) {
        readItem(row, piece, start);
      } else if (start >= piece.text().length() && row.pieces().size() == 2) {
        Piece beside = row.pieces().getLast();
        readItem(row, beside, itemStart(beside.text(), 0));
      }
    }

    private void open(String name) {
      section = name;
      marked = false;
      unmarked = 0;
    }

    /**
     * Whether a row is no item of a list whose items have bullets or numbers; several such rows end
     * it.
     */
    private boolean isBetweenItems(String text) {
      boolean hasMark = itemStart(text, 0) > 0;
      if (section.isEmpty() || (!marked && !hasMark)) {
        return false;
      }
      marked = true;
      unmarked = hasMark ? 0 : unmarked + 1;
      if (unmarked > MOST_UNMARKED) {
        open("");
      }
      return !hasMark;
    }

    private void readItem(Row row, Piece piece, int start) {
      switch (section) {
        case DIAGNOSES -> addDiagnosis(row, piece, start);
        case MEDICINES -> addMedicine(row, piece, start, IN_SECTION);
        default -> {
          if (!frequencies.find(Word.of(row.text())).isEmpty()) {
            addMedicine(row, piece, start, ANYWHERE);
          }
        }
      }
      addAppointment(row, piece, start);
    }

    private void addDiagnosis(Row row, Piece piece, int start) {
      boolean says = Fields.meaningfulWords(piece.text().substring(start)) > 0;
      if (says && diagnosesFound < MOST_ITEMS) {
        diagnosesFound++;
        findings.add(
            Fields.text(
                "diagnosis", diagnosesFound, row, piece, start, piece.text().length(), IN_SECTION));
      }
    }

    /** A row of a table whose columns say which is the name and which the dose. */
    private boolean addMedicine(Row row, List<String> roles) {
      Piece name = row.pieces().get(roles.indexOf(NAME));
      Piece dosed = row.pieces().get(roles.indexOf(DOSE));
      Optional<Dose> dose = Doses.find(dosed.text()).filter(it -> Fields.isName(name.text()));
      dose.ifPresent(
          it -> addMedicine(row, name, 0, name.text().length(), dosed, it, UNDER_HEADING));
      return dose.isPresent();
    }

    /** The dose may stand in the name's piece or in the next. */
    private void addMedicine(Row row, Piece piece, int start, double confidence) {
      Optional<Dose> own = Doses.find(piece.text()).filter(dose -> dose.start() > start);
      int at = row.pieces().indexOf(piece);
      Piece beside = at + 1 < row.pieces().size() ? row.pieces().get(at + 1) : piece;
      Optional<Dose> next = own.isPresent() ? Optional.empty() : Doses.find(beside.text());
      int end = own.map(Dose::start).orElse(piece.text().length());
      int nameEnd = trimmedEnd(piece.text(), end);
      // In a sentence the name is what is written with capitals right before the dose.
      int nameStart =
          section.equals(MEDICINES) ? start : capitalsStart(piece.text(), start, nameEnd);
      boolean named =
          nameEnd > nameStart && Fields.isName(piece.text().substring(nameStart, nameEnd));
      if (!named || (own.isEmpty() && (next.isEmpty() || beside.equals(piece)))) {
        return;
      }
      Piece dosed = own.isPresent() ? piece : beside;
      addMedicine(
          row, piece, nameStart, nameEnd, dosed, own.or(() -> next).orElseThrow(), confidence);
    }

    private void addMedicine(
        Row row, Piece named, int start, int end, Piece dosed, Dose dose, double confidence) {
      if (medicinesFound >= MOST_ITEMS) {
        return;
      }
      medicinesFound++;
      int item = medicinesFound;
      findings.add(Fields.text("medicine.name", item, row, named, start, end, confidence));
      findings.add(
          Fields.text("medicine.dose", item, row, dosed, dose.start(), dose.end(), confidence));
      String all = row.text();
      findings.add(new Field("medicine.text", item, all, all, row.page(), row.box(), confidence));
    }

    /** A day to come back, with the words around it. */
    private void addAppointment(Row row, Piece piece, int start) {
      boolean says =
          section.equals(APPOINTMENTS) || !appointments.find(Word.of(row.text())).isEmpty();
      // A label may have its day beside it.
      Piece dated =
          row.pieces().stream()
              .skip(row.pieces().indexOf(piece))
              .filter(it -> !sheet.dates().find(it.text()).isEmpty())
              .findFirst()
              .orElse(piece);
      List<Day> days = sheet.dates().find(dated.text());
      if (!says || days.isEmpty() || appointmentsFound >= MOST_ITEMS) {
        return;
      }
      appointmentsFound++;
      int item = appointmentsFound;
      findings.add(Fields.day("appointment.date", item, days.getFirst(), row, dated, IN_SECTION));
      findings.add(
          Fields.text(
              "appointment.text", item, row, piece, start, piece.text().length(), IN_SECTION));
    }

    private Optional<Hit> heading(String text) {
      int colon = text.indexOf(':');
      String head = colon < 0 ? text : text.substring(0, colon);
      if (head.length() > LONGEST_HEADING) {
        return Optional.empty();
      }
      List<Word> words = Word.of(head);
      int number = !words.isEmpty() && !words.getFirst().hasLetter() ? 1 : 0; // "3. Diagnoses"
      return sections
          .longestAt(words, number)
          .filter(hit -> words.size() - hit.end() <= (colon < 0 ? 0 : 2));
    }

    /** Whether some section starts that is not looked for: words in capitals, or before a colon. */
    private boolean isOtherHeading(Row row) {
      String text = row.text();
      boolean capitals =
          text.equals(text.toUpperCase(Locale.ROOT)) && text.chars().noneMatch(Character::isDigit);
      boolean letters = text.chars().anyMatch(Character::isLetter);
      return row.pieces().size() == 1
          && text.length() <= LONGEST_HEADING
          && letters
          && (capitals || text.endsWith(":"));
    }
  }

  private static int afterColon(String text) {
    int colon = text.indexOf(':');
    return colon < 0 ? text.length() : colon + 1;
  }

  /** Skips bullets and the numbers of a list. */
  private static int itemStart(String text, int from) {
    int start = from;
    while (start < text.length() && !Character.isLetterOrDigit(text.charAt(start))) {
      start++;
    }
    int digits = start;
    while (digits < text.length() && Numeral.isDigit(text.charAt(digits))) {
      digits++;
    }
    boolean numbered =
        digits > start && (text.startsWith(". ", digits) || text.startsWith(") ", digits));
    return numbered ? digits + 2 : start;
  }

  /** Where the words with capitals start that end at {@code end}. */
  private static int capitalsStart(String text, int start, int end) {
    int from = end;
    for (Word word : Word.of(text.substring(start, Math.max(start, end))).reversed()) {
      if (!Character.isUpperCase(text.charAt(start + word.start()))) {
        break;
      }
      from = start + word.start();
    }
    return from;
  }

  private static int trimmedEnd(String text, int end) {
    int trimmed = end;
    while (trimmed > 0 && !Character.isLetterOrDigit(text.charAt(trimmed - 1))) {
      trimmed--;
    }
    return trimmed;
  }
}

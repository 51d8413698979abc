package confidant.demo.data;

import confidant.demo.data.Exchange.Sort;
import confidant.samples.truth.Kind;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Makes questions about a paper and what ought to be answered. Asks only about what stands in the
 * prompt word for word, so that the model never learns to make something up.
 */
final class Teacher {
  private static final List<String> NAMED_TOPICS =
      List.of(
          "payslip.deduction", "payslip.earning", "statement.booking", "lab.value", "letter.dose");

  /** Last parts of topics that do not belong to one kind of paper alone. */
  private static final Set<String> SHARED =
      Set.of(
          "account",
          "born",
          "clinic",
          "date",
          "employee",
          "employer",
          "holder",
          "laboratory",
          "largest",
          "out",
          "paid",
          "patient",
          "period",
          "reported",
          "seen");

  /** Lines of a summary by kind, in their order. */
  private static final List<String> SUMMARY =
      List.of(
          "payslip.employer",
          "payslip.employee",
          "payslip.period",
          "payslip.gross",
          "payslip.total",
          "payslip.net",
          "payslip.paid",
          "statement.bank",
          "statement.owner",
          "statement.period",
          "statement.opening",
          "statement.in",
          "statement.out",
          "statement.closing",
          "lab.laboratory",
          "lab.patient",
          "lab.taken",
          "lab.reported",
          "lab.outside",
          "lab.healthy",
          "letter.clinic",
          "letter.patient",
          "letter.date",
          "letter.seen",
          "letter.diagnoses",
          "letter.medicines",
          "letter.appointment");

  private static final int BEGINNING_WORDS = 3;

  private final Phrases phrases;
  private final Reasoner reasoner;
  private final Kind kind;
  private final List<Item> items;
  private final String read;
  private final Random random;

  /**
   * Sets a teacher before a paper.
   *
   * @param phrases in the language of questions and answers
   * @param items what the paper states
   * @param read what the program read of the paper; an item that does not stand there is left out
   */
  Teacher(
      Phrases phrases, Reasoner reasoner, Kind kind, List<Item> items, String read, Random random) {
    this.phrases = phrases;
    this.reasoner = reasoner;
    this.kind = kind;
    this.read = read;
    this.items = items.stream().filter(item -> stands(item, read)).toList();
    this.random = random;
  }

  private static boolean stands(Item item, String read) {
    return read.contains(item.about()) && item.values().stream().allMatch(read::contains);
  }

  /** What can be asked about. */
  List<Item> topics() {
    return items.stream().filter(item -> phrases.has("ask." + item.topic())).toList();
  }

  /** A summary. */
  Exchange summary() {
    if (kind == Kind.INVOICE) {
      return new Exchange(Sort.SUMMARY, "", reasoner.other(), said("say.other"));
    }
    List<Item> told =
        SUMMARY.stream()
            .flatMap(topic -> items.stream().filter(item -> item.topic().equals(topic)).limit(1))
            .toList();
    Passage answer = new Passage();
    for (Item item : told) {
      answer.words("- ").append(statement("line.", item)).words(".\n");
    }
    answer.words("\n").append(toDo(told));
    return new Exchange(Sort.SUMMARY, "", reasoner.summary(told), answer);
  }

  /** What follows for the person. */
  private Passage toDo(List<Item> told) {
    return told.stream()
        .filter(item -> phrases.has("do." + item.topic()))
        .findFirst()
        .map(item -> new Passage().fill(phrases.get("do." + item.topic(), random), item))
        .orElseGet(() -> said("say.nothing"));
  }

  /** An explanation, which is more than the demo model can give. */
  Exchange explanation() {
    return kind == Kind.INVOICE
        ? new Exchange(Sort.EXPLANATION, "", reasoner.other(), said("say.other"))
        : new Exchange(Sort.EXPLANATION, "", reasoner.explanation(), said("say.explanation"));
  }

  private Passage said(String key) {
    return new Passage().words(phrases.get(key, random));
  }

  /** A question about something that the paper states. */
  Exchange about(Item item) {
    Passage answer = statement("say.", item);
    if (item.isList()) {
      answer.words(".");
    }
    return new Exchange(
        Sort.STATED, question(item), reasoner.stated(item, neighbours(item)), answer);
  }

  private String question(Item item) {
    return new Passage().fill(phrases.get("ask." + item.topic(), random), item).text();
  }

  /** What stands near it, to be looked at as well. */
  private List<Item> neighbours(Item item) {
    List<Item> topics = topics();
    int at = topics.indexOf(item);
    return topics.subList(Math.max(0, at - 1), Math.min(topics.size(), at + 2)).stream()
        .filter(other -> other.about().isEmpty() || !other.about().equals(item.about()))
        .filter(other -> !other.equals(item))
        .toList();
  }

  /** A sentence or line with its values; lists are written out after it. */
  private Passage statement(String use, Item item) {
    Passage said = new Passage().fill(phrases.get(use + item.topic(), random), item);
    return item.isList()
        ? said.words(": ")
            .append(phrases.list(item))
            .words(" ")
            .fill(phrases.get("page", random), item)
        : said;
  }

  /** A question to which the paper has no answer. */
  Exchange absent(List<Item> elsewhere) {
    if (kind == Kind.INVOICE) {
      String question = phrases.get("ask.other", random);
      return new Exchange(Sort.ABSENT, question, reasoner.other(), said("say.other"));
    }
    return switch (random.nextInt(3)) {
      case 0 -> unsaid(phrases.get("ask.absent", random));
      case 1 -> named(elsewhere).orElseGet(() -> unsaid(phrases.get("ask.absent", random)));
      default -> unsaid(strange());
    };
  }

  private Exchange unsaid(String question) {
    return absent(question, said("say.absent"), "that");
  }

  /** A question that belongs to another kind of paper, in words that nobody mistakes. */
  private String strange() {
    Set<String> present = items.stream().map(Item::topic).collect(Collectors.toSet());
    String prefix = prefix();
    List<String> questions =
        phrases.topics().stream()
            .filter(topic -> topic.contains(".") && !topic.startsWith(prefix))
            .filter(topic -> !present.contains(topic) && !isShared(topic))
            .map(topic -> phrases.all("ask." + topic).getFirst())
            .filter(question -> !question.contains("{0}"))
            .toList();
    return questions.get(random.nextInt(questions.size()));
  }

  /** What could be asked of another kind of paper as well, with an answer or in doubt. */
  private static boolean isShared(String topic) {
    return SHARED.contains(topic.substring(topic.indexOf('.') + 1));
  }

  private String prefix() {
    return switch (kind) {
      case PAYSLIP -> "payslip.";
      case STATEMENT -> "statement.";
      case LAB_REPORT -> "lab.";
      case MEDICAL_LETTER -> "letter.";
      case INVOICE -> "invoice.";
    };
  }

  /** A question about something of the right sort that this paper does not have. */
  private Optional<Exchange> named(List<Item> elsewhere) {
    List<Item> strangers =
        elsewhere.stream()
            .filter(item -> NAMED_TOPICS.contains(item.topic()))
            .filter(item -> item.topic().startsWith(prefix()))
            .filter(item -> !read.contains(beginning(item.about())))
            .toList();
    if (strangers.isEmpty()) {
      return Optional.empty();
    }
    Item item = strangers.get(random.nextInt(strangers.size()));
    Passage answer = new Passage().fill(phrases.get("say.absent.named", random), item);
    return Optional.of(absent(question(item), answer, item.about()));
  }

  /** The first words, which would stand on a paper with something much like it. */
  private static String beginning(String name) {
    String[] words = name.split(" ", BEGINNING_WORDS + 1);
    return String.join(" ", Arrays.copyOf(words, Math.min(words.length, BEGINNING_WORDS)));
  }

  private Exchange absent(String question, Passage answer, String what) {
    return new Exchange(Sort.ABSENT, question, reasoner.absent(what, items), answer);
  }
}

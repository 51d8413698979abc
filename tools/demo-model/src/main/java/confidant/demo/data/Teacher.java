package confidant.demo.data;

import confidant.demo.data.Exchange.Sort;
import confidant.engine.chat.ReasoningEffort;
import confidant.samples.truth.Kind;
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
          "statement.holder",
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

  /** Name, number and unit of a laboratory's value. */
  private static final int VALUE_PARTS = 3;

  /** Topics whose values are a list of any length. */
  private static final Set<String> LISTS =
      Set.of("lab.outside", "letter.diagnoses", "letter.medicines");

  private final Phrases phrases;
  private final Phrases summaryPhrases;
  private final Phrases keys;
  private final Kind kind;
  private final List<Item> items;
  private final ReasoningEffort effort;
  private final Random random;

  /**
   * Sets a teacher before a paper.
   *
   * @param phrases in the language of questions and answers
   * @param summaryPhrases in the language of summaries
   * @param keys in the language of reasoning
   * @param items what the paper states
   * @param read what the program read of the paper; an item that does not stand there is left out
   */
  Teacher(
      Phrases phrases,
      Phrases summaryPhrases,
      Phrases keys,
      Kind kind,
      List<Item> items,
      String read,
      ReasoningEffort effort,
      Random random) {
    this.phrases = phrases;
    this.summaryPhrases = summaryPhrases;
    this.keys = keys;
    this.kind = kind;
    this.items = items.stream().filter(item -> stands(item, read)).toList();
    this.effort = effort;
    this.random = random;
  }

  private static boolean stands(Item item, String read) {
    return read.contains(item.about()) && item.values().stream().allMatch(read::contains);
  }

  /** What can be asked about. */
  List<Item> items() {
    return items;
  }

  /** A summary. */
  Exchange summary() {
    if (kind == Kind.INVOICE) {
      return other(true, "");
    }
    List<Item> told = summaryItems();
    Passage answer = new Passage();
    for (Item item : told) {
      answer.words("- ").append(statement(summaryPhrases, "line.", item)).words(".\n");
    }
    answer.words("\n" + summaryPhrases.get("say.nothing", random));
    return new Exchange(Sort.SUMMARY, "", summaryAnalysis(told), answer);
  }

  private List<Item> summaryItems() {
    return SUMMARY.stream()
        .flatMap(topic -> items.stream().filter(item -> item.topic().equals(topic)).limit(1))
        .toList();
  }

  private Passage summaryAnalysis(List<Item> told) {
    Passage analysis = new Passage().words("summary of a " + name() + ".");
    if (effort == ReasoningEffort.LOW) {
      return analysis;
    }
    for (Item item : told) {
      if (effort == ReasoningEffort.HIGH || isFigure(item)) {
        analysis.words("\n").append(fact(item));
      }
    }
    if (effort == ReasoningEffort.HIGH) {
      analysis.words("\nEvery line gets its page. Nothing is to be added.");
    }
    return analysis;
  }

  private static boolean isFigure(Item item) {
    return Set.of("payslip.net", "statement.closing", "lab.outside", "letter.appointment")
        .contains(item.topic());
  }

  private String name() {
    return switch (kind) {
      case PAYSLIP -> "payslip";
      case STATEMENT -> "bank statement";
      case LAB_REPORT -> "lab report";
      case MEDICAL_LETTER -> "medical letter";
      case INVOICE -> "paper of another kind";
    };
  }

  /** A question about something that the paper states. */
  Exchange about(Item item) {
    Passage question = new Passage().fill(phrases.get("ask." + item.topic(), random), item);
    Passage answer = statement(phrases, "say.", item);
    if (LISTS.contains(item.topic())) {
      answer.words(".");
    }
    Passage analysis = new Passage();
    if (effort != ReasoningEffort.LOW) {
      analysis.words("question about a " + name() + ", page " + item.page() + ".\n");
    }
    analysis.append(fact(item));
    if (effort == ReasoningEffort.HIGH) {
      neighbours(item).forEach(other -> analysis.words("\n").append(fact(other)));
      analysis.words("\nThe answer copies ").append(fact(item)).words(" as it stands.");
    }
    return new Exchange(Sort.STATED, question.text(), analysis, answer);
  }

  /** What stands near it, to be looked at as well. */
  private List<Item> neighbours(Item item) {
    int at = items.indexOf(item);
    return items.subList(Math.max(0, at - 1), Math.min(items.size(), at + 2)).stream()
        .filter(other -> !other.equals(item) && !LISTS.contains(other.topic()))
        .toList();
  }

  /** A name and what stands beside it. */
  private Passage fact(Item item) {
    Passage fact = new Passage().fill(keys.get("key." + item.topic(), random), item).words(": ");
    return list(fact, item);
  }

  /** A sentence or line with its values; lists are written out after it. */
  private Passage statement(Phrases wordings, String use, Item item) {
    Passage said = new Passage().fill(wordings.get(use + item.topic(), random), item);
    if (!LISTS.contains(item.topic())) {
      return said;
    }
    return list(said.words(": "), item).words(" (p. " + item.page() + ")");
  }

  private static Passage list(Passage passage, Item item) {
    int together = item.topic().equals("lab.outside") ? VALUE_PARTS : 1;
    for (int i = 0; i < item.values().size(); i++) {
      String between = i % together == 0 ? ", " : " ";
      passage.words(i == 0 ? "" : between).figure(item.values().get(i));
    }
    return passage;
  }

  /** A question to which the paper has no answer. */
  Exchange absent(List<Item> elsewhere) {
    if (kind == Kind.INVOICE) {
      return other(false, phrases.get("ask.absent", random));
    }
    return switch (random.nextInt(3)) {
      case 0 -> unsaid(phrases.get("ask.absent", random));
      case 1 -> named(elsewhere).orElseGet(() -> unsaid(phrases.get("ask.absent", random)));
      default -> unsaid(strange());
    };
  }

  private Exchange unsaid(String question) {
    return absent(question, new Passage().words(phrases.get("say.absent", random)), "that");
  }

  /** A question that belongs to another kind of paper. */
  private String strange() {
    Set<String> present = items.stream().map(Item::topic).collect(Collectors.toSet());
    String prefix = prefix();
    List<String> topics =
        phrases.topics().stream()
            .filter(topic -> !topic.startsWith(prefix) && !topic.equals("absent"))
            .filter(topic -> !present.contains(topic) && !isShared(topic))
            .filter(topic -> !phrases.get("ask." + topic, random).contains("{0}"))
            .toList();
    return phrases.get("ask." + topics.get(random.nextInt(topics.size())), random);
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
    Set<String> present = items.stream().map(Item::about).collect(Collectors.toSet());
    List<Item> strangers =
        elsewhere.stream()
            .filter(item -> NAMED_TOPICS.contains(item.topic()))
            .filter(item -> item.topic().startsWith(prefix()) && !present.contains(item.about()))
            .toList();
    if (strangers.isEmpty()) {
      return Optional.empty();
    }
    Item item = strangers.get(random.nextInt(strangers.size()));
    String question = new Passage().fill(phrases.get("ask." + item.topic(), random), item).text();
    Passage answer = new Passage().fill(phrases.get("say.absent.named", random), item);
    return Optional.of(absent(question, answer, item.about()));
  }

  private Exchange absent(String question, Passage answer, String what) {
    Passage analysis = new Passage();
    if (effort != ReasoningEffort.LOW) {
      analysis.words("question about a " + name() + ".\n");
    }
    analysis.words(what + ": not in the paper");
    if (effort == ReasoningEffort.HIGH) {
      List<Item> few = items.stream().filter(item -> item.about().isEmpty()).limit(3).toList();
      few.stream()
          .filter(item -> !LISTS.contains(item.topic()))
          .forEach(item -> analysis.words("\n").append(fact(item)));
      analysis.words("\nNone of this answers it. Nothing is to be guessed.");
    }
    return new Exchange(Sort.ABSENT, question, analysis, answer);
  }

  /** What is said of a paper of another kind. */
  private Exchange other(boolean summary, String question) {
    Passage analysis = new Passage().words("another kind of paper.");
    if (effort != ReasoningEffort.LOW) {
      analysis.words(" The demo model does not know it.");
    }
    if (effort == ReasoningEffort.HIGH) {
      analysis.words(" Nothing is to be guessed, and the person should hear of a real model.");
    }
    Passage answer =
        new Passage().words((summary ? summaryPhrases : phrases).get("say.other", random));
    return new Exchange(summary ? Sort.SUMMARY : Sort.ABSENT, question, analysis, answer);
  }
}

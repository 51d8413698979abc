package confidant.demo.data;

import confidant.app.documents.Paper;
import confidant.engine.chat.ReasoningEffort;
import confidant.ingest.DocumentReader;
import confidant.ingest.ReadOptions;
import confidant.ingest.ReadProgress;
import confidant.ingest.ReadResult;
import confidant.ingest.document.MarkdownWriter;
import confidant.ingest.fields.FieldReader;
import confidant.samples.layout.Template;
import confidant.samples.layout.Templates;
import confidant.samples.truth.Kind;
import confidant.samples.words.Language;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Random;

/**
 * Makes the exam of a number: a paper of the sample generator, read by the program, with questions
 * and answers. Used by one thread at a time.
 */
public final class ExamMaker {
  /** Numbers in a row with the same effort and date, and so the same instructions. */
  static final int GROUP = 4;

  private static final LocalDate FIRST_DAY = LocalDate.of(2025, 1, 1);
  private static final int DAYS = 3000;
  private static final int QUESTIONS = 6;
  private static final int ABSENT = 2;
  private static final double FOLLOW_UPS = 0.25;
  private static final double OWN_LANGUAGE = 0.85;
  private static final double GERMAN = 0.45;

  /** Papers of many pages take so long to learn that few of them must do. */
  private static final double KEPT_LONG = 0.25;

  private static final List<String> NAMES =
      List.of("document", "paper", "scan", "letter", "download", "Unterlagen", "Dokument", "brief");

  private final Strangers strangers = new Strangers();
  private final DocumentReader reader = new DocumentReader();
  private final FieldReader fields = new FieldReader();
  private final Path folder;
  private final long seed;

  /**
   * Makes ready.
   *
   * @param folder for the paper at hand; nobody else's
   * @param seed another one makes other papers
   */
  public ExamMaker(Path folder, long seed) {
    this.folder = folder;
    this.seed = seed;
  }

  /**
   * The exam of a number; empty if its paper cannot be read.
   *
   * @param unseen whether its template is one that is kept out of training
   */
  public Optional<Exam> make(int number, boolean unseen) throws IOException {
    Random shared = new Random(seed * 31 + number / GROUP);
    ReasoningEffort[] efforts = ReasoningEffort.values();
    ReasoningEffort effort = efforts[shared.nextInt(efforts.length)];
    LocalDate today = FIRST_DAY.plusDays(shared.nextInt(DAYS));
    Random random = new Random(seed * 1_000_003 + number);
    Language language = random.nextDouble() < GERMAN ? Language.DE : Language.EN;
    Template template = template(unseen, random);
    Content content = Content.of(template, language, paperSeed(number));
    Optional<Paper> paper = read(content, random);
    if (paper.isEmpty()) {
      return Optional.empty();
    }
    List<Item> elsewhere = strangers.pick(template.kind(), language, random);
    String asked = asked(language, random);
    String read = MarkdownWriter.write(paper.get().document());
    Teacher teacher =
        new Teacher(
            Phrases.of(asked),
            Phrases.of(Classroom.summaryLanguage(asked)),
            Phrases.of("en"),
            template.kind(),
            content.items(),
            read,
            effort,
            random);
    return Optional.of(
        new Exam(
            unseen,
            template.id(),
            paper.get(),
            read,
            effort,
            today,
            Locale.of(asked),
            conversations(teacher, elsewhere, random)));
  }

  private static String asked(Language language, Random random) {
    boolean own = random.nextDouble() < OWN_LANGUAGE;
    return own ? language.tag() : language == Language.DE ? "en" : "de";
  }

  /** Far from those that tests and evaluations use, which count from 0. */
  private long paperSeed(int number) {
    return 1_000_000_000L * (seed + 1) + number;
  }

  private static Template template(boolean unseen, Random random) {
    while (true) {
      Kind kind = kind(random.nextDouble());
      List<Template> fitting =
          Templates.all().stream()
              .filter(template -> template.kind() == kind && template.unseen() == unseen)
              .toList();
      Template template = fitting.get(random.nextInt(fitting.size()));
      boolean isLong = template.id().equals("statement/pages");
      if (!isLong || random.nextDouble() < KEPT_LONG) {
        return template;
      }
    }
  }

  private static Kind kind(double chance) {
    if (chance < 0.28) {
      return Kind.PAYSLIP;
    }
    if (chance < 0.54) {
      return Kind.STATEMENT;
    }
    if (chance < 0.78) {
      return Kind.LAB_REPORT;
    }
    return chance < 0.94 ? Kind.MEDICAL_LETTER : Kind.INVOICE;
  }

  private Optional<Paper> read(Content content, Random random) throws IOException {
    String own = content.paper().fileName();
    String name =
        random.nextBoolean()
            ? own
            : NAMES.get(random.nextInt(NAMES.size())) + "-" + random.nextInt(1000) + ".pdf";
    Path file = folder.resolve(name);
    Files.write(file, content.paper().bytes());
    try {
      ReadResult result = reader.read(file, ReadOptions.defaults(), ReadProgress.none());
      return result instanceof ReadResult.Read read
          ? Optional.of(new Paper("1", read.document(), read.report(), fields.read(read.document())))
          : Optional.empty();
    } finally {
      Files.deleteIfExists(file);
    }
  }

  private static List<List<Exchange>> conversations(
      Teacher teacher, List<Item> elsewhere, Random random) {
    List<List<Exchange>> conversations = new ArrayList<>();
    conversations.add(List.of(teacher.summary()));
    List<Exchange> single = new ArrayList<>();
    List<Item> items = new ArrayList<>(teacher.items());
    Collections.shuffle(items, random);
    items.stream().limit(QUESTIONS).forEach(item -> single.add(teacher.about(item)));
    for (int i = 0; i < ABSENT; i++) {
      single.add(teacher.absent(elsewhere));
    }
    for (Exchange exchange : single) {
      if (random.nextDouble() < FOLLOW_UPS) {
        conversations.add(List.of(single.get(random.nextInt(single.size())), exchange));
      } else {
        conversations.add(List.of(exchange));
      }
    }
    return conversations;
  }
}

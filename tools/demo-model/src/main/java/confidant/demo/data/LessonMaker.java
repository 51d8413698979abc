package confidant.demo.data;

import confidant.app.documents.Paper;
import confidant.engine.api.EngineException;
import confidant.engine.chat.ReasoningEffort;
import confidant.engine.tokenizer.Tokenizer;
import confidant.engine.tokenizer.Tokenizers;
import confidant.ingest.DocumentReader;
import confidant.ingest.ReadOptions;
import confidant.ingest.ReadProgress;
import confidant.ingest.ReadResult;
import confidant.ingest.document.MarkdownWriter;
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
 * Makes the lesson of a number: a paper of the sample generator, read by the program, with
 * questions and answers. Used by one thread at a time.
 */
public final class LessonMaker {
  /** Lessons with the same effort and date, and so the same instructions. */
  static final int GROUP = 4;

  /** Of so many groups one has papers by templates that are kept out of training. */
  private static final int UNSEEN_EVERY = 40;

  private static final int QUESTIONS = 6;
  private static final int ABSENT = 2;
  private static final double FOLLOW_UPS = 0.25;
  private static final double OWN_LANGUAGE = 0.85;
  private static final double GERMAN = 0.45;

  /** Papers of many pages take so long to learn that few of them must do. */
  private static final double KEPT_LONG = 0.25;

  private static final List<String> NAMES =
      List.of("document", "paper", "scan", "letter", "download", "Unterlagen", "Dokument", "brief");

  private final Tokenizer tokenizer = Tokenizers.o200kHarmony();
  private final Classroom classroom;
  private final Strangers strangers = new Strangers();
  private final DocumentReader reader = new DocumentReader();
  private final Path folder;
  private final long seed;

  /**
   * Makes ready.
   *
   * @param folder for the paper at hand; nobody else's
   */
  public LessonMaker(Path folder, long seed) throws EngineException {
    this.folder = folder;
    this.seed = seed;
    this.classroom = new Classroom(tokenizer);
  }

  /** The lesson of a number; empty if its paper cannot be read or none of its questions asked. */
  public Optional<Lesson> make(int number) throws IOException, EngineException {
    int group = number / GROUP;
    boolean unseen = group % UNSEEN_EVERY == 0;
    Random shared = new Random(seed * 31 + group);
    ReasoningEffort[] efforts = ReasoningEffort.values();
    ReasoningEffort effort = efforts[shared.nextInt(efforts.length)];
    LocalDate today = LocalDate.of(2025, 1, 1).plusDays(shared.nextInt(3000));
    Random random = new Random(seed * 1_000_003 + number);
    random.nextLong();
    Language language = random.nextDouble() < GERMAN ? Language.DE : Language.EN;
    Template template = template(unseen, random);
    Content content = Content.of(template, language, paperSeed(number));
    Optional<Paper> paper = read(content, random);
    if (paper.isEmpty()) {
      return Optional.empty();
    }
    List<Text> texts = new ArrayList<>();
    List<Item> elsewhere = strangers.pick(template.kind(), language, random);
    for (List<Exchange> exchanges :
        conversations(content, elsewhere, paper.get(), language, effort, random)) {
      classroom
          .conversation(paper.get(), exchanges, effort, today, Locale.of(language.tag()))
          .ifPresent(texts::add);
    }
    return texts.isEmpty() ? Optional.empty() : Optional.of(Lesson.of(unseen, group, texts));
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
          ? Optional.of(new Paper("1", read.document(), read.report()))
          : Optional.empty();
    } finally {
      Files.deleteIfExists(file);
    }
  }

  private static List<List<Exchange>> conversations(
      Content content,
      List<Item> elsewhere,
      Paper paper,
      Language language,
      ReasoningEffort effort,
      Random random) {
    String asked =
        random.nextDouble() < OWN_LANGUAGE
            ? language.tag()
            : language == Language.DE ? "en" : "de";
    Teacher teacher =
        new Teacher(
            Phrases.of(asked),
            Phrases.of(Classroom.summaryLanguage(asked)),
            Phrases.of("en"),
            content.paper().truth().kind(),
            content.items(),
            MarkdownWriter.write(paper.document()),
            effort,
            random);
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

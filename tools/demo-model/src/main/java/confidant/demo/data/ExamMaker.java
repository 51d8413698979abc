package confidant.demo.data;

import confidant.app.documents.Paper;
import confidant.engine.chat.ReasoningEffort;
import confidant.ingest.DocumentReader;
import confidant.ingest.ReadOptions;
import confidant.ingest.ReadProgress;
import confidant.ingest.ReadReport;
import confidant.ingest.ReadResult;
import confidant.ingest.document.Document;
import confidant.ingest.document.DocumentKind;
import confidant.ingest.document.Findings;
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
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Collectors;

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
  private static final double FOLLOW_UPS = 0.2;
  private static final double AFTER_SUMMARY = 0.1;
  private static final double EXPLANATIONS = 0.25;
  private static final double OWN_LANGUAGE = 0.85;
  private static final double GERMAN = 0.45;

  /** Share of text among the papers that the model does not know; the others are invoices. */
  private static final double PROSE = 0.5;

  /** Kinds of papers that the model does not know. */
  private static final List<DocumentKind> STRANGE =
      List.of(DocumentKind.OTHER, DocumentKind.INVOICE, DocumentKind.TAX_FORM);

  /** 2^64 over the golden ratio: its multiples lie far apart. */
  private static final long SPREAD = 0x9E3779B97F4A7C15L;

  /** Papers of many pages take so long to learn that few of them must do. */
  private static final double KEPT_LONG = 0.25;

  private static final List<String> NAMES =
      List.of("document", "paper", "scan", "letter", "download", "Unterlagen", "Dokument", "brief");

  private final Strangers strangers = new Strangers();
  private final Prose prose = new Prose();
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
    Random shared = random(seed * 31 + number / GROUP);
    ReasoningEffort[] efforts = ReasoningEffort.values();
    ReasoningEffort effort = efforts[shared.nextInt(efforts.length)];
    LocalDate today = FIRST_DAY.plusDays(shared.nextInt(DAYS));
    Random random = random(seed * 1_000_003 + number);
    Language language = random.nextDouble() < GERMAN ? Language.DE : Language.EN;
    Kind kind = kind(random.nextDouble());
    Source source =
        kind == Kind.INVOICE && random.nextDouble() < PROSE
            ? prose.write(language, unseen, random)
            : sample(kind, language, unseen, number, random);
    Optional<Paper> paper = read(source, kind, random);
    if (paper.isEmpty()) {
      return Optional.empty();
    }
    List<Item> elsewhere = strangers.pick(kind, language, random);
    String asked = asked(language, random);
    String read = MarkdownWriter.write(paper.get().document());
    Reasoner reasoner = new Reasoner(Phrases.of("en"), kind, effort);
    Teacher teacher = new Teacher(Phrases.of(asked), reasoner, kind, source.items(), read, random);
    return Optional.of(
        new Exam(
            unseen,
            source.template(),
            paper.get(),
            read,
            effort,
            today,
            Locale.of(asked),
            conversations(teacher, elsewhere, random)));
  }

  /** Seeds in a row would begin with nearly the same number. */
  private static Random random(long seed) {
    return new Random(seed * SPREAD);
  }

  /**
   * What becomes a paper.
   *
   * @param items what it states
   */
  record Source(String template, String fileName, byte[] bytes, List<Item> items) {}

  private Source sample(Kind kind, Language language, boolean unseen, int number, Random random) {
    Template template = template(kind, unseen, random);
    Content content = Content.of(template, language, paperSeed(number));
    return new Source(
        template.id(), content.paper().fileName(), content.paper().bytes(), content.items());
  }

  private static String asked(Language language, Random random) {
    boolean own = random.nextDouble() < OWN_LANGUAGE;
    return own ? language.tag() : language == Language.DE ? "en" : "de";
  }

  /** Far from those that tests and evaluations use, which count from 0. */
  private long paperSeed(int number) {
    return 1_000_000_000L * (seed + 1) + number;
  }

  private static Template template(Kind kind, boolean unseen, Random random) {
    List<Template> fitting =
        Templates.all().stream()
            .filter(template -> template.kind() == kind && template.unseen() == unseen)
            .toList();
    while (true) {
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

  private Optional<Paper> read(Source source, Kind kind, Random random) throws IOException {
    String own = source.fileName();
    String name =
        random.nextBoolean()
            ? own
            : NAMES.get(random.nextInt(NAMES.size()))
                + "-"
                + random.nextInt(1000)
                + own.substring(own.lastIndexOf('.'));
    Path file = folder.resolve(name);
    Files.write(file, source.bytes());
    try {
      ReadResult result = reader.read(file, ReadOptions.defaults(), ReadProgress.none());
      return result instanceof ReadResult.Read(Document document, ReadReport report)
          ? Optional.of(new Paper("1", document, report, findings(document, kind, random)))
          : Optional.empty();
    } finally {
      Files.deleteIfExists(file);
    }
  }

  /** Papers that the model does not know are taken for anything but the kinds that it knows. */
  private Findings findings(Document document, Kind kind, Random random) {
    Findings found = fields.read(document);
    if (kind != Kind.INVOICE || (STRANGE.contains(found.kind()) && random.nextBoolean())) {
      return found;
    }
    return fields.readAs(document, STRANGE.get(random.nextInt(STRANGE.size())));
  }

  private static List<List<Exchange>> conversations(
      Teacher teacher, List<Item> elsewhere, Random random) {
    List<List<Exchange>> conversations = new ArrayList<>();
    Exchange summary = teacher.summary();
    conversations.add(List.of(summary));
    if (random.nextDouble() < EXPLANATIONS) {
      conversations.add(List.of(teacher.explanation()));
    }
    List<Exchange> single = new ArrayList<>();
    chosen(teacher.topics(), random).forEach(item -> single.add(teacher.about(item)));
    for (int i = 0; i < ABSENT; i++) {
      single.add(teacher.absent(elsewhere));
    }
    for (Exchange exchange : single) {
      List<Exchange> turns = new ArrayList<>();
      if (random.nextDouble() < AFTER_SUMMARY) {
        turns.add(summary);
      }
      if (random.nextDouble() < FOLLOW_UPS) {
        turns.add(single.get(random.nextInt(single.size())));
      }
      turns.add(exchange);
      conversations.add(turns);
    }
    return conversations;
  }

  /** One of each topic before a second one of any, since there are many movements and values. */
  private static List<Item> chosen(List<Item> items, Random random) {
    List<Item> shuffled = new ArrayList<>(items);
    Collections.shuffle(shuffled, random);
    Map<String, List<Item>> byTopic =
        shuffled.stream()
            .collect(Collectors.groupingBy(Item::topic, LinkedHashMap::new, Collectors.toList()));
    List<Item> chosen = new ArrayList<>();
    for (int round = 0; chosen.size() < Math.min(QUESTIONS, items.size()); round++) {
      for (List<Item> same : byTopic.values()) {
        same.stream().skip(round).findFirst().ifPresent(chosen::add);
      }
    }
    return chosen.subList(0, Math.min(QUESTIONS, chosen.size()));
  }
}

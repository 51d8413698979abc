package confidant.demo;

import confidant.demo.checkpoint.HuggingFaceFolder;
import confidant.demo.checkpoint.ModelPacker;
import confidant.demo.data.Lesson;
import confidant.demo.data.LessonFiles;
import confidant.demo.data.LessonMaker;
import confidant.demo.data.LessonWriter;
import confidant.demo.data.Text;
import confidant.demo.evaluate.Evaluation;
import confidant.demo.evaluate.Parity;
import confidant.demo.train.Plan;
import confidant.demo.train.Trainer;
import confidant.engine.api.EngineException;
import confidant.engine.tokenizer.Tokenizer;
import confidant.engine.tokenizer.Tokenizers;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Makes the demo model, in steps of which each goes on where it was cut off. */
@Command(
    name = "demo-model",
    description = "Makes the demo model.",
    mixinStandardHelpOptions = true,
    subcommands = CommandLine.HelpCommand.class)
public final class DemoModel {
  private static final int COMPARED = 50;

  @Option(
      names = "--folder",
      defaultValue = "target/demo-model",
      scope = CommandLine.ScopeType.INHERIT,
      description = "Where everything is written (default: ${DEFAULT-VALUE}).")
  private Path folder = Path.of("target/demo-model");

  @Option(
      names = "--seed",
      defaultValue = "1",
      scope = CommandLine.ScopeType.INHERIT,
      description = "Of all chance (default: ${DEFAULT-VALUE}).")
  private long seed = 1;

  @Option(
      names = "--threads",
      defaultValue = "2",
      scope = CommandLine.ScopeType.INHERIT,
      description = "That compute (default: ${DEFAULT-VALUE}).")
  private int threads = 2;

  @Option(
      names = "--lessons",
      defaultValue = "12000",
      scope = CommandLine.ScopeType.INHERIT,
      description = "How many at least (default: ${DEFAULT-VALUE}).")
  private int lessonCount = 12_000;

  @Option(
      names = "--steps",
      defaultValue = "3000",
      scope = CommandLine.ScopeType.INHERIT,
      description = "Of training (default: ${DEFAULT-VALUE}).")
  private int steps = 3_000;

  @Option(
      names = "--batch",
      defaultValue = "5120",
      scope = CommandLine.ScopeType.INHERIT,
      description = "Tokens of a step (default: ${DEFAULT-VALUE}).")
  private int batch = 5_120;

  @Option(
      names = "--longest",
      defaultValue = "4096",
      scope = CommandLine.ScopeType.INHERIT,
      description = "Positions of a text (default: ${DEFAULT-VALUE}).")
  private int longest = 4_096;

  @Option(
      names = "--papers",
      defaultValue = "500",
      scope = CommandLine.ScopeType.INHERIT,
      description = "To evaluate with, of seen and of unseen templates each.")
  private int papers = 500;

  @Option(
      names = "--temperature",
      defaultValue = "0",
      scope = CommandLine.ScopeType.INHERIT,
      description = "To evaluate with; the program's default is 1 (default: ${DEFAULT-VALUE}).")
  private float temperature;

  private DemoModel() {}

  /** Runs the command. */
  public static void main(String[] args) {
    System.exit(new CommandLine(new DemoModel()).execute(args));
  }

  private Path lessonFolder() {
    return folder.resolve("lessons");
  }

  private Path checkpoint() {
    return folder.resolve("checkpoint");
  }

  private Trainer trainer() throws IOException {
    Plan plan = new Plan(steps, batch, Math.min(longest, batch), seed);
    return new Trainer(folder.resolve("training"), lessonFolder(), plan, threads);
  }

  @Command(name = "lessons", description = "Makes papers and lessons of them.")
  int lessons() throws IOException, EngineException, InterruptedException {
    new LessonWriter(lessonFolder(), seed).write(lessonCount, threads);
    return 0;
  }

  @Command(name = "show", description = "Prints lessons as people read them.")
  int show(
      @Parameters(paramLabel = "NUMBER", arity = "1..*", description = "Which ones.") int[] numbers)
      throws IOException, EngineException {
    Path room = Files.createTempDirectory("lessons");
    try {
      LessonMaker maker = new LessonMaker(room, seed);
      for (int number : numbers) {
        maker.make(number).ifPresent(lesson -> print(number, lesson));
      }
    } finally {
      Files.delete(room);
    }
    return 0;
  }

  private static void print(int number, Lesson lesson) {
    Tokenizer tokenizer = Tokenizers.o200kHarmony();
    System.out.printf("===== lesson %d, %d tokens%n", number, lesson.tokens());
    System.out.println(tokenizer.decode(lesson.start().ids()));
    for (Text branch : lesson.branches()) {
      System.out.println("----- " + tokenizer.decode(branch.ids()));
    }
  }

  @Command(name = "train", description = "Learns the lessons and writes the checkpoint.")
  int train() throws IOException {
    try (Trainer trainer = trainer()) {
      trainer.run();
    }
    return export();
  }

  @Command(name = "export", description = "Writes the checkpoint of the present state.")
  int export() throws IOException {
    try (Trainer trainer = trainer()) {
      trainer.round();
      HuggingFaceFolder.write(checkpoint(), trainer.parameters(), trainer.vocabulary().ids());
    }
    return 0;
  }

  @Command(name = "pack", description = "Packs the checkpoint for the program.")
  int pack() throws IOException {
    Path packed = folder.resolve("demo-model.pack");
    try (OutputStream out = Files.newOutputStream(packed)) {
      ModelPacker.pack(checkpoint(), out);
    }
    System.out.printf("%s: %,d bytes%n", packed, Files.size(packed));
    return 0;
  }

  @Command(
      name = "compare",
      description = "Holds the engine's greedy tokens against those of the trained network.")
  int compare() throws IOException, EngineException {
    List<Lesson> prompts =
        LessonFiles.readAll(lessonFolder()).stream()
            .filter(lesson -> lesson.longest() < batch / 2)
            .limit(COMPARED)
            .toList();
    try (Trainer trainer = trainer()) {
      trainer.round();
      int different =
          Parity.differences(checkpoint(), prompts, trainer.vocabulary(), trainer.network(), batch);
      System.out.printf("%d of %d prompts are answered differently%n", different, prompts.size());
      return different == 0 ? 0 : 1;
    }
  }

  @Command(name = "evaluate", description = "Asks the program and prints a table.")
  int evaluate() throws IOException, EngineException {
    try (Evaluation evaluation =
        new Evaluation(checkpoint(), folder.resolve("papers"), temperature)) {
      evaluation.run(papers, papers);
    }
    return 0;
  }

  @Command(name = "all", description = "Does all of it, one after the other.")
  int all() throws IOException, EngineException, InterruptedException {
    lessons();
    train();
    pack();
    int different = compare();
    evaluate();
    return different;
  }
}

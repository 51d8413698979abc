package confidant.demo;

import confidant.demo.checkpoint.HuggingFaceFolder;
import confidant.demo.data.LessonWriter;
import confidant.demo.train.Plan;
import confidant.demo.train.Trainer;
import confidant.engine.api.EngineException;
import java.io.IOException;
import java.nio.file.Path;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Makes the demo model, in steps of which each goes on where it was cut off. */
@Command(
    name = "demo-model",
    description = "Makes the demo model.",
    mixinStandardHelpOptions = true,
    subcommands = CommandLine.HelpCommand.class)
public final class DemoModel {
  private static final int LONGEST = 4096;

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

  private DemoModel() {}

  /** Runs the command. */
  public static void main(String[] args) {
    System.exit(new CommandLine(new DemoModel()).execute(args));
  }

  private Path lessons() {
    return folder.resolve("lessons");
  }

  private Path checkpoint() {
    return folder.resolve("checkpoint");
  }

  @Command(name = "lessons", description = "Makes papers and lessons of them.")
  int lessons(
      @Option(names = "--count", defaultValue = "12000", description = "How many at least.")
          int count)
      throws IOException, EngineException, InterruptedException {
    new LessonWriter(lessons(), seed).write(count, threads);
    return 0;
  }

  @Command(name = "train", description = "Learns the lessons and writes the checkpoint.")
  int train(
      @Option(names = "--steps", defaultValue = "5000", description = "How many.") int steps,
      @Option(names = "--batch", defaultValue = "5120", description = "Tokens of a step.")
          int batch)
      throws IOException {
    Plan plan = new Plan(steps, batch, Math.min(LONGEST, batch), seed);
    try (Trainer trainer = new Trainer(folder.resolve("training"), lessons(), plan, threads)) {
      trainer.run();
      HuggingFaceFolder.write(checkpoint(), trainer.parameters(), trainer.vocabulary().ids());
    }
    return 0;
  }
}

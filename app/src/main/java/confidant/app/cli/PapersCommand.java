package confidant.app.cli;

import confidant.engine.api.EngineException;
import confidant.ingest.prompt.Purpose;
import java.nio.file.Path;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** A command that has the model say one thing about papers, without a question. */
abstract class PapersCommand extends AnswerCommand {
  private final Purpose purpose;

  @Parameters(paramLabel = "FILE", arity = "1..*", description = "Papers, such as PDF files.")
  private List<Path> files = List.of();

  PapersCommand(CommandContext context, Purpose purpose) {
    super(context);
    this.purpose = purpose;
  }

  @Override
  final List<Path> files() {
    return files;
  }

  @Override
  final ExitCode converse(Answering answering, AnswerView view)
      throws CommandFailure, EngineException {
    return answering.ask(purpose, "");
  }

  @Command(
      name = "explain",
      description = "Explain papers to somebody who has never seen one like them.",
      mixinStandardHelpOptions = true)
  static final class Explain extends PapersCommand {
    Explain(CommandContext context) {
      super(context, Purpose.EXPLAIN);
    }
  }

  @Command(
      name = "summarise",
      aliases = "summarize",
      description = "Summarise papers.",
      mixinStandardHelpOptions = true)
  static final class Summarise extends PapersCommand {
    Summarise(CommandContext context) {
      super(context, Purpose.SUMMARY);
    }
  }
}

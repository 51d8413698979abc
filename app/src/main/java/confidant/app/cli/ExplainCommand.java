package confidant.app.cli;

import confidant.engine.api.EngineException;
import confidant.ingest.prompt.Purpose;
import java.nio.file.Path;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

@Command(
    name = "explain",
    description = "Explain papers to somebody who has never seen one like them.",
    mixinStandardHelpOptions = true)
final class ExplainCommand extends AnswerCommand {
  @Parameters(paramLabel = "FILE", arity = "1..*", description = "Papers, such as PDF files.")
  private List<Path> files = List.of();

  ExplainCommand(CommandContext context) {
    super(context);
  }

  @Override
  List<Path> files() {
    return files;
  }

  @Override
  ExitCode converse(Answering answering, AnswerView view) throws CommandFailure, EngineException {
    return answering.ask(Purpose.EXPLAIN, "");
  }
}

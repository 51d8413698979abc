package confidant.app.cli;

import confidant.engine.api.EngineException;
import confidant.ingest.prompt.Purpose;
import java.nio.file.Path;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

@Command(
    name = "summarise",
    aliases = "summarize",
    description = "Summarise papers.",
    mixinStandardHelpOptions = true)
final class SummariseCommand extends AnswerCommand {
  @Parameters(paramLabel = "FILE", arity = "1..*", description = "Papers, such as PDF files.")
  private List<Path> files = List.of();

  SummariseCommand(CommandContext context) {
    super(context);
  }

  @Override
  List<Path> files() {
    return files;
  }

  @Override
  ExitCode converse(Answering answering, AnswerView view) throws CommandFailure, EngineException {
    return answering.ask(Purpose.SUMMARY, "");
  }
}

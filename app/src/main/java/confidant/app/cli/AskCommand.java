package confidant.app.cli;

import confidant.engine.api.EngineException;
import confidant.ingest.prompt.Purpose;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

@Command(
    name = "ask",
    description = "Ask a question about papers.",
    mixinStandardHelpOptions = true,
    customSynopsis = "confidant ask [OPTIONS] FILE... \"QUESTION\"")
final class AskCommand extends AnswerCommand {
  private static final String USAGE =
      "Name at least one file and then the question in quotes: confidant ask FILE \"QUESTION\".";

  @Parameters(
      paramLabel = "FILE... QUESTION",
      arity = "1..*",
      description = "Papers, then the question in quotes.")
  private List<String> words = List.of();

  AskCommand(CommandContext context) {
    super(context);
  }

  @Override
  List<Path> files() throws CommandFailure {
    if (words.size() < 2 || question().isBlank() || isFile(question())) {
      throw new CommandFailure(ExitCode.USAGE, USAGE);
    }
    List<Path> files = new ArrayList<>();
    for (String word : words.subList(0, words.size() - 1)) {
      files.add(PathNames.parse(word));
    }
    return files;
  }

  @Override
  ExitCode converse(Answering answering, AnswerView view) throws CommandFailure, EngineException {
    return answering.ask(Purpose.QUESTION, question());
  }

  private String question() {
    return words.getLast();
  }

  /** A file in the question's place means that the question was forgotten. */
  private static boolean isFile(String word) {
    try {
      return Files.isRegularFile(Path.of(word));
    } catch (InvalidPathException e) {
      return false;
    }
  }
}

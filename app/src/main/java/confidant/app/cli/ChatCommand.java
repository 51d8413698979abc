package confidant.app.cli;

import confidant.engine.api.EngineException;
import confidant.ingest.prompt.Purpose;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

@Command(
    name = "chat",
    description = "Talk about papers: a question a line, /new starts afresh, /quit ends.",
    mixinStandardHelpOptions = true)
final class ChatCommand extends AnswerCommand {
  @Parameters(paramLabel = "FILE", arity = "0..*", description = "Papers to talk about.")
  private List<Path> files = List.of();

  ChatCommand(CommandContext context) {
    super(context);
  }

  @Override
  List<Path> files() {
    return files;
  }

  @Override
  ExitCode converse(Answering answering, AnswerView view) throws CommandFailure, EngineException {
    context.say("Ask away; /new forgets the conversation, /quit ends.");
    for (String line = nextLine(); line != null; line = nextLine()) {
      switch (line.strip()) {
        case "" -> {}
        case "/quit", "/exit" -> {
          return ExitCode.OK;
        }
        case "/new" -> answering.clear();
        default -> {
          ExitCode ended = answer(answering, view, line);
          if (ended != ExitCode.OK) {
            return ended;
          }
        }
      }
    }
    return ExitCode.OK;
  }

  /** A question that does not fit is no reason to end the conversation. */
  private ExitCode answer(Answering answering, AnswerView view, String question)
      throws CommandFailure, EngineException {
    try {
      return answering.ask(Purpose.QUESTION, question);
    } catch (CommandFailure e) {
      if (e.exitCode() != ExitCode.PROMPT_TOO_LONG) {
        throw e;
      }
      view.failed(e.exitCode(), e.getMessage());
      context.say(e.getMessage());
      return ExitCode.OK;
    }
  }

  private @Nullable String nextLine() {
    if (context.terminal().rewritable()) {
      context.terminal().err().print("> ");
      context.terminal().err().flush();
    }
    try {
      return context.terminal().in().readLine();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}

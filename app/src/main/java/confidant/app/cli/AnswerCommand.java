package confidant.app.cli;

import confidant.engine.api.EngineException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Mixin;

/** A command that lets the model answer. */
abstract class AnswerCommand implements Callable<Integer> {
  final CommandContext context;
  @Mixin private final ModelOptions model = new ModelOptions();
  @Mixin private final GenerationOptions generation = new GenerationOptions();
  @Mixin private final ReadingOptions reading = new ReadingOptions();

  AnswerCommand(CommandContext context) {
    this.context = context;
  }

  /** The papers named on the command line. */
  abstract List<Path> files() throws CommandFailure;

  /** Asks what there is to ask. */
  abstract ExitCode converse(Answering answering, AnswerView view)
      throws CommandFailure, EngineException;

  @Override
  public final Integer call() throws CommandFailure, EngineException {
    AnswerView view = Answering.view(context, generation);
    try (Answering answering = Answering.open(context, view, files(), reading, model, generation)) {
      return converse(answering, view).code();
    } catch (CommandFailure e) {
      view.failed(e.exitCode(), e.getMessage());
      throw e;
    } catch (EngineException e) {
      view.failed(ExitCode.of(e), e.getMessage());
      throw e;
    }
  }
}

package confidant.app.cli;

import confidant.app.chat.RemainingTime;
import confidant.engine.Checkpoints;
import confidant.engine.api.EngineException;
import confidant.engine.api.ModelInfo;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

@Command(
    name = "verify",
    description = "Read every byte of a checkpoint and look for damage.",
    mixinStandardHelpOptions = true)
final class ModelVerifyCommand implements Callable<Integer> {
  private final CommandContext context;

  @Parameters(paramLabel = "PATH", description = "A checkpoint file or folder.")
  private Path path = Path.of("");

  ModelVerifyCommand(CommandContext context) {
    this.context = context;
  }

  @Override
  public Integer call() throws EngineException, CommandFailure {
    ModelInfo info = Checkpoints.inspect(path);
    List<String> faults = verify(info);
    Terminal terminal = context.terminal();
    if (faults.isEmpty()) {
      terminal
          .out()
          .println(
              "%s is sound: %s of weights were read."
                  .formatted(Printable.line(path.toString()), Sizes.bytes(info.fileBytes())));
    }
    faults.forEach(fault -> terminal.out().println(Printable.line(fault)));
    terminal.out().flush();
    terminal.checkOutput();
    return (faults.isEmpty() ? ExitCode.OK : ExitCode.MODEL_DAMAGED).code();
  }

  private List<String> verify(ModelInfo info) throws EngineException {
    ProgressLine progress = new ProgressLine(context.terminal());
    RemainingTime remaining = new RemainingTime();
    try {
      return Checkpoints.verify(
          path,
          done ->
              progress.show(
                  "Checking: %s of %s%s"
                      .formatted(
                          Sizes.bytes(done),
                          Sizes.bytes(info.fileBytes()),
                          Durations.left(remaining.secondsLeft(done, info.fileBytes())))));
    } finally {
      progress.clear();
    }
  }
}

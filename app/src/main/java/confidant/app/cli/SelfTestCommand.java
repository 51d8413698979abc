package confidant.app.cli;

import confidant.engine.Engine;
import confidant.engine.api.EngineException;
import confidant.engine.api.TokenSession;
import confidant.ingest.ReadOptions;
import confidant.ingest.ReadProgress;
import confidant.ingest.ReadResult;
import confidant.ingest.document.Document;
import confidant.ingest.document.MarkdownWriter;
import confidant.ingest.worker.WorkerReader;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Arrays;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

@Command(
    name = "self-test",
    description = "Read a small PDF, make three tokens and name the kernels in use.",
    mixinStandardHelpOptions = true)
final class SelfTestCommand implements Callable<Integer> {
  private static final String PAPER = "self-test.pdf";
  private static final String EXPECTED = "1,234.56";
  private static final int TOKENS = 3;
  private final CommandContext context;
  @Mixin private final ModelOptions model = new ModelOptions();

  SelfTestCommand(CommandContext context) {
    this.context = context;
  }

  @Override
  public Integer call() throws CommandFailure, EngineException {
    String text = MarkdownWriter.write(readPaper());
    if (!text.contains(EXPECTED)) {
      throw new CommandFailure(
          ExitCode.UNEXPECTED,
          "The self-test's paper was read, but not its figure " + EXPECTED + ".");
    }
    say("paper    read, %d characters".formatted(text.length()));
    Path checkpoint = context.models().choose(model.model()).path();
    try (Engine engine = Engine.open(checkpoint, model.engine())) {
      int[] prompt = engine.tokenizer().encode(EXPECTED);
      try (TokenSession session = engine.newTokenSession(prompt.length + TOKENS)) {
        int[] ids = session.greedy(prompt, TOKENS);
        say("model    %s, next tokens %s".formatted(engine.info().name(), Arrays.toString(ids)));
      }
      say("kernels  " + engine.kernels());
    }
    say("passed");
    return ExitCode.OK.code();
  }

  private void say(String line) {
    context.terminal().out().println(Printable.line(line));
    context.terminal().out().flush();
  }

  /** The reader reads files, so the bundled paper becomes one for a moment. */
  private static Document readPaper() throws CommandFailure {
    try (InputStream paper = SelfTestCommand.class.getResourceAsStream(PAPER)) {
      if (paper == null) {
        throw new CommandFailure(
            ExitCode.UNEXPECTED, "The program was built without " + PAPER + ".");
      }
      Path file = Files.createTempFile("confidant-self-test", ".pdf");
      try (WorkerReader reader = new WorkerReader()) {
        Files.copy(paper, file, StandardCopyOption.REPLACE_EXISTING);
        return switch (reader.read(file, ReadOptions.defaults(), ReadProgress.none())) {
          case ReadResult.Read(Document document, var report) -> document;
          case ReadResult.Refused(var reason, String message) ->
              throw new CommandFailure(ExitCode.of(reason), message);
        };
      } finally {
        Files.delete(file);
      }
    } catch (IOException e) {
      throw new CommandFailure(
          ExitCode.INPUT_OUTPUT,
          "The self-test could not write to the temporary folder; set another with"
              + " -Djava.io.tmpdir.");
    }
  }
}

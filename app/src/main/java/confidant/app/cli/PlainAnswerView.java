package confidant.app.cli;

import confidant.app.chat.AnswerListener.PartReading;
import confidant.app.chat.RemainingTime;
import confidant.app.documents.Paper;
import confidant.app.documents.PaperNotices;
import confidant.app.models.ModelNotice;
import confidant.engine.api.MemoryReport;
import confidant.engine.api.ModelInfo;
import confidant.engine.chat.TokenEvent;
import confidant.ingest.prompt.Coverage;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The answer on stdout as it comes, everything else on stderr. */
final class PlainAnswerView implements AnswerView {
  private final Terminal terminal;
  private final boolean showThinking;
  private final ProgressLine progress;
  private final List<String> warnings = new ArrayList<>();
  private @Nullable MemoryReport memory;
  private RemainingTime remaining = new RemainingTime();
  private String part = "";
  private boolean thinking;
  private int notes;
  private boolean endsLine = true;

  PlainAnswerView(Terminal terminal, boolean showThinking) {
    this.terminal = terminal;
    this.showThinking = showThinking;
    this.progress = new ProgressLine(terminal);
  }

  @Override
  public void page(String file, int page, int pages) {
    progress.show("Reading %s: page %d of %d".formatted(file, page, pages));
  }

  /** What must not be overlooked is said after the first answer, where it is still in sight. */
  @Override
  public void papers(List<Paper> papers) {
    for (Paper paper : papers) {
      paper.report().notices().forEach(this::say);
      warnings.addAll(PaperNotices.of(paper));
    }
  }

  @Override
  public void model(ModelInfo info) {
    ModelNotice.of(info).ifPresent(this::say);
  }

  @Override
  public void memory(MemoryReport report) {
    memory = report;
  }

  @Override
  public void part(PartReading reading) {
    part =
        "Part %d of %d, %s pages %s. "
            .formatted(reading.part(), reading.parts(), reading.name(), reading.shown());
    endNotes();
  }

  @Override
  public void joining() {
    part = "Joining the notes. ";
    endNotes();
  }

  private void endNotes() {
    if (thinking) {
      terminal.err().println();
      thinking = false;
    }
    notes = 0;
  }

  @Override
  public void coverage(List<Coverage> coverage) {
    progress.clear();
    endThinking();
    endLine();
    coverage.forEach(each -> say(each.sentence()));
  }

  @Override
  public void event(TokenEvent event) {
    switch (event) {
      case TokenEvent.Prefill(int done, int total, int reused) -> prefill(done, total);
      case TokenEvent.Reasoning(String text) -> reasoning(text);
      case TokenEvent.ReasoningClosed _ -> reasoningClosed();
      // A model that repeats a paper's control characters must not steer the terminal.
      case TokenEvent.Answer(String text) -> answer(Printable.text(text));
      case TokenEvent.ToolCall call ->
          say("The model asked for a tool (%s), but there is none.".formatted(call.recipient()));
      case TokenEvent.End(var reason, var usage) -> end(reason, usage);
    }
  }

  @Override
  public void failed(ExitCode exitCode, String sentence) {
    progress.clear();
    endLine();
  }

  private void prefill(int done, int total) {
    if (done == 0) {
      remaining = new RemainingTime();
      progress.next();
    }
    progress.show(
        "%sReading the prompt: %,d of %,d tokens%s"
            .formatted(part, done, total, Durations.left(remaining.secondsLeft(done, total))));
  }

  private void reasoning(String text) {
    if (!showThinking) {
      if (notes++ == 0) {
        progress.next();
      }
      progress.show("%sThinking: %,d notes".formatted(part, notes));
      return;
    }
    if (!thinking) {
      say("[thinking]");
      thinking = true;
    }
    terminal.err().print(text);
    terminal.err().flush();
  }

  /** Nobody can ask for that here, so it has one reason only. */
  private void reasoningClosed() {
    boolean shown = thinking;
    if (shown) {
      terminal.err().println();
    }
    thinking = false;
    say("(The thinking went in circles and was ended.)");
    if (shown) {
      say("[answer]");
    }
  }

  private void answer(String text) {
    progress.clear();
    endThinking();
    terminal.out().print(text);
    terminal.out().flush();
    if (!text.isEmpty()) {
      endsLine = text.endsWith("\n");
    }
  }

  private void end(TokenEvent.EndReason reason, TokenEvent.Usage usage) {
    progress.clear();
    endThinking();
    endLine();
    switch (reason) {
      case STOP, TOOL_CALL, CANCELLED -> {}
      case MAX_TOKENS ->
          say(
              "(Ended after %,d tokens; --max-tokens allows more.)"
                  .formatted(usage.generatedTokens()));
      case CONTEXT_FULL -> say("(Ended because the context is full; --context allows more.)");
    }
    if (memory != null) {
      say(MemoryText.speed(usage));
      say(MemoryText.memory(memory));
    }
    warnings.forEach(this::say);
    warnings.clear();
    part = "";
    notes = 0;
  }

  private void endThinking() {
    if (thinking) {
      terminal.err().println();
      say("[answer]");
      thinking = false;
    }
  }

  private void endLine() {
    if (!endsLine) {
      terminal.out().println();
      terminal.out().flush();
      endsLine = true;
    }
  }

  private void say(String sentence) {
    progress.clear();
    terminal.err().println(Printable.line(sentence));
    terminal.err().flush();
  }
}

package confidant.app.cli;

import confidant.app.chat.AnswerListener.PartReading;
import confidant.app.chat.RemainingTime;
import confidant.app.documents.Paper;
import confidant.app.documents.PaperNotices;
import confidant.app.models.ModelNotice;
import confidant.engine.api.MemoryReport;
import confidant.engine.api.ModelInfo;
import confidant.engine.chat.TokenEvent;
import confidant.engine.json.Json;
import confidant.engine.json.JsonValue;
import confidant.engine.json.JsonValue.JsonArray;
import confidant.engine.json.JsonValue.ObjectBuilder;
import confidant.ingest.document.Check;
import confidant.ingest.document.Check.Outcome;
import confidant.ingest.prompt.Coverage;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Everything as JSON lines on stdout; the last is the result or the error. */
final class JsonAnswerView implements AnswerView {
  private static final double NANOS_PER_SECOND = 1e9;
  private final Terminal terminal;
  private final boolean showThinking;
  private final StringBuilder answer = new StringBuilder();
  private final StringBuilder thinking = new StringBuilder();
  private final List<JsonValue> notices = new ArrayList<>();
  private final List<JsonValue> papersRead = new ArrayList<>();
  private final List<JsonValue> covered = new ArrayList<>();
  private RemainingTime remaining = new RemainingTime();
  private @Nullable ModelInfo model;

  JsonAnswerView(Terminal terminal, boolean showThinking) {
    this.terminal = terminal;
    this.showThinking = showThinking;
  }

  @Override
  public void page(String file, int page, int pages) {
    write(event("reading").put("file", file).put("page", page).put("pages", pages));
  }

  @Override
  public void papers(List<Paper> papers) {
    for (Paper paper : papers) {
      paper.report().notices().forEach(notice -> notices.add(JsonValue.of(notice)));
      PaperNotices.of(paper).forEach(notice -> notices.add(JsonValue.of(notice)));
      papersRead.add(json(paper));
    }
  }

  private static JsonValue json(Paper paper) {
    return JsonValue.object()
        .put("file", paper.document().name())
        .put("kind", paper.findings().kind().name().toLowerCase(Locale.ROOT))
        .put("pages", paper.document().pages().size())
        .put("passed", count(paper, Outcome.PASSED))
        .put("not_possible", count(paper, Outcome.NOT_POSSIBLE))
        .put(
            "failed",
            new JsonArray(
                checks(paper, Outcome.FAILED).stream()
                    .map(check -> JsonValue.of(check.what() + ": " + check.formula()))
                    .toList()))
        .build();
  }

  private static int count(Paper paper, Outcome outcome) {
    return checks(paper, outcome).size();
  }

  private static List<Check> checks(Paper paper, Outcome outcome) {
    return paper.findings().checks().stream().filter(check -> check.outcome() == outcome).toList();
  }

  @Override
  public void model(ModelInfo info) {
    model = info;
    ObjectBuilder json = event("model");
    putModel(json);
    write(json);
  }

  @Override
  public void memory(MemoryReport report) {
    write(MemoryText.put(report, event("memory")));
  }

  @Override
  public void part(PartReading part) {
    write(
        event("part")
            .put("part", part.part())
            .put("parts", part.parts())
            .put("file", part.name())
            .put("pages", part.shown()));
  }

  @Override
  public void joining() {
    write(event("joining"));
  }

  @Override
  public void coverage(List<Coverage> coverage) {
    coverage.forEach(each -> covered.add(json(each)));
  }

  private static JsonValue json(Coverage coverage) {
    return JsonValue.object()
        .put("file", coverage.name())
        .put("pages", coverage.pages())
        .put("read", strings(coverage.read()))
        .put("missed", strings(coverage.missed()))
        .build();
  }

  private static JsonArray strings(List<String> texts) {
    return new JsonArray(texts.stream().map(JsonValue::of).toList());
  }

  @Override
  public void event(TokenEvent event) {
    switch (event) {
      case TokenEvent.Prefill(int done, int total, int reused) -> {
        if (done == 0) {
          remaining = new RemainingTime();
        }
        ObjectBuilder json =
            event("prefill").put("done", done).put("total", total).put("reused", reused);
        remaining.secondsLeft(done, total).ifPresent(seconds -> json.put("seconds_left", seconds));
        write(json);
      }
      case TokenEvent.Reasoning(String text) -> {
        thinking.append(text);
        if (showThinking) {
          write(event("thinking").put("text", text));
        }
      }
      case TokenEvent.ReasoningClosed _ -> {} // the answer is what comes next
      case TokenEvent.Answer(String text) -> {
        answer.append(text);
        write(event("answer").put("text", text));
      }
      case TokenEvent.ToolCall(String recipient, String arguments) ->
          write(event("tool_call").put("recipient", recipient).put("arguments", arguments));
      case TokenEvent.End(var reason, var usage) -> write(result(reason, usage));
    }
  }

  @Override
  public void failed(ExitCode exitCode, String sentence) {
    write(
        event("error")
            .put("code", exitCode.name().toLowerCase(Locale.ROOT))
            .put("exit_code", exitCode.code())
            .put("message", sentence));
  }

  private ObjectBuilder result(TokenEvent.EndReason reason, TokenEvent.Usage usage) {
    ObjectBuilder json = event("result").put("answer", answer.toString());
    if (showThinking) {
      json.put("thinking", thinking.toString());
    }
    json.put("end_reason", reason.name().toLowerCase(Locale.ROOT));
    json.put("notices", new JsonArray(notices));
    json.put("papers", new JsonArray(papersRead));
    if (!covered.isEmpty()) {
      json.put("coverage", new JsonArray(covered));
      covered.clear();
    }
    putModel(json);
    json.put(
        "usage",
        JsonValue.object()
            .put("prompt_tokens", usage.promptTokens())
            .put("reused_tokens", usage.reusedTokens())
            .put("generated_tokens", usage.generatedTokens())
            .put("drafted_tokens", usage.draftedTokens())
            .put("accepted_tokens", usage.acceptedTokens())
            .put("prefill_seconds", usage.prefillNanos() / NANOS_PER_SECOND)
            .put("decode_seconds", usage.decodeNanos() / NANOS_PER_SECOND)
            .build());
    answer.setLength(0);
    thinking.setLength(0);
    return json;
  }

  private void putModel(ObjectBuilder json) {
    if (model != null) {
      json.put("model", model.name()).put("untrained", model.untrained()).put("demo", model.demo());
      ModelNotice.of(model).ifPresent(notice -> json.put("notice", notice));
    }
  }

  private static ObjectBuilder event(String name) {
    return JsonValue.object().put("event", name);
  }

  private void write(ObjectBuilder json) {
    terminal.out().println(Json.write(json.build()));
    terminal.out().flush();
  }
}

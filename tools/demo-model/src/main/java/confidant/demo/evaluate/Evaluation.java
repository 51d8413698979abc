package confidant.demo.evaluate;

import confidant.app.chat.AnswerResult;
import confidant.app.chat.ChatService;
import confidant.app.chat.Conversation;
import confidant.demo.data.Classroom;
import confidant.demo.data.Exam;
import confidant.demo.data.ExamMaker;
import confidant.demo.data.Exchange;
import confidant.engine.Engine;
import confidant.engine.EngineOptions;
import confidant.engine.api.EngineException;
import confidant.engine.chat.Cancellation;
import confidant.engine.chat.GenerationParams;
import confidant.engine.chat.ReasoningEffort;
import confidant.engine.chat.TokenEvent;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/** Lets the program itself answer questions about papers that nobody learnt from. */
public final class Evaluation implements AutoCloseable {
  /** Of the papers; training has others. */
  private static final long SEED = 7_001;

  private static final int CONTEXT = 8192;
  private static final int ANSWER_TOKENS = 400;
  private static final int PAPERS_BETWEEN_LINES = 50;

  private final Engine engine;
  private final double loadSeconds;
  private final float temperature;
  private final Path room;
  private final ExamMaker exams;
  private long generated;
  private long nanos;

  /**
   * Opens a checkpoint.
   *
   * @param room a folder for the paper at hand
   * @param temperature 0 is greedy; the program's default is 1
   */
  public Evaluation(Path checkpoint, Path room, float temperature)
      throws IOException, EngineException {
    long begin = System.nanoTime();
    engine = Engine.open(checkpoint, EngineOptions.defaults());
    loadSeconds = seconds(System.nanoTime() - begin);
    this.temperature = temperature;
    this.room = Files.createDirectories(room);
    exams = new ExamMaker(room, SEED);
  }

  private static double seconds(long nanos) {
    return nanos / (double) TimeUnit.SECONDS.toNanos(1);
  }

  /** Asks about so many papers by known templates and so many by others, and prints a table. */
  public void run(int seen, int unseen) throws IOException, EngineException {
    Marks known = marks(0, seen, false);
    Marks strange = marks(seen, unseen, true);
    row("", "unseen values", "unseen templates", "to reach");
    row("figures in summaries", known.summaryFigures, strange.summaryFigures, "97 % / 85 %");
    row("questions answered right", known.stated, strange.stated, "95 % / 85 %");
    row("absent things answered as absent", known.absent, strange.absent, "95 %");
    row("figures not in the paper", known.madeUp, strange.madeUp, "0.5 %");
    for (ReasoningEffort effort : ReasoningEffort.values()) {
      row(
          "characters of reasoning, " + effort.name().toLowerCase(Locale.ROOT),
          Math.round(known.reasoned(effort)),
          Math.round(strange.reasoned(effort)),
          "differ");
    }
    row("load time", String.format(Locale.ROOT, "%.2f s", loadSeconds), "", "0.3 s");
    row(
        "speed",
        String.format(Locale.ROOT, "%.0f tokens/s", generated / Math.max(1e-9, seconds(nanos))),
        "",
        "150 tokens/s");
  }

  private static void row(String what, Object known, Object strange, String wanted) {
    System.out.printf("| %-34s | %-18s | %-18s | %-12s |%n", what, known, strange, wanted);
  }

  private Marks marks(int first, int count, boolean unseen) throws IOException, EngineException {
    Marks marks = new Marks();
    for (int number = first; number < first + count; number++) {
      Optional<Exam> exam = exams.make(number, unseen);
      if (exam.isPresent()) {
        mark(exam.get(), marks);
      }
      if ((number + 1) % PAPERS_BETWEEN_LINES == 0) {
        System.out.printf(
            "%d papers: summaries %s, answers %s%n",
            number + 1 - first, marks.summaryFigures, marks.stated);
      }
    }
    return marks;
  }

  private void mark(Exam exam, Marks marks) throws EngineException {
    try (ChatService chat = new ChatService(engine, CONTEXT, exam::today)) {
      for (List<Exchange> exchanges : exam.conversations()) {
        Conversation conversation = Conversation.empty();
        Listener said = new Listener();
        for (Exchange exchange : exchanges) {
          said = new Listener();
          AnswerResult result =
              chat.ask(
                  conversation,
                  Classroom.question(exchange, exam),
                  params(),
                  new Cancellation(),
                  said::hear);
          if (result instanceof AnswerResult.Answered(Conversation next)) {
            conversation = next;
          }
        }
        marks.add(exam, exchanges.getLast(), said.answer.toString(), said.reasoning);
      }
    }
  }

  private GenerationParams params() {
    return temperature == 0
        ? GenerationParams.greedy(ANSWER_TOKENS)
        : new GenerationParams(ANSWER_TOKENS, temperature, 0, 1, 0, 1);
  }

  /** Gathers what is said. */
  private final class Listener {
    private final StringBuilder answer = new StringBuilder();
    private int reasoning;

    private void hear(TokenEvent event) {
      switch (event) {
        case TokenEvent.Answer(String text) -> answer.append(text);
        case TokenEvent.Reasoning(String text) -> reasoning += text.length();
        case TokenEvent.End end -> {
          generated += end.usage().generatedTokens();
          nanos += end.usage().decodeNanos();
        }
        case TokenEvent.Prefill prefill -> {}
        case TokenEvent.ReasoningClosed closed -> {}
        case TokenEvent.ToolCall call -> {}
      }
    }
  }

  @Override
  public void close() throws IOException {
    engine.close();
    Files.deleteIfExists(room);
  }
}

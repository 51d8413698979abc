package confidant.app.cli;

import confidant.app.chat.AnswerListener;
import confidant.app.chat.AnswerResult;
import confidant.app.chat.ChatService;
import confidant.app.chat.Conversation;
import confidant.app.chat.Question;
import confidant.app.documents.Paper;
import confidant.engine.Engine;
import confidant.engine.api.EngineException;
import confidant.engine.chat.GenerationParams;
import confidant.engine.chat.TokenEvent;
import confidant.ingest.ReadOptions;
import confidant.ingest.prompt.Coverage;
import confidant.ingest.prompt.Purpose;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What summarise, ask and chat have in common: papers, an open model, a view, questions. */
final class Answering implements AutoCloseable {
  private final CommandContext context;
  private final GenerationOptions generation;
  private final AnswerView view;
  private final List<Paper> papers;
  private final Engine engine;
  private final ChatService chat;
  private Conversation conversation = Conversation.empty();

  private Answering(
      CommandContext context,
      GenerationOptions generation,
      AnswerView view,
      List<Paper> papers,
      Engine engine,
      ChatService chat) {
    this.context = context;
    this.generation = generation;
    this.view = view;
    this.papers = papers;
    this.engine = engine;
    this.chat = chat;
  }

  /** The view that the options ask for. */
  static AnswerView view(CommandContext context, GenerationOptions generation) {
    return generation.json()
        ? new JsonAnswerView(context.terminal(), generation.showThinking())
        : new PlainAnswerView(context.terminal(), generation.showThinking());
  }

  /** Checks the options, reads the papers, then opens the model. */
  static Answering open(
      CommandContext context,
      AnswerView view,
      List<Path> files,
      ReadingOptions reading,
      ModelOptions modelOptions,
      GenerationOptions generation)
      throws CommandFailure, EngineException {
    generation.check();
    Path checkpoint = context.models().choose(modelOptions.model()).path();
    modelOptions.check(checkpoint);
    ReadOptions options = reading.toReadOptions(context);
    List<Paper> papers;
    try (PaperReader reader = new PaperReader(context)) {
      papers = reader.readAll(files, options, view::page);
    }
    view.papers(papers);
    Engine engine = Engine.open(checkpoint, modelOptions.engine().withWarmUp(true));
    try {
      engine.useThreads(modelOptions.threads(context.settings().get()));
      view.model(engine.info());
      ChatService chat =
          new ChatService(engine, modelOptions.contextTokens(engine.info()), LocalDate::now);
      return new Answering(context, generation, view, papers, engine, chat);
    } catch (CommandFailure | EngineException | RuntimeException e) {
      engine.close();
      throw e;
    }
  }

  /** Answers one question about all papers; {@code text} may be empty if it is none. */
  ExitCode ask(Purpose purpose, String text) throws CommandFailure, EngineException {
    GenerationParams params = generation.params(engine.info());
    Question question =
        new Question(
            purpose,
            text,
            papers,
            generation.effort(context.settings().get().effort()),
            Locale.getDefault());
    EndListener events = new EndListener();
    AnswerResult result =
        chat.ask(conversation, question, params, context.interruption().cancellation(), events);
    conversation =
        switch (result) {
          case AnswerResult.Answered answered -> answered.conversation();
          case AnswerResult.TooLong tooLong ->
              throw new CommandFailure(ExitCode.PROMPT_TOO_LONG, sentence(tooLong));
        };
    context.terminal().checkOutput();
    return events.cancelled ? ExitCode.INTERRUPTED : ExitCode.OK;
  }

  /** Forgets the questions so far. */
  void clear() {
    conversation = Conversation.empty();
  }

  @Override
  public void close() {
    chat.close();
    engine.close();
  }

  private static String sentence(AnswerResult.TooLong tooLong) {
    Optional<String> pages =
        tooLong
            .papers()
            .filter(p -> p.pagesThatFit() > 0)
            .map(p -> "--pages 1-" + p.pagesThatFit());
    Optional<String> larger = tooLong.sufficientContext().map(n -> "--context " + n);
    String cure =
        pages.isPresent() && larger.isPresent()
            ? "try %s or %s".formatted(pages.get(), larger.get())
            : pages
                .or(() -> larger)
                .map("try %s"::formatted)
                .orElse("name fewer or shorter papers");
    return tooLong.problem() + "; " + cure + ".";
  }

  /** Passes events on; stops the engine when nobody reads its answer any more. */
  private final class EndListener implements AnswerListener {
    private boolean cancelled;

    @Override
    public void event(TokenEvent event) {
      if (generation.stats() && event instanceof TokenEvent.End) {
        view.memory(engine.memory());
      }
      view.event(event);
      if (event instanceof TokenEvent.Answer && context.terminal().out().failure().isPresent()) {
        context.interruption().cancellation().cancel();
      }
      if (event instanceof TokenEvent.End end) {
        cancelled = end.reason() == TokenEvent.EndReason.CANCELLED;
      }
    }

    @Override
    public void part(PartReading part) {
      view.part(part);
    }

    @Override
    public void joining() {
      view.joining();
    }

    @Override
    public void coverage(List<Coverage> coverage) {
      view.coverage(coverage);
    }
  }
}

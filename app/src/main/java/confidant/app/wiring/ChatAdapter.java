package confidant.app.wiring;

import confidant.app.chat.AnswerBudget;
import confidant.app.chat.AnswerListener;
import confidant.app.chat.AnswerResult;
import confidant.app.chat.ChatService;
import confidant.app.chat.Conversation;
import confidant.app.chat.MeasuredAnswer;
import confidant.app.chat.Pace;
import confidant.app.chat.Preparation;
import confidant.app.chat.YieldingWorker;
import confidant.app.documents.DocumentLibrary;
import confidant.app.models.FaultCode;
import confidant.app.models.ModelService;
import confidant.app.models.SharedModel;
import confidant.app.storage.FailureLog;
import confidant.engine.api.EngineException;
import confidant.engine.chat.Cancellation;
import confidant.engine.chat.GenerationParams;
import confidant.ingest.prompt.Purpose;
import confidant.ui.port.ChatEvent;
import confidant.ui.port.ChatPort;
import confidant.ui.port.Outlook;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Answers the window's questions, one after the other, on a thread of its own. While there is none,
 * it reads what the next one would begin with.
 */
final class ChatAdapter implements ChatPort, AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(ChatAdapter.class);
  private final ModelService models;
  private final DocumentLibrary library;
  private final ContextChoice context;
  private final OptionalLong seed;
  private final FailureLog failures;
  private final YieldingWorker worker = new YieldingWorker("answering");

  private volatile Cancellation latest = new Cancellation();

  // Only seen by the worker: what was said up to each turn, and the model in use.
  private final Map<String, Conversation> turns = new HashMap<>();
  private @Nullable SharedModel model;
  private @Nullable ChatService chat;
  private final Map<Machine, Pace> paces = new HashMap<>();

  /** What the speed of a model depends on. */
  private record Machine(Path model, int threads) {}

  private int chatTokens;

  ChatAdapter(
      ModelService models,
      DocumentLibrary library,
      ContextChoice context,
      OptionalLong seed,
      FailureLog failures) {
    this.models = models;
    this.library = library;
    this.context = context;
    this.seed = seed;
    this.failures = failures;
    models.observe(this::follow);
  }

  @Override
  public Answering ask(Question question, Consumer<ChatEvent> listener) {
    Cancellation cancellation = new Cancellation();
    latest = cancellation;
    worker.execute(() -> answer(question, cancellation, listener));
    return new Underway(cancellation);
  }

  private record Underway(Cancellation cancellation) implements Answering {
    @Override
    public void stop() {
      cancellation.cancel();
    }

    @Override
    public void answerNow() {
      cancellation.cancelReasoning();
    }
  }

  @Override
  public void prepare(Upcoming upcoming, Consumer<Outlook> listener) {
    worker.inBackground(cancellation -> prepare(upcoming, cancellation, listener));
  }

  @Override
  public void forget(Collection<String> turnIds) {
    worker.interject(() -> turns.keySet().removeAll(turnIds));
  }

  /** Stops the answer on its way. */
  @Override
  public void close() {
    latest.cancel();
    worker.execute(this::leaveModel);
    worker.close();
  }

  private void answer(Question question, Cancellation cancellation, Consumer<ChatEvent> listener) {
    Conversation before = question.after().map(turns::get).orElseGet(Conversation::empty);
    // What follows a question without answer goes on from what came before it.
    turns.put(question.turnId(), before);
    try {
      if (models.isWaiting()) {
        listener.accept(new ChatEvent.WaitingForModel());
      }
      Optional<ChatService> ready = enterModel(() -> !cancellation.isCancelled());
      if (cancellation.isCancelled()) {
        listener.accept(new ChatEvent.Ended(ChatEvent.EndReason.STOPPED, 0, 0));
        return;
      }
      if (ready.isEmpty() || model == null) {
        listener.accept(
            new ChatEvent.Failed(
                models.failure().orElse("No model is loaded; choose one and ask again."),
                "E-NO-MODEL"));
        return;
      }
      GenerationParams params =
          GenerationParams.recommended(
              AnswerBudget.defaultMaxTokens(model.info()),
              seed.orElseGet(() -> ThreadLocalRandom.current().nextLong(Integer.MAX_VALUE)));
      AnswerListener events =
          new MeasuredAnswer(
              pace(model), Efforts.toEngine(question.effort()), new ChatEvents(listener));
      switch (ready.get().ask(before, translate(question), params, cancellation, events)) {
        case AnswerResult.Answered(Conversation conversation) ->
            turns.put(question.turnId(), conversation);
        case AnswerResult.TooLong tooLong ->
            listener.accept(new ChatEvent.Failed(sentence(tooLong), "E-CONTEXT-FULL"));
      }
    } catch (EngineException e) {
      listener.accept(new ChatEvent.Failed(e.getMessage(), FaultCode.of(e)));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      listener.accept(new ChatEvent.Failed("The program is closing."));
    } catch (RuntimeException | Error e) {
      listener.accept(new ChatEvent.Failed(failures.sentence(e), FailureLog.code(e)));
    }
  }

  /** Whatever goes wrong here goes wrong again when somebody asks, and is told then. */
  private void prepare(Upcoming upcoming, Cancellation cancellation, Consumer<Outlook> listener) {
    try {
      Optional<ChatService> ready = enterModel(() -> !cancellation.isCancelled());
      if (ready.isEmpty() || model == null) {
        return;
      }
      Pace pace = pace(model);
      Optional<Preparation> preparation =
          ready
              .get()
              .prepare(
                  upcoming.after().map(turns::get).orElseGet(Conversation::empty),
                  library.get(upcoming.documentIds()),
                  Efforts.toEngine(upcoming.effort()),
                  AnswerBudget.defaultMaxTokens(model.info()),
                  cancellation);
      if (preparation.isPresent()) {
        Outlooks outlooks = new Outlooks(upcoming.effort(), pace, listener);
        outlooks.tell(preparation.get().prospect(), true);
        try {
          preparation.get().read(pace, cancellation, prospect -> outlooks.tell(prospect, true));
        } finally {
          outlooks.end();
        }
      }
    } catch (EngineException e) {
      LOG.debug("A question could not be prepared: {}", e.getMessage());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (RuntimeException | Error e) {
      failures.record(e);
    }
  }

  private Pace pace(SharedModel used) {
    return paces.computeIfAbsent(
        new Machine(used.info().path(), used.engine().threads()),
        machine -> new Pace(AnswerBudget.defaultMaxTokens(used.info())));
  }

  private confidant.app.chat.Question translate(Question question) {
    Purpose purpose =
        switch (question.kind()) {
          case SUMMARY -> Purpose.SUMMARY;
          case QUESTION -> Purpose.QUESTION;
        };
    return new confidant.app.chat.Question(
        purpose,
        question.text().strip(),
        library.get(question.documentIds()),
        Efforts.toEngine(question.effort()),
        Locale.getDefault());
  }

  /** The conversation on the model in use now; empty if there is none. */
  private Optional<ChatService> enterModel(BooleanSupplier wanted)
      throws InterruptedException, EngineException {
    Optional<SharedModel> current = models.acquire(wanted);
    if (current.isEmpty()) {
      return Optional.empty();
    }
    int tokens = AnswerBudget.context(context.requested(), current.get().info());
    if (chat != null && current.get() == model && tokens == chatTokens) {
      current.get().release();
      return Optional.of(chat);
    }
    leaveModel();
    model = current.get();
    ChatService opened = new ChatService(model.engine(), tokens, LocalDate::now);
    chat = opened;
    chatTokens = tokens;
    return Optional.of(opened);
  }

  /**
   * A model that is being opened gets the machine for itself. As soon as it took over, the memory
   * of the one before is free, and what was read ahead is read by the new one.
   */
  private void follow(ModelService.State state) {
    switch (state) {
      case ModelService.State.Loading _ -> worker.pause();
      case ModelService.State.Ready(SharedModel current) ->
          worker.interject(
              () -> {
                if (model != current) {
                  leaveModel();
                }
              });
      case ModelService.State.Unloaded() -> {
        latest.cancel();
        worker.pause();
        worker.interject(this::leaveModel);
      }
      case ModelService.State.Failed _ -> {} // the one before goes on, which is told next
    }
  }

  private void leaveModel() {
    if (chat != null) {
      chat.close();
      chat = null;
    }
    if (model != null) {
      model.release();
      model = null;
    }
  }

  private static String sentence(AnswerResult.TooLong tooLong) {
    String cure =
        tooLong
            .sufficientContext()
            .map(
                "remove papers, or allow a context of %d tokens in the settings or with --context"
                    ::formatted)
            .orElse("remove papers or start a new conversation");
    return tooLong.problem() + "; " + cure + ".";
  }
}

package confidant.app.wiring;

import confidant.app.chat.AnswerBudget;
import confidant.app.chat.AnswerResult;
import confidant.app.chat.ChatService;
import confidant.app.chat.Conversation;
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
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Answers the window's questions, one after the other, on a thread of its own. */
final class ChatAdapter implements ChatPort, AutoCloseable {
  private final ModelService models;
  private final DocumentLibrary library;
  private final ContextChoice context;
  private final OptionalLong seed;
  private final FailureLog failures;
  private final ExecutorService worker =
      Executors.newSingleThreadExecutor(Thread.ofPlatform().daemon().name("answering").factory());

  private volatile Cancellation latest = new Cancellation();

  // Only seen by the worker: what was said up to each turn, and the model in use.
  private final Map<String, Conversation> turns = new HashMap<>();
  private @Nullable SharedModel model;
  private @Nullable ChatService chat;
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
    models.observe(this::leaveFormerModel);
  }

  @Override
  public Answering ask(Question question, Consumer<ChatEvent> listener) {
    Cancellation cancellation = new Cancellation();
    latest = cancellation;
    worker.execute(() -> answer(question, cancellation, listener));
    return cancellation::cancel;
  }

  @Override
  public void forget(Collection<String> turnIds) {
    worker.execute(() -> turns.keySet().removeAll(turnIds));
  }

  /** Stops the answer on its way. */
  @Override
  public void close() {
    latest.cancel();
    worker.execute(this::leaveModel);
    worker.shutdown();
  }

  private void answer(Question question, Cancellation cancellation, Consumer<ChatEvent> listener) {
    Conversation before = question.after().map(turns::get).orElseGet(Conversation::empty);
    // What follows a question without answer goes on from what came before it.
    turns.put(question.turnId(), before);
    try {
      if (models.isWaiting()) {
        listener.accept(new ChatEvent.WaitingForModel());
      }
      Optional<ChatService> ready = enterModel();
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
      ChatEvents events = new ChatEvents(listener);
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
  private Optional<ChatService> enterModel() throws InterruptedException, EngineException {
    Optional<SharedModel> current = models.acquire();
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

  /** So that a model's memory is free as soon as another one took over or none is wanted. */
  private void leaveFormerModel(ModelService.State state) {
    switch (state) {
      case ModelService.State.Ready(SharedModel current) ->
          worker.execute(
              () -> {
                if (model != current) {
                  leaveModel();
                }
              });
      case ModelService.State.Unloaded() -> {
        latest.cancel();
        worker.execute(this::leaveModel);
      }
      case ModelService.State.Loading _, ModelService.State.Failed _ -> {}
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

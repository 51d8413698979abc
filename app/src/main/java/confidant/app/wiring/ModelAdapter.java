package confidant.app.wiring;

import confidant.app.chat.AnswerBudget;
import confidant.app.finder.FoundModel;
import confidant.app.finder.ModelFinder;
import confidant.app.models.MachineMemory;
import confidant.app.models.MemoryPlan;
import confidant.app.models.ModelService;
import confidant.app.models.SharedModel;
import confidant.app.storage.FailureLog;
import confidant.engine.Checkpoints;
import confidant.engine.api.EngineException;
import confidant.engine.api.ModelInfo;
import confidant.ui.port.ModelPort;
import confidant.ui.port.ModelPort.ModelState.Worth;
import java.nio.file.Path;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Consumer;

/** Shows the window the model in use, and others. */
final class ModelAdapter implements ModelPort, AutoCloseable {
  private final ModelService models;
  private final ModelFinder finder;
  private final ContextChoice context;
  private final FailureLog failures;
  private final ExecutorService inspector =
      Executors.newSingleThreadExecutor(
          Thread.ofPlatform().daemon().name("model-inspector").factory());

  ModelAdapter(
      ModelService models, ModelFinder finder, ContextChoice context, FailureLog failures) {
    this.models = models;
    this.finder = finder;
    this.context = context;
    this.failures = failures;
  }

  @Override
  public void observe(Consumer<ModelState> listener) {
    models.observe(state -> listener.accept(translate(state)));
  }

  @Override
  public void load(Path checkpoint) {
    models.load(checkpoint);
  }

  @Override
  public void loadIncluded() {
    models.loadEmbedded();
  }

  @Override
  public void unload() {
    models.unload();
  }

  @Override
  public void inspect(Path checkpoint, int contextTokens, Consumer<Inspection> listener) {
    inspector.execute(() -> listener.accept(inspect(checkpoint, contextTokens)));
  }

  @Override
  public Search find(Consumer<FindEvent> listener) {
    ModelFinder.Search search =
        finder.start(
            new ModelFinder.Listener() {
              @Override
              public void found(FoundModel model) {
                listener.accept(translate(model));
              }

              @Override
              public void finished(boolean complete) {
                listener.accept(new FindEvent.Finished(complete));
              }
            });
    return search::stop;
  }

  @Override
  public void close() {
    inspector.shutdownNow();
  }

  private Inspection inspect(Path checkpoint, int contextTokens) {
    try {
      ModelInfo info = Checkpoints.inspect(checkpoint);
      OptionalInt asked = contextTokens == 0 ? OptionalInt.empty() : OptionalInt.of(contextTokens);
      int tokens = AnswerBudget.context(asked, info);
      return new Inspection.Works(
          info.name(), need(new MemoryPlan(info, tokens, MachineMemory.now())));
    } catch (EngineException e) {
      return new Inspection.Refused(e.getMessage());
    } catch (RuntimeException | Error e) {
      return new Inspection.Refused(failures.sentence(e));
    }
  }

  private static Need need(MemoryPlan plan) {
    ModelInfo info = plan.info();
    return new Need(
        plan.contextTokens(),
        info.contextLength(),
        info.fileBytes(),
        info.cacheBytes(plan.contextTokens()),
        MemoryPlan.PROGRAM_BYTES,
        plan.machine().availableBytes().orElse(0),
        plan.machine().totalBytes(),
        translate(plan.verdict()),
        plan.smallerContext().orElse(0));
  }

  private static Verdict translate(MemoryPlan.Verdict verdict) {
    return switch (verdict) {
      case ENOUGH -> Verdict.ENOUGH;
      case SMALLER_CONTEXT -> Verdict.SMALLER_CONTEXT;
      case CLOSE_PROGRAMS -> Verdict.CLOSE_PROGRAMS;
      case TOO_SMALL -> Verdict.TOO_SMALL;
    };
  }

  private static FindEvent translate(FoundModel model) {
    Keeper keeper =
        switch (model.keeper()) {
          case HUGGING_FACE -> Keeper.HUGGING_FACE;
          case LM_STUDIO -> Keeper.LM_STUDIO;
          case OLLAMA -> Keeper.OLLAMA;
          case LLAMA_CPP -> Keeper.LLAMA_CPP;
          case JAN -> Keeper.JAN;
          case GPT4ALL -> Keeper.GPT4ALL;
          case DOWNLOADS -> Keeper.DOWNLOADS;
          case DRIVE -> Keeper.DRIVE;
        };
    return new FindEvent.Found(
        model.path(), model.name(), keeper, model.bytes(), model.obstacle().orElse(""));
  }

  private ModelState translate(ModelService.State state) {
    return switch (state) {
      case ModelService.State.Loading(String name) -> new ModelState.Loading(name);
      case ModelService.State.Ready(SharedModel model) -> ready(model);
      case ModelService.State.Failed(String name, String message, String code) ->
          new ModelState.Failed(name, message, code);
      case ModelService.State.Unloaded() -> new ModelState.Unloaded();
    };
  }

  private ModelState ready(SharedModel model) {
    ModelInfo info = model.info();
    return new ModelState.Ready(
        info.name(),
        worth(info),
        AnswerBudget.context(context.requested(), info),
        Optional.of(info.path()),
        model.engine().threads());
  }

  private static Worth worth(ModelInfo info) {
    if (info.untrained()) {
      return Worth.NONE;
    }
    return info.demo() ? Worth.SAMPLES_ONLY : Worth.FULL;
  }
}

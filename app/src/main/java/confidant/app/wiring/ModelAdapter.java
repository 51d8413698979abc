package confidant.app.wiring;

import confidant.app.chat.AnswerBudget;
import confidant.app.models.ModelService;
import confidant.app.models.SharedModel;
import confidant.engine.api.ModelInfo;
import confidant.ui.port.ModelPort;
import confidant.ui.port.ModelPort.ModelState.Worth;
import java.nio.file.Path;
import java.util.OptionalInt;
import java.util.function.Consumer;

/** Shows the window the model in use. */
final class ModelAdapter implements ModelPort {
  private final ModelService models;
  private final OptionalInt contextTokens;

  ModelAdapter(ModelService models, OptionalInt contextTokens) {
    this.models = models;
    this.contextTokens = contextTokens;
  }

  @Override
  public void observe(Consumer<ModelState> listener) {
    models.observe(state -> listener.accept(translate(state)));
  }

  @Override
  public void load(Path checkpoint) {
    models.load(checkpoint);
  }

  private ModelState translate(ModelService.State state) {
    return switch (state) {
      case ModelService.State.Loading(String name) -> new ModelState.Loading(name);
      case ModelService.State.Ready(SharedModel model) -> ready(model);
      case ModelService.State.Failed(String name, String message) ->
          new ModelState.Failed(name, message);
    };
  }

  private ModelState ready(SharedModel model) {
    ModelInfo info = model.info();
    return new ModelState.Ready(
        info.name(), worth(info), AnswerBudget.context(contextTokens, info));
  }

  private static Worth worth(ModelInfo info) {
    if (info.untrained()) {
      return Worth.NONE;
    }
    return info.demo() ? Worth.SAMPLES_ONLY : Worth.FULL;
  }
}

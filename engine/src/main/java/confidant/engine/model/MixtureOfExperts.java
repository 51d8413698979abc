package confidant.engine.model;

import confidant.engine.kernel.Kernels;
import java.util.ArrayList;
import java.util.List;

/** The MLP of gpt-oss: a router, and experts with a clamped SwiGLU. */
final class MixtureOfExperts {
  /**
   * Tokens whose experts are computed in one go, a token counted once per expert: enough work for
   * all threads, and buffers that stay small however long the batch is.
   */
  private static final int WAVE_TOKENS = 2048;

  private final ModelConfig config;
  private final Linear linear;
  private final ExpertHalves halves;
  private final ExpertAccess access;

  MixtureOfExperts(ModelConfig config, Kernels kernels, Linear linear, ExpertAccess access) {
    this.config = config;
    this.linear = linear;
    this.halves = new ExpertHalves(config, kernels);
    this.access = access;
  }

  /**
   * Adds the experts' output to the residual of {@code count} tokens.
   *
   * @param ws {@code normed} holds the normalised input, {@code residual} is added to
   */
  void apply(Pass pass, Weights.Layer weights, Workspace ws, int count) {
    route(pass, weights, ws, count);
    access.chosen(weights, ws.chosen, count * config.expertsPerToken());
    Routing routing =
        new Routing(ws.chosen, ws.chosenWeights, count, config.expertsPerToken(), config.experts());
    List<Routing.Group> wave = new ArrayList<>();
    int tokens = 0;
    for (Routing.Group group : routing.groups()) {
      if (tokens > 0 && tokens + group.count() > WAVE_TOKENS) {
        halves.apply(pass, weights, ws, wave);
        wave.clear();
        tokens = 0;
      }
      wave.add(group);
      tokens += group.count();
    }
    halves.apply(pass, weights, ws, wave);
  }

  private void route(Pass pass, Weights.Layer weights, Workspace ws, int count) {
    int hidden = config.hiddenSize();
    int experts = config.experts();
    int perToken = config.expertsPerToken();
    ws.input.pack(pass, weights.router().type(), ws.normed, hidden, 0, count, hidden);
    var logits = new Linear.Product(weights.router(), weights.routerBias(), ws.routerLogits, false);
    linear.apply(pass, ws, ws.input, count, List.of(logits));
    for (int t = 0; t < count; t++) {
      Router.choose(
          ws.routerLogits,
          t * experts,
          experts,
          perToken,
          ws.chosen,
          ws.chosenWeights,
          t * perToken);
    }
  }
}

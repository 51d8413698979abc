package confidant.app.models;

import confidant.engine.api.ModelInfo;
import java.util.Optional;

/** What must be said beside a model's output. */
public final class ModelNotice {
  private static final String CURE =
      " For real answers get gpt-oss-20b (GGUF or safetensors) and name it with --model, with the"
          + " variable CONFIDANT_MODEL or in the window's model menu.";
  private static final String UNTRAINED =
      "This is an untrained test model: its words mean nothing." + CURE;
  private static final String DEMO =
      "This is the demo model: it knows only papers like the samples and errs on others." + CURE;

  private ModelNotice() {}

  /** A sentence for people who see the output of this model; empty for a real one. */
  public static Optional<String> of(ModelInfo info) {
    if (info.untrained()) {
      return Optional.of(UNTRAINED);
    }
    return info.demo() ? Optional.of(DEMO) : Optional.empty();
  }
}

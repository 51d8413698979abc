package confidant.app.models;

import confidant.engine.api.ModelInfo;
import java.util.Optional;

/** What must be said beside a model's output. */
public final class ModelNotice {
  private static final String UNTRAINED =
      "This is an untrained test model: its words mean nothing. For real answers get gpt-oss-20b"
          + " (GGUF or safetensors) and pass its path with --model, or set CONFIDANT_MODEL.";

  private ModelNotice() {}

  /** A sentence for people who see the output of this model; empty for a trained one. */
  public static Optional<String> of(ModelInfo info) {
    return info.untrained() ? Optional.of(UNTRAINED) : Optional.empty();
  }
}

package confidant.ui.port;

import java.nio.file.Path;
import java.util.function.Consumer;

/** The model in use. */
public interface ModelPort {

  /** Tells {@code listener} the present state at once and every later one. */
  void observe(Consumer<ModelState> listener);

  /** Loads another model in the background; the present one goes on if that fails. */
  void load(Path checkpoint);

  /** The state of the model. */
  sealed interface ModelState {

    /** Being opened. */
    record Loading(String name) implements ModelState {}

    /**
     * In use.
     *
     * @param untrained whether its weights are random, so that its words mean nothing
     * @param notice a sentence that must stand beside its output; empty if none
     * @param contextTokens size of the context
     */
    record Ready(String name, boolean untrained, String notice, int contextTokens)
        implements ModelState {}

    /** Not opened; {@code message} is one sentence for the person. */
    record Failed(String name, String message) implements ModelState {}
  }
}

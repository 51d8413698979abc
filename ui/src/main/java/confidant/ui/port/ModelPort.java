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

    /** What the words of a model are worth. */
    enum Worth {
      /** Its weights are random: its words mean nothing. */
      NONE,
      /** It is the demo model, which knows papers like the samples and no others. */
      SAMPLES_ONLY,
      FULL
    }

    /** Being opened. */
    record Loading(String name) implements ModelState {}

    /**
     * In use.
     *
     * @param worth what must be said beside its output
     * @param contextTokens size of the context
     */
    record Ready(String name, Worth worth, int contextTokens) implements ModelState {}

    /** Not opened; {@code message} is one sentence for the person. */
    record Failed(String name, String message) implements ModelState {}
  }
}

package confidant.ui.port;

import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Consumer;

/** The model in use, and others on this computer. */
public interface ModelPort {

  /** Tells {@code listener} the present state at once and every later one. */
  void observe(Consumer<ModelState> listener);

  /** Loads another model in the background; the present one goes on if that fails. */
  void load(Path checkpoint);

  /** Loads the model that the program brings along, and forgets that another one was chosen. */
  void loadIncluded();

  /** Gives the model's memory back once nobody uses it. */
  void unload();

  /**
   * Looks at a checkpoint without loading it and weighs its need against this computer, in the
   * background.
   *
   * @param contextTokens to be held; 0 for a sensible size
   */
  void inspect(Path checkpoint, int contextTokens, Consumer<Inspection> listener);

  /**
   * Looks for models where other programs keep them, in the background. Nothing is copied or
   * changed. Ends with one {@link FindEvent.Finished}.
   */
  Search find(Consumer<FindEvent> listener);

  /** A search that is under way. */
  interface Search {
    /** Ends it. Idempotent. */
    void stop();
  }

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
     * @param place where it lies; empty if that is of no interest
     * @param threads that compute
     */
    record Ready(String name, Worth worth, int contextTokens, Optional<Path> place, int threads)
        implements ModelState {

      /** One that lies nowhere in particular, on one thread. */
      public Ready(String name, Worth worth, int contextTokens) {
        this(name, worth, contextTokens, Optional.empty(), 1);
      }
    }

    /**
     * Not opened.
     *
     * @param message one sentence for the person
     * @param code stable name of what went wrong, such as E-MODEL-DAMAGED
     */
    record Failed(String name, String message, String code) implements ModelState {

      /** One that nobody gave a name. */
      public Failed(String name, String message) {
        this(name, message, "");
      }
    }

    /** None, since the person wanted its memory back. */
    record Unloaded() implements ModelState {}
  }

  /** What was seen of a checkpoint. */
  sealed interface Inspection {

    /** It can be loaded; {@code need} says how well this computer suits it. */
    record Works(String name, Need need) implements Inspection {}

    /** It cannot; {@code message} is one sentence for the person. */
    record Refused(String message) implements Inspection {}
  }

  /**
   * What a model takes and what there is.
   *
   * @param contextTokens for which this was calculated
   * @param longestContext of the model
   * @param weightBytes of the model
   * @param cacheBytes for what is read and written
   * @param programBytes of the program itself
   * @param freeBytes that can be had now; 0 if unknown
   * @param machineBytes of the computer; 0 if unknown
   * @param smallerContext one that would suit; 0 if there is none
   */
  record Need(
      int contextTokens,
      int longestContext,
      long weightBytes,
      long cacheBytes,
      long programBytes,
      long freeBytes,
      long machineBytes,
      Verdict verdict,
      int smallerContext) {

    /** All of it. */
    public long bytes() {
      return weightBytes + cacheBytes + programBytes;
    }
  }

  /** How well a computer suits a model. */
  enum Verdict {
    ENOUGH,
    /** With a smaller context there is enough. */
    SMALLER_CONTEXT,
    /** The computer is large enough, but other programs have the memory. */
    CLOSE_PROGRAMS,
    /** The computer is too small: it would read the weights from disk over and over. */
    TOO_SMALL
  }

  /** What a search comes upon. */
  sealed interface FindEvent {

    /**
     * A model.
     *
     * @param path what to load
     * @param place which program or folder keeps it
     * @param bytes on disk
     * @param obstacle why it does not work here, one sentence; empty if it works
     */
    record Found(Path path, String name, Keeper place, long bytes, String obstacle)
        implements FindEvent {}

    /** Nothing more will come. {@code complete} unless it was stopped or took too long. */
    record Finished(boolean complete) implements FindEvent {}
  }

  /** Who keeps models. */
  enum Keeper {
    HUGGING_FACE,
    LM_STUDIO,
    OLLAMA,
    LLAMA_CPP,
    JAN,
    GPT4ALL,
    DOWNLOADS,
    DRIVE
  }
}

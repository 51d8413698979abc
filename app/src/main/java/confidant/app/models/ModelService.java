package confidant.app.models;

import confidant.app.settings.SettingsStore;
import confidant.app.storage.FailureLog;
import confidant.engine.Engine;
import confidant.engine.EngineOptions;
import confidant.engine.api.EngineException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * The model in use: opened in the background, swapped when another one is ready. Thread-safe;
 * listeners are told on the loading thread, or on the caller's at registration.
 */
public final class ModelService implements AutoCloseable {

  /** The state of the model. */
  public sealed interface State {

    /** Being opened. */
    record Loading(String name) implements State {}

    /** In use. */
    record Ready(SharedModel model) implements State {}

    /**
     * Not opened; the one before, if any, goes on.
     *
     * @param code stable name of what went wrong
     */
    record Failed(String name, String message, String code) implements State {}

    /** None, since somebody wanted its memory back. */
    record Unloaded() implements State {}
  }

  /** Who waits for a model looks so often whether it is still wanted. */
  private static final long LOOK_UP_MS = 50;

  private final ModelRegistry registry;
  private final SettingsStore settings;
  private final EngineOptions options;
  private final FailureLog failures;
  private final ExecutorService loader =
      Executors.newSingleThreadExecutor(
          Thread.ofPlatform().daemon().name("model-loader").factory());
  private final List<Consumer<State>> listeners = new ArrayList<>();
  private State state = new State.Loading("");
  private @Nullable SharedModel current;
  private boolean loading;

  public ModelService(
      ModelRegistry registry, SettingsStore settings, EngineOptions options, FailureLog failures) {
    this.registry = registry;
    this.settings = settings;
    this.options = options;
    this.failures = failures;
  }

  /** Opens the model that the registry chooses. */
  public void start(Optional<Path> commandLine) {
    submit(() -> registry.choose(commandLine), _ -> {});
  }

  /** Opens {@code checkpoint} and, once that worked, uses and remembers it. */
  public void load(Path checkpoint) {
    submit(
        () -> new ModelChoice(checkpoint, ModelChoice.Source.COMMAND_LINE),
        choice -> remember(Optional.of(choice.path().toAbsolutePath())));
  }

  /** Opens the model inside the program and, once that worked, forgets that another was chosen. */
  public void loadEmbedded() {
    submit(registry::embedded, _ -> remember(Optional.empty()));
  }

  private void remember(Optional<Path> model) {
    settings.update(s -> s.withModel(model));
  }

  /** Closes the model once its last user has left; nothing happens while none is open. */
  public void unload() {
    loader.execute(this::leave);
  }

  private synchronized void leave() {
    if (current != null) {
      SharedModel previous = current;
      current = null;
      publish(new State.Unloaded());
      previous.release();
    }
  }

  /** Tells once more what is in use, since something about it changed. */
  public synchronized void retell() {
    if (state instanceof State.Ready) {
      publish(state);
    }
  }

  /** Lets the model in use compute on as many threads as the settings say by now. */
  public synchronized void shareCores() {
    if (current != null) {
      shareCores(current.engine());
      retell();
    }
  }

  private void shareCores(Engine engine) {
    engine.useThreads(settings.get().threadsOf(engine.maxThreads()));
  }

  /** Tells {@code listener} the present state at once and every later one. */
  public synchronized void observe(Consumer<State> listener) {
    listeners.add(listener);
    listener.accept(state);
  }

  /**
   * The model in use, with one user more, to be {@linkplain SharedModel#release released}. Waits
   * while the first one is being opened.
   *
   * @return empty if none could be opened
   */
  public Optional<SharedModel> acquire() throws InterruptedException {
    return acquire(() -> true);
  }

  /**
   * As {@link #acquire()}, but waits no longer than somebody wants it.
   *
   * @param wanted asked several times a second while the first model is being opened
   * @return empty if none could be opened, or none was wanted any more
   */
  public synchronized Optional<SharedModel> acquire(BooleanSupplier wanted)
      throws InterruptedException {
    while (current == null && loading && wanted.getAsBoolean()) {
      wait(LOOK_UP_MS);
    }
    return Optional.ofNullable(current).filter(SharedModel::tryRetain);
  }

  /** Whether {@link #acquire} would wait. */
  public synchronized boolean isWaiting() {
    return current == null && loading;
  }

  /** Why there is no model; empty if there is one or it is being opened. */
  public synchronized Optional<String> failure() {
    return state instanceof State.Failed failed ? Optional.of(failed.message()) : Optional.empty();
  }

  @Override
  public void close() {
    loader.shutdownNow();
    synchronized (this) {
      if (current != null) {
        current.release();
        current = null;
      }
    }
  }

  private interface Chooser {
    ModelChoice choose() throws EngineException;
  }

  private synchronized void submit(Chooser chooser, Consumer<ModelChoice> whenOpen) {
    loading = true;
    loader.execute(() -> open(chooser, whenOpen));
  }

  private void open(Chooser chooser, Consumer<ModelChoice> whenOpen) {
    String name = "";
    try {
      ModelChoice choice = chooser.choose();
      name = choice.name();
      publish(new State.Loading(name));
      SharedModel opened = new SharedModel(Engine.open(choice.path(), options));
      whenOpen.accept(choice);
      swap(opened);
    } catch (EngineException e) {
      fail(new State.Failed(name, e.getMessage(), FaultCode.of(e)));
    } catch (RuntimeException | Error e) {
      fail(new State.Failed(name, failures.sentence(e), FailureLog.code(e)));
    }
  }

  private synchronized void swap(SharedModel opened) {
    shareCores(opened.engine());
    SharedModel previous = current;
    current = opened;
    finish(new State.Ready(opened));
    if (previous != null) {
      previous.release();
    }
  }

  private synchronized void fail(State.Failed failed) {
    finish(failed);
    if (current != null) {
      publish(new State.Ready(current));
    }
  }

  private synchronized void finish(State ended) {
    loading = false;
    publish(ended);
    notifyAll();
  }

  private synchronized void publish(State next) {
    state = next;
    listeners.forEach(listener -> listener.accept(next));
  }
}

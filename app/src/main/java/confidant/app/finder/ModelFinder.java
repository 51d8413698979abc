package confidant.app.finder;

import confidant.engine.Checkpoints;
import confidant.engine.api.EngineException;
import confidant.engine.api.ModelInfo;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.function.LongSupplier;

/**
 * Finds models on this computer, in the background. Looks at what other programs keep, changes and
 * copies nothing; whether a model works is the loader's own judgement of its header.
 */
public final class ModelFinder {
  /** Nobody waits longer for a list. */
  private static final Duration MOST = Duration.ofSeconds(60);

  /** Files and folders looked at in one place; beyond that it is a disk and no store. */
  private static final int MOST_ENTRIES = 50_000;

  private final ComputerLayout computer;
  private final Inspector inspector;
  private final LongSupplier clock;

  /** Told what is found, on the searching thread. */
  public interface Listener {
    void found(FoundModel model);

    /** The last call. {@code complete} unless the search was stopped or took too long. */
    void finished(boolean complete);
  }

  /** Looks at a checkpoint without running it. */
  interface Inspector {
    ModelInfo inspect(Path checkpoint) throws EngineException;
  }

  /** A search that is under way. */
  public static final class Search {
    private volatile boolean stopped;

    /** Ends it; {@link Listener#finished} is still called. */
    public void stop() {
      stopped = true;
    }
  }

  public ModelFinder(ComputerLayout computer) {
    this(computer, Checkpoints::inspect, System::nanoTime);
  }

  /**
   * One with another judgement and clock.
   *
   * @param clock in nanoseconds
   */
  ModelFinder(ComputerLayout computer, Inspector inspector, LongSupplier clock) {
    this.computer = computer;
    this.inspector = inspector;
    this.clock = clock;
  }

  /** Begins to search on a thread of its own. */
  public Search start(Listener listener) {
    Search search = new Search();
    Thread.ofPlatform().daemon().name("model-finder").start(() -> run(search, listener));
    return search;
  }

  private void run(Search search, Listener listener) {
    boolean complete = false;
    try {
      complete = look(search, listener);
    } finally {
      listener.finished(complete);
    }
  }

  private boolean look(Search search, Listener listener) {
    long end = clock.getAsLong() + MOST.toNanos();
    boolean complete = true;
    for (Place place : Places.of(computer)) {
      int[] entries = new int[1];
      FolderWalk.Result result =
          FolderWalk.of(place, () -> isOver(search, end) || ++entries[0] > MOST_ENTRIES);
      complete &= result.complete();
      for (Candidate candidate : result.candidates()) {
        if (isOver(search, end)) {
          return false;
        }
        listener.found(judge(place.keeper(), candidate));
      }
    }
    return complete;
  }

  private boolean isOver(Search search, long end) {
    return search.stopped || clock.getAsLong() - end > 0;
  }

  private FoundModel judge(Keeper keeper, Candidate candidate) {
    try {
      ModelInfo info = inspector.inspect(candidate.path());
      return new FoundModel(
          candidate.path(), info.name(), keeper, info.fileBytes(), Optional.empty());
    } catch (EngineException e) {
      return doesNotWork(keeper, candidate, e.getMessage());
    } catch (RuntimeException e) {
      // Whatever lies about on a disk, the list goes on.
      return doesNotWork(keeper, candidate, "It could not be looked at.");
    }
  }

  private static FoundModel doesNotWork(Keeper keeper, Candidate candidate, String why) {
    return new FoundModel(
        candidate.path(), candidate.name(), keeper, candidate.bytes(), Optional.of(why));
  }
}

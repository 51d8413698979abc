package confidant.ui.fake;

import confidant.ui.port.ModelPort;
import confidant.ui.port.ModelPort.ModelState.Worth;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;

/** In a state that the test gives it. */
public final class FakeModelPort implements ModelPort {
  public static final ModelState.Ready TRAINED =
      new ModelState.Ready("gpt-oss-20b", Worth.FULL, 8192);
  public static final ModelState.Ready UNTRAINED =
      new ModelState.Ready("test model", Worth.NONE, 4096);
  public static final ModelState.Ready DEMO =
      new ModelState.Ready("Demo model", Worth.SAMPLES_ONLY, 4096);

  public final List<Path> loaded = new CopyOnWriteArrayList<>();
  public final List<String> inspected = new CopyOnWriteArrayList<>();
  public final AtomicInteger included = new AtomicInteger();
  private volatile Inspection inspection =
      new Inspection.Works("gpt-oss-20b", need(Verdict.ENOUGH, 0));
  private volatile Consumer<FindEvent> finder = _ -> {};
  private volatile ModelState state;
  private volatile Consumer<ModelState> listener = _ -> {};

  public FakeModelPort(ModelState state) {
    this.state = state;
  }

  @Override
  public void observe(Consumer<ModelState> listener) {
    this.listener = listener;
    listener.accept(state);
  }

  @Override
  public void load(Path checkpoint) {
    loaded.add(checkpoint);
  }

  @Override
  public void loadIncluded() {
    included.incrementAndGet();
  }

  @Override
  public void unload() {
    become(new ModelState.Unloaded());
  }

  @Override
  public void inspect(Path checkpoint, int contextTokens, Consumer<Inspection> listener) {
    inspected.add(checkpoint + " " + contextTokens);
    listener.accept(inspection);
  }

  @Override
  public Search find(Consumer<FindEvent> listener) {
    this.finder = listener;
    return () -> listener.accept(new FindEvent.Finished(false));
  }

  /** What is seen of every model from now on. */
  public void suit(Inspection next) {
    inspection = next;
  }

  /** Sends events to whoever searches. */
  public void find(FindEvent... events) {
    for (FindEvent event : events) {
      finder.accept(event);
    }
  }

  /** A model of 12 GB with 1.6 GB of cache on a machine of 16 GB. */
  public static Need need(Verdict verdict, int smallerContext) {
    return new Need(
        32_768,
        131_072,
        12_800_000_000L,
        1_600_000_000L,
        1_000_000_000L,
        verdict == Verdict.ENOUGH ? 15_900_000_000L : 9_300_000_000L,
        verdict == Verdict.TOO_SMALL ? 8_300_000_000L : 16_400_000_000L,
        verdict,
        smallerContext);
  }

  /** Changes the state. */
  public void become(ModelState next) {
    state = next;
    listener.accept(next);
  }
}

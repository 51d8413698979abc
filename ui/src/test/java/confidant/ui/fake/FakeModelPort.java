package confidant.ui.fake;

import confidant.ui.port.ModelPort;
import confidant.ui.port.ModelPort.ModelState.Worth;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
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

  /** Changes the state. */
  public void become(ModelState next) {
    state = next;
    listener.accept(next);
  }
}

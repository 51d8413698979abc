package confidant.ui.fake;

import confidant.ui.port.ModelPort;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;

/** In a state that the test gives it. */
public final class FakeModelPort implements ModelPort {
  public static final ModelState.Ready TRAINED =
      new ModelState.Ready("gpt-oss-20b", false, "", 8192);
  public static final ModelState.Ready UNTRAINED =
      new ModelState.Ready(
          "test model",
          true,
          "This is an untrained test model: its words mean nothing. Choose gpt-oss-20b under"
              + " Choose model…",
          4096);

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

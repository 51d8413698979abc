package confidant.ui.fake;

import confidant.ui.port.AboutPort;
import java.util.List;
import java.util.function.Consumer;

/** Facts of a laptop, told at once. */
public final class FakeAboutPort implements AboutPort {
  public static final Kernels FAST = new Kernels(512, 512, Obstacle.NONE, "", List.of());
  private volatile Kernels kernels = FAST;

  /** Changes what runs. */
  public void become(Kernels next) {
    kernels = next;
  }

  @Override
  public void ask(Consumer<Facts> listener) {
    listener.accept(
        new Facts(
            "0.1.0",
            "25.0.3+9-LTS, OpenJDK 64-Bit Server VM",
            kernels,
            2,
            2,
            16L << 30,
            8L << 30,
            true));
  }
}

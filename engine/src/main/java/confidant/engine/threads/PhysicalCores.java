package confidant.engine.threads;

import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;

/** Counts the cores of this machine. */
public final class PhysicalCores {
  private PhysicalCores() {}

  /**
   * The cores that this process may use: of those the system tells of, no more than its container
   * leaves it.
   *
   * <p>Where the system tells nothing, every processor counts as a core: two threads on one core
   * take turns at little cost, while a thread too few leaves a core idle.
   */
  public static CoreCount count() {
    int processors = Runtime.getRuntime().availableProcessors();
    return ask(System.getProperty("os.name"))
        .orElseGet(() -> CoreCount.alike(processors))
        .limitedTo(processors);
  }

  private static Optional<CoreCount> ask(String osName) {
    String os = osName.toLowerCase(Locale.ROOT);
    if (os.startsWith("linux")) {
      return new LinuxCores(Path.of("/")).count();
    }
    if (os.startsWith("mac")) {
      return Sysctl.find().flatMap(MacCores::count);
    }
    return os.startsWith("windows") ? WindowsCores.count() : Optional.empty();
  }
}

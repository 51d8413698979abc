package confidant.app.wiring;

import confidant.app.about.ProgramFacts;
import confidant.app.settings.SettingsStore;
import confidant.engine.Engine;
import confidant.engine.EngineOptions;
import confidant.engine.api.KernelReport;
import confidant.ui.port.AboutPort;
import java.util.function.Consumer;

/** Tells the window what the program runs on. */
final class AboutAdapter implements AboutPort {
  private final EngineOptions options;
  private final SettingsStore settings;

  AboutAdapter(EngineOptions options, SettingsStore settings) {
    this.options = options;
    this.settings = settings;
  }

  @Override
  public void ask(Consumer<Facts> listener) {
    Thread.ofPlatform()
        .daemon()
        .name("program-facts")
        .start(() -> listener.accept(translate(collect())));
  }

  private ProgramFacts collect() {
    return ProgramFacts.collect(options, settings.get().threadsOf(Engine.threads(options)));
  }

  private static Facts translate(ProgramFacts facts) {
    KernelReport report = facts.kernels();
    Kernels kernels =
        new Kernels(
            report.bits(),
            report.processorBits(),
            translate(report.obstacle()),
            report.detail(),
            report.replaced());
    return new Facts(
        facts.version(),
        facts.java(),
        kernels,
        facts.threads(),
        facts.cores(),
        facts.memoryBytes(),
        facts.heapBytes(),
        facts.startUpCache());
  }

  private static Obstacle translate(KernelReport.Obstacle obstacle) {
    return switch (obstacle) {
      case NONE -> Obstacle.NONE;
      case SCALAR_REQUESTED -> Obstacle.SCALAR_REQUESTED;
      case MODULE_MISSING -> Obstacle.MODULE_MISSING;
      case INTERPRETER_ONLY -> Obstacle.INTERPRETER_ONLY;
      case NO_OPTIMIZING_COMPILER -> Obstacle.NO_OPTIMIZING_COMPILER;
      case VECTORS_OFF -> Obstacle.VECTORS_OFF;
      case OTHER_MACHINE -> Obstacle.OTHER_MACHINE;
      case OTHER_COMPILER -> Obstacle.OTHER_COMPILER;
      case TOO_NARROW -> Obstacle.TOO_NARROW;
      case WIDTH_LIMITED -> Obstacle.WIDTH_LIMITED;
      case WIDTH_HELD_BACK -> Obstacle.WIDTH_HELD_BACK;
    };
  }
}

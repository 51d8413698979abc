package confidant.engine.kernel;

import confidant.engine.api.KernelReport;
import confidant.engine.api.KernelReport.Obstacle;
import java.util.Locale;
import java.util.Optional;

/**
 * Decides whether the Vector API is worth using. Asked before any class of it is touched: a missing
 * module would be an error at a random place, and a machine that does not compile vectors makes an
 * object of each, a thousand times slower than scalar arithmetic.
 */
final class KernelGate {
  /** Narrower vectors gain nothing over scalar code, and the kernels do not fit them. */
  static final int MIN_BITS = 128;

  private static final int BITS_512 = 512;
  private static final String TOP_LEVEL = "4";

  private KernelGate() {}

  /** Why the Vector API is not used; empty if it is. */
  static Optional<KernelReport> refusal(VirtualMachine vm) {
    if (!vm.vectorModule()) {
      return scalar(vm, Obstacle.MODULE_MISSING, "");
    }
    if (vm.info().contains("interpreted") || vm.has("UseCompiler", "false")) {
      return scalar(vm, Obstacle.INTERPRETER_ONLY, "");
    }
    String name = vm.name().toLowerCase(Locale.ROOT);
    if (!name.contains("openjdk") && !name.contains("hotspot")) {
      return scalar(vm, Obstacle.OTHER_MACHINE, vm.name().isEmpty() ? "this Java" : vm.name());
    }
    if (!name.contains("server")) {
      return scalar(vm, Obstacle.NO_OPTIMIZING_COMPILER, vm.name());
    }
    if (stopsBeforeOptimizing(vm)) {
      return scalar(vm, Obstacle.NO_OPTIMIZING_COMPILER, stopper(vm));
    }
    if (vm.has("EnableVectorSupport", "false")) {
      return scalar(vm, Obstacle.VECTORS_OFF, "-XX:-EnableVectorSupport");
    }
    return Optional.empty();
  }

  /** HotSpot calls a machine that stops at its first compiler an emulated client. */
  private static boolean stopsBeforeOptimizing(VirtualMachine vm) {
    return vm.info().contains("emulated-client")
        || (vm.isChosen("TieredStopAtLevel") && !vm.has("TieredStopAtLevel", TOP_LEVEL))
        || vm.has("CompilationMode", "quick-only");
  }

  private static String stopper(VirtualMachine vm) {
    String level = vm.chosen("TieredStopAtLevel");
    if (!level.isEmpty()) {
      return level;
    }
    String mode = vm.chosen("CompilationMode");
    return mode.isEmpty() ? "-XX:TieredStopAtLevel" : mode;
  }

  private static Optional<KernelReport> scalar(VirtualMachine vm, Obstacle why, String detail) {
    return Optional.of(new KernelReport(0, vm.processorBits(), why, detail));
  }

  /**
   * What to say of vectors of {@code bits}, which is all that the Vector API offers here.
   *
   * @return a report of scalar arithmetic if they are too narrow
   */
  static KernelReport accepted(VirtualMachine vm, int bits) {
    int most = vm.processorBits();
    String flag = widthFlag(vm);
    if (bits < MIN_BITS) {
      return new KernelReport(0, most, Obstacle.TOO_NARROW, flag);
    }
    if (bits < most) {
      return heldBackByJava(vm)
          ? new KernelReport(bits, most, Obstacle.WIDTH_HELD_BACK, cure(most))
          : new KernelReport(bits, most, Obstacle.WIDTH_LIMITED, flag);
    }
    if (vm.has("UseJVMCICompiler", "true")) {
      return new KernelReport(bits, most, Obstacle.OTHER_COMPILER, "-XX:+UseJVMCICompiler");
    }
    return new KernelReport(bits, most, Obstacle.NONE, "");
  }

  private static String widthFlag(VirtualMachine vm) {
    String avx = vm.chosen("UseAVX");
    return avx.isEmpty() ? vm.chosen("MaxVectorSize") : avx;
  }

  /** Some processors lower their clock for wide vectors, and Java leaves those alone there. */
  private static boolean heldBackByJava(VirtualMachine vm) {
    return vm.flags().get("UseAVX").isPresent() && widthFlag(vm).isEmpty();
  }

  private static String cure(int bits) {
    return bits == BITS_512 ? "-XX:UseAVX=3" : "-XX:UseAVX=2";
  }
}

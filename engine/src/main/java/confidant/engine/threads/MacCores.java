package confidant.engine.threads;

import java.util.Optional;
import java.util.OptionalInt;

/**
 * Cores as macOS counts them, level by level from the fastest. Those of the level that it names
 * efficiency do a third of the arithmetic of the others and are left to the system.
 */
final class MacCores {
  private MacCores() {}

  /** Empty if macOS does not tell. */
  static Optional<CoreCount> count(Sysctl sysctl) {
    OptionalInt physical = sysctl.number("hw.physicalcpu");
    if (physical.isEmpty() || physical.getAsInt() < 1) {
      return Optional.empty();
    }
    int worthwhile = 0;
    for (int level = 0; level < sysctl.number("hw.nperflevels").orElse(0); level++) {
      String prefix = "hw.perflevel" + level;
      if (!sysctl.text(prefix + ".name").orElse("").equals("Efficiency")) {
        worthwhile += sysctl.number(prefix + ".physicalcpu").orElse(0);
      }
    }
    int all = physical.getAsInt();
    return Optional.of(new CoreCount(all, worthwhile == 0 ? all : Math.min(all, worthwhile)));
  }
}

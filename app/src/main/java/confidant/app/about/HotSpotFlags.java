package confidant.app.about;

import com.sun.management.HotSpotDiagnosticMXBean;
import com.sun.management.VMOption;
import confidant.engine.api.VmFlags;
import java.lang.management.ManagementFactory;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Flags as HotSpot's management interface tells them. That interface takes 50 ms to start, so it is
 * asked at the first question only.
 */
public final class HotSpotFlags implements VmFlags {
  private @Nullable HotSpotDiagnosticMXBean machine;

  @Override
  public synchronized Optional<Flag> get(String name) {
    try {
      if (machine == null) {
        machine = ManagementFactory.getPlatformMXBean(HotSpotDiagnosticMXBean.class);
      }
      if (machine == null) {
        return Optional.empty();
      }
      VMOption option = machine.getVMOption(name);
      boolean chosen =
          switch (option.getOrigin()) {
            case DEFAULT, ERGONOMIC -> false;
            default -> true;
          };
      return Optional.of(new Flag(option.getValue(), chosen));
    } catch (IllegalArgumentException e) {
      // This machine has no such flag, or no such interface.
      return Optional.empty();
    }
  }
}

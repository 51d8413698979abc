package confidant.app.about;

import com.sun.management.OperatingSystemMXBean;
import confidant.engine.Engine;
import confidant.engine.EngineOptions;
import confidant.engine.api.KernelReport;
import java.lang.management.ManagementFactory;

/**
 * What the program is and what it runs on.
 *
 * @param version of the program
 * @param java version and name of the virtual machine
 * @param kernels which arithmetic runs, and why not faster
 * @param threads that compute
 * @param cores physical cores that this process may use
 * @param memoryBytes memory of the machine, or of the container; 0 if unknown
 * @param heapBytes most that Java's heap may take of it
 * @param startUpCache whether classes came from an ahead-of-time cache
 */
public record ProgramFacts(
    String version,
    String java,
    KernelReport kernels,
    int threads,
    int cores,
    long memoryBytes,
    long heapBytes,
    boolean startUpCache) {

  /**
   * Collects them; the first time that takes as long as choosing the kernels does.
   *
   * @param threads that compute
   */
  public static ProgramFacts collect(EngineOptions options, int threads) {
    return new ProgramFacts(
        Version.current(),
        Runtime.version() + ", " + System.getProperty("java.vm.name"),
        Engine.kernelsFor(options),
        threads,
        Engine.physicalCores(),
        machineMemory(),
        Runtime.getRuntime().maxMemory(),
        StartUpCache.isUsed(options.vmFlags()));
  }

  private static long machineMemory() {
    OperatingSystemMXBean system = ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);
    return system == null ? 0 : system.getTotalMemorySize();
  }
}

package confidant.engine.threads;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.lang.foreign.MemorySegment;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PhysicalCoresTest {
  @TempDir private Path root;

  private Path cpu(int number, String threads) throws Exception {
    Path cpu = root.resolve("sys/devices/system/cpu/cpu" + number);
    write(cpu.resolve("topology/thread_siblings_list"), threads);
    return cpu;
  }

  private static void write(Path file, String text) throws Exception {
    Files.createDirectories(file.getParent());
    Files.writeString(file, text + "\n");
  }

  private Optional<CoreCount> linux() {
    return new LinuxCores(root).count();
  }

  @Test
  void threadsOfACoreCountOnce() throws Exception {
    for (int i = 0; i < 8; i++) {
      cpu(i, i % 4 + "," + (i % 4 + 4));
    }
    Files.createDirectories(root.resolve("sys/devices/system/cpu/cpufreq"));
    Files.createDirectories(root.resolve("sys/devices/system/cpu/cpu8")); // off
    assertEquals(Optional.of(new CoreCount(4, 4)), linux());
  }

  @Test
  void efficiencyCoresWorkAndThoseForIdleWorkDoNot() throws Exception {
    for (int i = 0; i < 4; i++) {
      write(cpu(i, i < 2 ? "0-1" : "2-3").resolve("cpufreq/cpuinfo_max_freq"), "4800000");
    }
    for (int i = 4; i < 12; i++) {
      write(cpu(i, "" + i).resolve("cpufreq/cpuinfo_max_freq"), "3800000");
    }
    for (int i = 12; i < 14; i++) {
      write(cpu(i, "" + i).resolve("cpufreq/cpuinfo_max_freq"), "2500000");
    }
    assertEquals(Optional.of(new CoreCount(12, 10)), linux());
  }

  @Test
  void capacityCountsBeforeClock() throws Exception {
    int[] capacity = {1024, 1024, 870, 250};
    for (int i = 0; i < 4; i++) {
      Path cpu = cpu(i, "" + i);
      write(cpu.resolve("cpu_capacity"), "" + capacity[i]);
      write(cpu.resolve("cpufreq/cpuinfo_max_freq"), "2000000");
    }
    assertEquals(Optional.of(new CoreCount(4, 3)), linux());
  }

  @Test
  void onlyCoresThatTheProcessMayRunOnCount() throws Exception {
    for (int i = 0; i < 8; i++) {
      Path cpu = cpu(i, i / 2 * 2 + "-" + (i / 2 * 2 + 1));
      write(cpu.resolve("cpufreq/cpuinfo_max_freq"), i < 2 ? "5000000" : "2500000");
    }
    write(root.resolve("proc/self/status"), "Name:\tjava\nCpus_allowed_list:\t2-4,7");
    assertEquals(Optional.of(new CoreCount(3, 3)), linux());
  }

  @Test
  void nothingIsKnownWhereLinuxListsNothing() {
    assertEquals(Optional.empty(), linux());
  }

  @Test
  void aListThatMakesNoSenseIsNoList() throws Exception {
    write(cpu(0, "0").resolve("cpu_capacity"), "much");
    assertEquals(Optional.empty(), linux());
  }

  /** A Mac of these values. */
  private record FakeSysctl(Map<String, Integer> numbers, Map<String, String> texts)
      implements Sysctl {
    @Override
    public OptionalInt number(String name) {
      Integer number = numbers.get(name);
      return number == null ? OptionalInt.empty() : OptionalInt.of(number);
    }

    @Override
    public Optional<String> text(String name) {
      return Optional.ofNullable(texts.get(name));
    }
  }

  @Test
  void aMacLeavesItsEfficiencyCoresToTheSystem() {
    assertEquals(
        Optional.of(new CoreCount(10, 6)),
        MacCores.count(
            new FakeSysctl(
                Map.of(
                    "hw.physicalcpu", 10,
                    "hw.nperflevels", 2,
                    "hw.perflevel0.physicalcpu", 6,
                    "hw.perflevel1.physicalcpu", 4),
                Map.of("hw.perflevel0.name", "Performance", "hw.perflevel1.name", "Efficiency"))));
    assertEquals(
        Optional.of(new CoreCount(18, 18)),
        MacCores.count(
            new FakeSysctl(
                Map.of(
                    "hw.physicalcpu", 18,
                    "hw.nperflevels", 2,
                    "hw.perflevel0.physicalcpu", 6,
                    "hw.perflevel1.physicalcpu", 12),
                Map.of("hw.perflevel0.name", "Super", "hw.perflevel1.name", "Performance"))));
  }

  @Test
  void aMacWithoutLevelsHasCoresOfOneKind() {
    assertEquals(
        Optional.of(new CoreCount(4, 4)),
        MacCores.count(new FakeSysctl(Map.of("hw.physicalcpu", 4), Map.of())));
    assertEquals(Optional.empty(), MacCores.count(new FakeSysctl(Map.of(), Map.of())));
  }

  @Test
  void windowsListsARecordPerCore() {
    ByteBuffer records = ByteBuffer.allocate(48 + 64 + 48).order(ByteOrder.nativeOrder());
    records.putInt(0, 0).putInt(4, 48);
    records.putInt(48, 3).putInt(52, 64); // of a package
    records.putInt(112, 0).putInt(116, 48);
    assertEquals(
        Optional.of(new CoreCount(2, 2)), WindowsCores.count(MemorySegment.ofBuffer(records)));
    assertEquals(
        Optional.empty(), WindowsCores.count(MemorySegment.ofArray(new byte[48]))); // size 0
  }

  @Test
  void thisMachineHasACoreAndNoMoreThanItsProcessors() {
    CoreCount here = PhysicalCores.count();
    assertTrue(here.worthwhile() >= 1);
    assertTrue(here.physical() <= Runtime.getRuntime().availableProcessors());
  }

  @Test
  void aContainerLimitsBothCounts() {
    assertEquals(new CoreCount(3, 3), new CoreCount(10, 6).limitedTo(3));
    assertEquals(new CoreCount(8, 6), new CoreCount(10, 6).limitedTo(8));
    assertThrows(IllegalArgumentException.class, () -> new CoreCount(2, 0));
    assertThrows(IllegalArgumentException.class, () -> new CoreCount(2, 3));
  }
}

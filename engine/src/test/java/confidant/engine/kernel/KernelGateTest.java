package confidant.engine.kernel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import confidant.engine.api.KernelReport;
import confidant.engine.api.KernelReport.Obstacle;
import confidant.engine.api.VmFlags;
import java.io.IOException;
import java.io.StringReader;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class KernelGateTest {
  private static final String SERVER = "OpenJDK 64-Bit Server VM";
  private static final String MIXED = "mixed mode, sharing";

  /** Flags as HotSpot has them, of which some were set. */
  private static VmFlags flags(String... chosen) {
    Map<String, VmFlags.Flag> all = new HashMap<>();
    all.put("TieredStopAtLevel", new VmFlags.Flag("4", false));
    all.put("UseAVX", new VmFlags.Flag("3", false));
    all.put("MaxVectorSize", new VmFlags.Flag("64", false));
    for (int i = 0; i < chosen.length; i += 2) {
      all.put(chosen[i], new VmFlags.Flag(chosen[i + 1], true));
    }
    return name -> Optional.ofNullable(all.get(name));
  }

  private static VirtualMachine machine(String name, String info, VmFlags flags) {
    return new VirtualMachine(name, info, true, 512, flags);
  }

  private static void assertRefused(Obstacle why, String cure, VirtualMachine vm) {
    KernelReport report = KernelGate.refusal(vm).orElseThrow();
    assertEquals(why, report.obstacle());
    assertEquals(0, report.bits());
    assertTrue(report.line().endsWith(cure), report::line);
    assertEquals(1, report.line().lines().count());
  }

  @Test
  void aStockServerMachineIsAccepted() {
    VirtualMachine vm = machine(SERVER, MIXED, flags());
    assertEquals(Optional.empty(), KernelGate.refusal(vm));
    KernelReport report = KernelGate.accepted(vm, 512);
    assertEquals("Vector API, 512 bits", report.line());
    assertEquals(Obstacle.NONE, report.obstacle());
  }

  @Test
  void aMissingModuleIsNamed() {
    assertRefused(
        Obstacle.MODULE_MISSING,
        "start Java with --add-modules jdk.incubator.vector",
        new VirtualMachine(SERVER, MIXED, false, 512, flags()));
  }

  @Test
  void anInterpreterIsRefusedWhateverFlagsAreKnown() {
    for (VmFlags known : List.of(flags(), VmFlags.unknown())) {
      assertRefused(
          Obstacle.INTERPRETER_ONLY,
          "start it without -Xint",
          machine(SERVER, "interpreted mode, sharing", known));
    }
  }

  @Test
  void aMachineThatStopsBeforeItsOptimizingCompilerIsRefused() {
    assertRefused(
        Obstacle.NO_OPTIMIZING_COMPILER,
        "start Java without -XX:TieredStopAtLevel=1",
        machine(SERVER, "mixed mode, emulated-client", flags("TieredStopAtLevel", "1")));
    assertRefused(
        Obstacle.NO_OPTIMIZING_COMPILER,
        "start Java without -XX:TieredStopAtLevel=3",
        machine(SERVER, MIXED, flags("TieredStopAtLevel", "3")));
    assertRefused(
        Obstacle.NO_OPTIMIZING_COMPILER,
        "start Java without -XX:CompilationMode=quick-only",
        machine(SERVER, MIXED, flags("CompilationMode", "quick-only")));
    assertRefused(
        Obstacle.NO_OPTIMIZING_COMPILER,
        "start Java without -XX:TieredStopAtLevel",
        machine(SERVER, "mixed mode, emulated-client", VmFlags.unknown()));
    assertRefused(
        Obstacle.NO_OPTIMIZING_COMPILER,
        "use a JDK with a Server VM",
        machine("OpenJDK 64-Bit Zero VM", MIXED, flags()));
  }

  @Test
  void theHighestLevelIsNoObstacleEvenIfSet() {
    assertEquals(
        Optional.empty(),
        KernelGate.refusal(machine(SERVER, MIXED, flags("TieredStopAtLevel", "4"))));
  }

  @Test
  void forbiddenVectorsAndOtherMachinesAreRefused() {
    assertRefused(
        Obstacle.VECTORS_OFF,
        "start Java without -XX:-EnableVectorSupport",
        machine(SERVER, MIXED, flags("EnableVectorSupport", "false")));
    assertRefused(
        Obstacle.OTHER_MACHINE,
        "use an OpenJDK such as Temurin",
        machine("Eclipse OpenJ9 VM", "JRE 25", VmFlags.unknown()));
  }

  @Test
  void aWidthThatAFlagLimitsNamesTheFlag() {
    VirtualMachine vm = machine(SERVER, MIXED, flags("UseAVX", "2"));
    assertEquals(
        "Vector API, 256 bits; the processor has 512 bits; start Java without -XX:UseAVX=2",
        KernelGate.accepted(vm, 256).line());
    VirtualMachine narrow = machine(SERVER, MIXED, flags("MaxVectorSize", "16"));
    assertTrue(KernelGate.accepted(narrow, 128).line().endsWith("-XX:MaxVectorSize=16"));
    VirtualMachine untold = machine(SERVER, MIXED, VmFlags.unknown());
    assertTrue(
        KernelGate.accepted(untold, 256).line().endsWith("-XX:UseAVX and -XX:MaxVectorSize"));
  }

  @Test
  void aWidthThatJavaHoldsBackOfItselfNamesTheFlagThatAllowsIt() {
    KernelReport report = KernelGate.accepted(machine(SERVER, MIXED, flags()), 256);
    assertEquals(Obstacle.WIDTH_HELD_BACK, report.obstacle());
    assertTrue(report.line().endsWith("-XX:UseAVX=3 allows them"), report::line);
  }

  @Test
  void vectorsBelow128BitsAreNotUsed() {
    KernelReport report =
        KernelGate.accepted(machine(SERVER, MIXED, flags("MaxVectorSize", "8")), 64);
    assertEquals(0, report.bits());
    assertTrue(report.line().endsWith("start Java without -XX:MaxVectorSize=8"), report::line);
  }

  @Test
  void anotherCompilerIsSaidButUsed() {
    VirtualMachine graal = machine(SERVER, MIXED, flags("UseJVMCICompiler", "true"));
    assertEquals(Optional.empty(), KernelGate.refusal(graal));
    KernelReport report = KernelGate.accepted(graal, 512);
    assertEquals(512, report.bits());
    assertTrue(report.line().contains("-XX:+UseJVMCICompiler"), report::line);
  }

  @ParameterizedTest
  @EnumSource(Obstacle.class)
  void everyObstacleIsSaidInOneLine(Obstacle obstacle) {
    KernelReport report = new KernelReport(256, 512, obstacle, "-XX:X=1", List.of("matVec Q8_0"));
    assertEquals(1, report.line().lines().count());
    assertTrue(report.line().contains("matVec Q8_0"));
    assertFalse(report.line().contains("null"));
  }

  @Test
  void thisMachineHasWhatItsTestsRunOn() {
    KernelReport report = KernelProvider.report(VmFlags.unknown());
    assertEquals(KernelProvider.fastest().describe(), report.name());
  }

  @Test
  void theProcessorsWidthIsReadFromItsFlags() throws IOException {
    String wide = "processor\t: 0\nflags\t\t: fpu sse2 avx2 avx512f avx512dq avx512bw avx512vl\n";
    assertEquals(512, ProcessorVectors.bits(new StringReader(wide)));
    String knl = "flags\t\t: sse2 avx2 avx512f avx512er\n";
    assertEquals(256, ProcessorVectors.bits(new StringReader(knl)));
    assertEquals(128, ProcessorVectors.bits(new StringReader("flags : fpu sse2 avx\n")));
    assertEquals(0, ProcessorVectors.bits(new StringReader("Features : asimd\n")));
  }
}

package confidant.engine.kernel;

import confidant.engine.api.VmFlags;

/**
 * What decides how kernels are compiled.
 *
 * @param name as in {@code java.vm.name}
 * @param info as in {@code java.vm.info}: the mode of compilation
 * @param vectorModule whether the Vector API is there
 * @param processorBits widest vectors of the processor; 0 if unknown
 * @param flags of the machine
 */
record VirtualMachine(
    String name, String info, boolean vectorModule, int processorBits, VmFlags flags) {
  static final String VECTOR_MODULE = "jdk.incubator.vector";

  /** The one that runs this. */
  static VirtualMachine current(VmFlags flags) {
    return new VirtualMachine(
        System.getProperty("java.vm.name", ""),
        System.getProperty("java.vm.info", ""),
        ModuleLayer.boot().findModule(VECTOR_MODULE).isPresent(),
        ProcessorVectors.bits(),
        flags);
  }

  /** Whether {@code flag} is known and has this value. */
  boolean has(String flag, String value) {
    return flags.get(flag).filter(found -> found.value().equals(value)).isPresent();
  }

  /** Whether somebody chose the value of {@code flag}. */
  boolean isChosen(String flag) {
    return flags.get(flag).filter(VmFlags.Flag::chosen).isPresent();
  }

  /** The flag as one would write it; empty if nobody chose it. */
  String chosen(String flag) {
    return flags
        .get(flag)
        .filter(VmFlags.Flag::chosen)
        .map(found -> "-XX:" + flag + "=" + found.value())
        .orElse("");
  }
}

package confidant.app.bench;

import confidant.engine.json.JsonValue;
import confidant.engine.json.JsonValue.JsonObject;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Where figures were taken.
 *
 * @param processor model name
 * @param cores physical ones that this process may use
 * @param memoryBytes of the machine; 0 if the system does not say
 * @param system operating system and its version
 * @param java runtime and virtual machine
 * @param flags given to Java
 */
public record Machine(
    String processor, int cores, long memoryBytes, String system, String java, String flags) {
  private static final Path PROC = Path.of("/proc");

  /** Where this process runs. */
  public static Machine current() {
    String cpus = text("cpuinfo");
    int processors = Runtime.getRuntime().availableProcessors();
    int cores = cores(cpus);
    return new Machine(
        field(cpus, "model name").orElse(System.getProperty("os.arch")),
        cores > 0 ? Math.min(cores, processors) : processors,
        Memory.bytes(text("meminfo"), "MemTotal"),
        System.getProperty("os.name") + " " + System.getProperty("os.version"),
        Runtime.version() + ", " + System.getProperty("java.vm.name"),
        ManagementFactory.getRuntimeMXBean().getInputArguments().stream()
            .map(Machine::withoutFolders)
            .collect(Collectors.joining(" ")));
  }

  /** Tables are published; where somebody keeps the program is not for them. */
  static String withoutFolders(String flag) {
    return flag.replaceAll("(?<==)[^=]*[/\\\\](?=[^/\\\\]+$)", "");
  }

  /** Distinct pairs of socket and core in the text of /proc/cpuinfo; 0 if it has none. */
  static int cores(String cpus) {
    return (int)
        Arrays.stream(cpus.split("\n\n", -1))
            .filter(cpu -> field(cpu, "core id").isPresent())
            .map(cpu -> field(cpu, "physical id") + "/" + field(cpu, "core id"))
            .distinct()
            .count();
  }

  private static Optional<String> field(String text, String name) {
    return text.lines()
        .filter(line -> line.startsWith(name))
        .map(line -> line.substring(line.indexOf(':') + 1).strip())
        .findFirst();
  }

  private static String text(String name) {
    try {
      return Files.readString(PROC.resolve(name));
    } catch (IOException e) {
      return "";
    }
  }

  /** Whether figures of both can stand in one table; Java, its flags and updates may differ. */
  boolean isSame(Machine other) {
    return processor.equals(other.processor) && cores == other.cores;
  }

  /** As an object of a result. */
  public JsonObject toJson() {
    return JsonValue.object()
        .put("processor", processor)
        .put("cores", cores)
        .put("memory_bytes", memoryBytes)
        .put("system", system)
        .put("java", java)
        .put("flags", flags)
        .build();
  }

  static Machine of(JsonObject json) {
    return new Machine(
        json.string("processor").orElse(""),
        json.integer("cores").orElse(0),
        json.number("memory_bytes").orElse(0.0).longValue(),
        json.string("system").orElse(""),
        json.string("java").orElse(""),
        json.string("flags").orElse(""));
  }
}

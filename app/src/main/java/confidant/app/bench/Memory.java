package confidant.app.bench;

import confidant.engine.json.JsonValue.JsonObject;
import confidant.engine.json.JsonValue.ObjectBuilder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * What a process holds in memory, in bytes; 0 where the system does not say.
 *
 * @param peakResident most it ever held, mapped files included
 * @param anonymous its own pages, which cannot be dropped: all but mapped files
 * @param file pages of mapped files, which can
 * @param heap used Java heap
 */
public record Memory(long peakResident, long anonymous, long file, long heap) {
  private static final Path STATUS = Path.of("/proc/self/status");
  private static final long KIB = 1024;

  /** This process, after a garbage collection. */
  static Memory ofThisProcess() {
    System.gc();
    long heap = Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
    try {
      String status = Files.exists(STATUS) ? Files.readString(STATUS) : "";
      return new Memory(
          bytes(status, "VmHWM"), bytes(status, "RssAnon"), bytes(status, "RssFile"), heap);
    } catch (IOException e) {
      return new Memory(0, 0, 0, heap);
    }
  }

  /** The value of a line such as {@code RssAnon: 123 kB}. */
  static long bytes(String status, String name) {
    return status
        .lines()
        .filter(line -> line.startsWith(name + ":"))
        .findFirst()
        .map(line -> Long.parseLong(line.replaceAll("\\D", "")) * KIB)
        .orElse(0L);
  }

  /** Members of an answer. */
  void putInto(ObjectBuilder answer) {
    answer
        .put("peak_resident", peakResident)
        .put("anonymous", anonymous)
        .put("file", file)
        .put("heap", heap);
  }

  static Memory of(JsonObject answer) {
    return new Memory(
        number(answer, "peak_resident"),
        number(answer, "anonymous"),
        number(answer, "file"),
        number(answer, "heap"));
  }

  private static long number(JsonObject answer, String name) {
    Optional<Double> value = answer.number(name);
    return value.map(Double::longValue).orElse(0L);
  }
}

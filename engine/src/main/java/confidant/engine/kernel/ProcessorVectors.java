package confidant.engine.kernel;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** The widest vectors of the processor, whatever Java makes of them. Known on Linux. */
final class ProcessorVectors {
  private static final Path LINUX_PROCESSORS = Path.of("/proc/cpuinfo");

  private ProcessorVectors() {}

  /** Bits; 0 if unknown. */
  static int bits() {
    if (!Files.isReadable(LINUX_PROCESSORS)) {
      return 0;
    }
    try (Reader reader = Files.newBufferedReader(LINUX_PROCESSORS, StandardCharsets.ISO_8859_1)) {
      return bits(reader);
    } catch (IOException e) {
      return 0;
    }
  }

  /** Bits by the first processor that {@code cpuinfo}, in the form of Linux, describes. */
  static int bits(Reader cpuinfo) throws IOException {
    BufferedReader lines = new BufferedReader(cpuinfo);
    for (String line = lines.readLine(); line != null; line = lines.readLine()) {
      if (line.startsWith("flags")) {
        List<String> flags = List.of(line.split("\\s+"));
        // Java's 512 bits need all three.
        if (flags.contains("avx512f") && flags.contains("avx512bw") && flags.contains("avx512dq")) {
          return 512;
        }
        return flags.contains("avx2") ? 256 : 128;
      }
    }
    return 0;
  }
}

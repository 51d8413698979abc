package confidant.app.cli;

import confidant.app.about.ProgramFacts;
import java.util.List;

/** What {@code --version -v} shows, one fact a line. */
final class FactLines {
  private FactLines() {}

  static List<String> of(ProgramFacts facts) {
    return List.of(
        "confidant " + facts.version(),
        "java      " + facts.java(),
        "kernels   " + facts.kernels().line(),
        "threads   %d on %s".formatted(facts.threads(), cores(facts.cores())),
        "memory    " + memory(facts),
        "start-up  " + (facts.startUpCache() ? "with AOT cache" : "without AOT cache"));
  }

  private static String cores(int count) {
    return count == 1 ? "1 physical core" : count + " physical cores";
  }

  private static String memory(ProgramFacts facts) {
    String heap = Sizes.bytes(facts.heapBytes());
    return facts.memoryBytes() == 0
        ? "up to %s for Java's heap".formatted(heap)
        : "%s, of it up to %s for Java's heap".formatted(Sizes.bytes(facts.memoryBytes()), heap);
  }
}

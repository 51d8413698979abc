package confidant.ui.about;

import confidant.ui.about.AboutViewModel.Fact;
import confidant.ui.common.Texts;
import confidant.ui.port.AboutPort.Facts;
import confidant.ui.port.AboutPort.Kernels;
import confidant.ui.port.AboutPort.Obstacle;
import java.util.List;
import java.util.Locale;

/** What the program runs on, in words. */
public final class FactWords {
  private static final double GIB = 1024.0 * 1024 * 1024;

  private final Texts texts;

  public FactWords(Texts texts) {
    this.texts = texts;
  }

  /** One line for each fact, in the order of the box. */
  public List<Fact> of(Facts found) {
    return List.of(
        fact("version", found.version()),
        fact("java", found.java()),
        fact("kernels", kernels(found.kernels())),
        fact("threads", texts.get("about.threads-of", found.threads(), found.cores())),
        fact("memory", memory(found)),
        fact("start", texts.get(found.startUpCache() ? "about.cache-used" : "about.cache-none")));
  }

  private Fact fact(String key, String value) {
    return new Fact(key, texts.get("about." + key), value);
  }

  private String memory(Facts found) {
    double heap = found.heapBytes() / GIB;
    return found.memoryBytes() == 0
        ? texts.get("about.heap-only", heap)
        : texts.get("about.memory-of", found.memoryBytes() / GIB, heap);
  }

  private String kernels(Kernels kernels) {
    StringBuilder words =
        new StringBuilder(
            kernels.bits() == 0
                ? texts.get("kernels.scalar")
                : texts.get("kernels.vector", kernels.bits()));
    if (kernels.obstacle() != Obstacle.NONE) {
      String key =
          "kernels." + kernels.obstacle().name().toLowerCase(Locale.ROOT).replace('_', '-');
      words.append(". ").append(texts.get(key, kernels.detail(), kernels.processorBits()));
    }
    if (!kernels.replaced().isEmpty()) {
      words
          .append(". ")
          .append(texts.get("kernels.replaced", String.join(", ", kernels.replaced())));
    }
    return words.toString();
  }
}

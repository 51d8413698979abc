package confidant.ui.about;

import confidant.ui.common.Texts;
import confidant.ui.port.AboutPort;
import confidant.ui.port.AboutPort.Facts;
import confidant.ui.port.AboutPort.Kernels;
import confidant.ui.port.AboutPort.Obstacle;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Executor;
import java.util.stream.Collectors;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/** The About box: whether it is open, and the facts in the person's language. */
public final class AboutViewModel {
  private static final double GIB = 1024.0 * 1024 * 1024;

  private final AboutPort port;
  private final Texts texts;
  private final Executor frames;
  private final ReadOnlyBooleanWrapper open = new ReadOnlyBooleanWrapper();
  private final ObservableList<Fact> facts = FXCollections.observableArrayList();
  private final ObservableList<Fact> readOnlyFacts =
      FXCollections.unmodifiableObservableList(facts);

  /**
   * One line of the box.
   *
   * @param key which fact it is
   * @param name of the fact, for people
   */
  public record Fact(String key, String name, String value) {}

  public AboutViewModel(AboutPort port, Texts texts, Executor frames) {
    this.port = port;
    this.texts = texts;
    this.frames = frames;
  }

  /** Opens the box; the facts are collected anew and appear when they are there. */
  public void show() {
    open.set(true);
    port.ask(found -> frames.execute(() -> facts.setAll(words(found))));
  }

  public void close() {
    open.set(false);
  }

  public ReadOnlyBooleanProperty openProperty() {
    return open.getReadOnlyProperty();
  }

  /** Empty until they were collected for the first time. */
  public ObservableList<Fact> facts() {
    return readOnlyFacts;
  }

  /** All facts as lines of text, for a message to somebody who helps. */
  public String asText() {
    return facts.stream()
        .map(fact -> fact.name() + ": " + fact.value())
        .collect(Collectors.joining("\n"));
  }

  private List<Fact> words(Facts found) {
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

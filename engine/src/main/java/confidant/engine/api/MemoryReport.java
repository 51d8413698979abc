package confidant.engine.api;

import java.util.List;
import java.util.OptionalLong;

/**
 * What is in memory, measured. Figures that the system does not tell are empty: all that are
 * optional are told by Linux only.
 *
 * @param parts the model's weights, part by part
 * @param anonymousBytes of the process in memory that no file stands behind: heap, caches, stacks
 * @param fileBytes of the process's mapped files in memory, as far as it has touched them
 * @param sharedBytes of the process in memory that are shared without a file
 * @param heapBytes of Java's heap in use
 * @param cacheBytes of keys and values of all open sessions
 * @param pageIns times that a thread waited for a page from disk since the model was opened
 * @param diskBytes bytes read from disk by the process since the model was opened, ahead included
 */
public record MemoryReport(
    List<Part> parts,
    OptionalLong anonymousBytes,
    OptionalLong fileBytes,
    OptionalLong sharedBytes,
    long heapBytes,
    long cacheBytes,
    OptionalLong pageIns,
    OptionalLong diskBytes) {

  public MemoryReport {
    parts = List.copyOf(parts);
  }

  /** A part of the model's files. */
  public enum WeightPart {
    EMBEDDING("embedding"),
    ATTENTION("attention and routers"),
    EXPERTS("experts"),
    OUTPUT("output"),
    /** Norms, biases, the vocabulary, headers. */
    OTHER("all else");

    private final String label;

    WeightPart(String label) {
      this.label = label;
    }

    public String label() {
      return label;
    }
  }

  /**
   * A part of the model's files.
   *
   * @param mappedBytes its size
   * @param residentBytes how much of it is in memory, whoever brought it there
   */
  public record Part(WeightPart part, long mappedBytes, OptionalLong residentBytes) {}

  /** Size of the model's files. */
  public long mappedBytes() {
    return parts.stream().mapToLong(Part::mappedBytes).sum();
  }

  /** How much of the model's files is in memory; empty if one part's figure is. */
  public OptionalLong residentBytes() {
    return parts.stream().allMatch(part -> part.residentBytes().isPresent())
        ? OptionalLong.of(parts.stream().mapToLong(part -> part.residentBytes().getAsLong()).sum())
        : OptionalLong.empty();
  }
}

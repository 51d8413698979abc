package confidant.engine.format.gguf;

import confidant.engine.api.EngineException;
import confidant.engine.format.MappedFile;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.OptionalLong;

/**
 * Holds the sizes of tensors against their places. Tensors of a GGUF file follow each other without
 * gaps, each padded to the alignment: where one ends too early, its type or shape is not the one it
 * was written with, and its numbers would be read as others.
 */
final class GgufPacking {
  /** What may follow the last tensor: some tools fill files up to a memory page. */
  private static final int MAX_TRAILING_BYTES = 4096;

  private final MappedFile file;
  private final long dataStart;
  private final int alignment;
  private final List<Extent> extents = new ArrayList<>();

  /** Where a tensor lies after the start of the data; without a size if its type is not run. */
  private record Extent(String name, long offset, OptionalLong bytes) {}

  /**
   * @param dataStart first byte of the data in {@code file}
   * @param alignment a power of two
   */
  GgufPacking(MappedFile file, long dataStart, int alignment) {
    this.file = file;
    this.dataStart = dataStart;
    this.alignment = alignment;
  }

  void add(String name, long offset, OptionalLong bytes) {
    extents.add(new Extent(name, offset, bytes));
  }

  /**
   * Requires that all tensors that were added fill the file to its end, but for a page.
   *
   * @throws EngineException.Damaged naming the first tensor that does not end where the next begins
   */
  void requireNoGaps() throws EngineException.Damaged {
    extents.sort(Comparator.comparingLong(Extent::offset));
    for (int i = 0; i + 1 < extents.size(); i++) {
      require(extents.get(i), extents.get(i + 1).offset, 0);
    }
    if (!extents.isEmpty()) {
      require(extents.getLast(), aligned(file.size() - dataStart), MAX_TRAILING_BYTES);
    }
  }

  private void require(Extent extent, long end, int spare) throws EngineException.Damaged {
    if (extent.bytes.isEmpty()) {
      return;
    }
    long expected = aligned(extent.bytes.getAsLong());
    long actual = end - extent.offset;
    if (actual < expected || actual > expected + spare) {
      throw file.damaged(
          "tensor %s takes %d bytes by its type and shape, but has room for %d"
              .formatted(extent.name, expected, actual));
    }
  }

  private long aligned(long bytes) {
    return (bytes + alignment - 1) & -alignment;
  }
}

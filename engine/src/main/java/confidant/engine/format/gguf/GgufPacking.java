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
   * Requires that all tensors that were added, and nothing else, fill the file to its end.
   *
   * @throws EngineException.Damaged naming the first tensor that does not end where the next begins
   */
  void requireNoGaps() throws EngineException.Damaged {
    extents.sort(Comparator.comparingLong(Extent::offset));
    long dataBytes = file.size() - dataStart;
    for (int i = 0; i < extents.size(); i++) {
      boolean last = i == extents.size() - 1;
      require(extents.get(i), last ? aligned(dataBytes) : extents.get(i + 1).offset);
    }
  }

  private void require(Extent extent, long end) throws EngineException.Damaged {
    if (extent.bytes.isEmpty()) {
      return;
    }
    long expected = aligned(extent.bytes.getAsLong());
    long actual = end - extent.offset;
    if (expected != actual) {
      throw file.damaged(
          "tensor %s takes %d bytes by its type and shape, but has room for %d"
              .formatted(extent.name, expected, actual));
    }
  }

  private long aligned(long bytes) {
    return (bytes + alignment - 1) & -alignment;
  }
}

package confidant.engine.format;

import confidant.engine.api.EngineException;
import confidant.engine.tensor.DType;
import java.lang.foreign.MemorySegment;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * A tensor as it lies in a checkpoint file.
 *
 * @param name as the file spells it
 * @param file holder of the data
 * @param typeName the element type as its format calls it, such as {@code BF16} or {@code Q4_K}
 * @param type how the engine reads it; empty for raw bytes and for types that are not run
 * @param shape outermost dimension first
 * @param data exactly the tensor's bytes; empty if the type's size is unknown
 */
public record StoredTensor(
    String name,
    MappedFile file,
    String typeName,
    Optional<DType> type,
    List<Long> shape,
    MemorySegment data) {

  public StoredTensor {
    shape = List.copyOf(shape);
  }

  /** Number of elements as the file counts them. */
  public long elements() {
    return shape.stream().reduce(1L, Math::multiplyExact);
  }

  /** First byte of the data in its file. */
  public long fileOffset() {
    return data.address() - file.bytes().address();
  }

  /**
   * The product of a shape read from a file.
   *
   * @throws EngineException.Damaged if a dimension is below 1 or the product exceeds 63 bits
   */
  public static long elements(MappedFile file, String tensor, List<Long> shape)
      throws EngineException {
    long product = 1;
    for (long dimension : shape) {
      if (dimension < 1 || product > Long.MAX_VALUE / dimension) {
        throw file.damaged("tensor " + tensor + " has the impossible shape " + shape);
      }
      product *= dimension;
    }
    return product;
  }

  /**
   * Checks that no two tensors share bytes.
   *
   * @return the tensors in file order
   */
  public static List<StoredTensor> requireDisjoint(List<StoredTensor> tensors)
      throws EngineException {
    List<StoredTensor> sorted =
        tensors.stream()
            .filter(tensor -> tensor.data.byteSize() > 0)
            .sorted(Comparator.comparingLong(StoredTensor::fileOffset))
            .toList();
    for (int i = 1; i < sorted.size(); i++) {
      StoredTensor before = sorted.get(i - 1);
      StoredTensor after = sorted.get(i);
      if (before.fileOffset() + before.data.byteSize() > after.fileOffset()) {
        throw after.file.damaged(
            "tensors " + before.name + " and " + after.name + " lie on the same bytes");
      }
    }
    return sorted;
  }
}

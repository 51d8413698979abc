package confidant.engine.format.gguf;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** Types of metadata values by their number in the file. */
enum GgufValueType {
  UINT8(0, 1),
  INT8(1, 1),
  UINT16(2, 2),
  INT16(3, 2),
  UINT32(4, 4),
  INT32(5, 4),
  FLOAT32(6, 4),
  BOOL(7, 1),
  /** Length as a 64-bit number, then UTF-8. */
  STRING(8, 8),
  /** Element type as a 32-bit number, count as a 64-bit number, then the elements. */
  ARRAY(9, 12),
  UINT64(10, 8),
  INT64(11, 8),
  FLOAT64(12, 8);

  private final int id;
  private final int minimumBytes;

  GgufValueType(int id, int minimumBytes) {
    this.id = id;
    this.minimumBytes = minimumBytes;
  }

  static Optional<GgufValueType> of(int id) {
    return Arrays.stream(values()).filter(type -> type.id == id).findFirst();
  }

  int id() {
    return id;
  }

  /** Bytes of a number; of the others the fewest they can take. */
  int minimumBytes() {
    return minimumBytes;
  }

  boolean isFixedSize() {
    return this != STRING && this != ARRAY;
  }

  String label() {
    return name().toLowerCase(Locale.ROOT);
  }
}

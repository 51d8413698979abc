package confidant.engine.format.safetensors;

import confidant.engine.tensor.DType;
import java.util.Arrays;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Element types of safetensors; the names are those in the file. */
public enum SafetensorsType {
  F64(8),
  F32(4, DType.F32),
  F16(2, DType.F16),
  BF16(2, DType.BF16),
  F8_E4M3(1),
  F8_E5M2(1),
  F8_E8M0(1),
  I64(8),
  I32(4),
  I16(2),
  I8(1),
  U64(8),
  U32(4),
  U16(2),
  /** Codes and scales of MXFP4, which the format has no name for. */
  U8(1),
  BOOL(1);

  private final int bytes;
  private final @Nullable DType run;

  SafetensorsType(int bytes) {
    this(bytes, null);
  }

  SafetensorsType(int bytes, @Nullable DType run) {
    this.bytes = bytes;
    this.run = run;
  }

  static Optional<SafetensorsType> of(String name) {
    return Arrays.stream(values()).filter(type -> type.name().equals(name)).findFirst();
  }

  /** Bytes per element. */
  public int bytes() {
    return bytes;
  }

  /** How the engine reads it; empty for raw bytes and types that are not run. */
  Optional<DType> run() {
    return Optional.ofNullable(run);
  }
}

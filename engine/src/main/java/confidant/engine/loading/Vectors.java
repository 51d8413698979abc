package confidant.engine.loading;

import confidant.engine.api.EngineException;
import confidant.engine.format.LittleEndian;
import confidant.engine.format.StoredTensor;
import confidant.engine.tensor.DType;
import java.lang.foreign.MemorySegment;

/** Converts norms, biases and sinks to float32. */
final class Vectors {
  private Vectors() {}

  /**
   * Elements {@code first} to {@code first + count - 1}.
   *
   * @throws EngineException.Unsupported if the tensor is not F32, F16 or BF16
   */
  static float[] read(StoredTensor tensor, long first, int count) throws EngineException {
    DType type = tensor.type().orElseThrow(() -> TensorBinder.unsupported(tensor));
    MemorySegment data = tensor.data();
    float[] values = new float[count];
    switch (type) {
      case F32 ->
          MemorySegment.copy(data, LittleEndian.FLOAT, first * Float.BYTES, values, 0, count);
      case F16 -> {
        for (int i = 0; i < count; i++) {
          values[i] = Float.float16ToFloat(data.get(LittleEndian.SHORT, (first + i) * Short.BYTES));
        }
      }
      case BF16 -> {
        for (int i = 0; i < count; i++) {
          values[i] = bfloat16(data.get(LittleEndian.SHORT, (first + i) * Short.BYTES));
        }
      }
      default -> throw TensorBinder.unsupported(tensor);
    }
    return values;
  }

  private static float bfloat16(short bits) {
    return Float.intBitsToFloat(bits << Short.SIZE);
  }
}

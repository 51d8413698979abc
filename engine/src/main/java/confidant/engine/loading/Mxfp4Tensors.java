package confidant.engine.loading;

import confidant.engine.format.StoredTensor;
import confidant.engine.format.safetensors.SafetensorsType;
import confidant.engine.tensor.DType;

/** Tells the raw bytes of MXFP4 in safetensors files apart by shape. */
final class Mxfp4Tensors {
  private Mxfp4Tensors() {}

  /** Whether the elements are bytes, which only MXFP4 is stored as. */
  static boolean isRawBytes(StoredTensor tensor) {
    return tensor.typeName().equals(SafetensorsType.U8.name());
  }

  /** Codes: [experts, rows, blocks, 16]. */
  static boolean isCodes(StoredTensor tensor) {
    return isRawBytes(tensor)
        && tensor.shape().size() == 4
        && tensor.shape().getLast() == DType.MXFP4_SPLIT.blockBytes();
  }

  /** Scales: [experts, rows, blocks]. */
  static boolean isScales(StoredTensor tensor) {
    return isRawBytes(tensor) && tensor.shape().size() == 3;
  }
}

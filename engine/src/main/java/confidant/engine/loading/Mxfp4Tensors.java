package confidant.engine.loading;

import confidant.engine.format.StoredTensor;
import confidant.engine.tensor.DType;

/** Tells the raw bytes of MXFP4 in safetensors files apart by shape. */
final class Mxfp4Tensors {
  private static final String RAW_BYTES = "U8";

  private Mxfp4Tensors() {}

  /** Codes: [experts, rows, blocks, 16]. */
  static boolean isCodes(StoredTensor tensor) {
    return tensor.typeName().equals(RAW_BYTES)
        && tensor.shape().size() == 4
        && tensor.shape().getLast() == DType.MXFP4_SPLIT.blockBytes();
  }

  /** Scales: [experts, rows, blocks]. */
  static boolean isScales(StoredTensor tensor) {
    return tensor.typeName().equals(RAW_BYTES) && tensor.shape().size() == 3;
  }
}

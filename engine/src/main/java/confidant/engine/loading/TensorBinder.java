package confidant.engine.loading;

import confidant.engine.api.EngineException;
import confidant.engine.format.StoredTensor;
import confidant.engine.tensor.DType;
import confidant.engine.tensor.Matrix;
import java.lang.foreign.MemorySegment;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Turns stored tensors into what the model computes with, and holds every shape and type against
 * what the configuration asks for.
 */
final class TensorBinder {
  private final TensorTable tensors;
  private final Set<String> bound = new HashSet<>();

  TensorBinder(TensorTable tensors) {
    this.tensors = tensors;
  }

  TensorTable tensors() {
    return tensors;
  }

  /** The tensors that nothing was made of so far, in file order. */
  List<StoredTensor> leftOver() {
    return tensors.all().stream().filter(tensor -> !bound.contains(tensor.name())).toList();
  }

  /**
   * The matrix [rows, cols] named {@code name}, of a part of the model that is not quantised to
   * MXFP4: looking embeddings up and sharing activations between q, k and v both rely on columns in
   * their natural order, which kernels do not keep for every spelling of MXFP4.
   */
  Matrix matrix(String name, int rows, int cols) throws EngineException {
    StoredTensor tensor = requireShape(name, rows, cols);
    DType type = runnable(tensor);
    if (type.isMxfp4()) {
      throw unsupported(tensor);
    }
    requireBlocks(tensor, type, cols);
    return Matrix.dense(type, rows, cols, tensor.data());
  }

  /** The matrices [rows, cols] that make up the tensor [count, rows, cols]. */
  List<Matrix> matrices(String name, int count, int rows, int cols) throws EngineException {
    StoredTensor tensor = requireShape(name, count, rows, cols);
    DType type = runnable(tensor);
    requireBlocks(tensor, type, cols);
    return slices(type, tensor.data(), tensor.data(), count, rows, cols);
  }

  /**
   * The MXFP4 matrices [rows, cols] whose codes lie in {@code blocks} [count, rows, cols/32, 16]
   * and whose scales in {@code scales} [count, rows, cols/32].
   */
  List<Matrix> splitMxfp4(String blocks, String scales, int count, int rows, int cols)
      throws EngineException {
    DType type = DType.MXFP4_SPLIT;
    int perRow = cols / type.blockElements();
    StoredTensor codes = requireShape(blocks, count, rows, perRow, type.blockBytes());
    StoredTensor exponents = requireShape(scales, count, rows, perRow);
    requireRawBytes(codes);
    requireRawBytes(exponents);
    requireBlocks(codes, type, cols);
    return slices(type, codes.data(), exponents.data(), count, rows, cols);
  }

  private static List<Matrix> slices(
      DType type, MemorySegment data, MemorySegment scales, int count, int rows, int cols) {
    boolean split = type == DType.MXFP4_SPLIT;
    long rowBytes = type.rowBytes(cols);
    long scaleBytes = split ? cols / type.blockElements() : 0;
    List<Matrix> matrices = new ArrayList<>(count);
    for (int i = 0; i < count; i++) {
      matrices.add(
          new Matrix(
              type,
              rows,
              cols,
              data,
              i * (rows * rowBytes),
              rowBytes,
              scales,
              i * (rows * scaleBytes),
              scaleBytes));
    }
    return matrices;
  }

  /** The vector [length] named {@code name}, on the heap. */
  float[] vector(String name, int length) throws EngineException {
    return Vectors.read(requireShape(name, length), 0, length);
  }

  /** The rows of the small tensor [count, length], each on the heap. */
  List<float[]> vectors(String name, int count, int length) throws EngineException {
    StoredTensor tensor = requireShape(name, count, length);
    List<float[]> rows = new ArrayList<>(count);
    for (int i = 0; i < count; i++) {
      rows.add(Vectors.read(tensor, (long) i * length, length));
    }
    return rows;
  }

  private StoredTensor requireShape(String name, long... expected) throws EngineException {
    StoredTensor tensor = tensors.require(name);
    List<Long> shape = Arrays.stream(expected).boxed().toList();
    if (!tensor.shape().equals(shape)) {
      throw new EngineException.Damaged(
          tensor.file().name()
              + " is damaged: tensor "
              + name
              + " has the shape "
              + tensor.shape()
              + ", the configuration asks for "
              + shape
              + "; fetch all files of one model.");
    }
    bound.add(name);
    return tensor;
  }

  private static DType runnable(StoredTensor tensor) throws EngineException {
    return tensor.type().orElseThrow(() -> unsupported(tensor));
  }

  private static void requireRawBytes(StoredTensor tensor) throws EngineException {
    if (!Mxfp4Tensors.isRawBytes(tensor)) {
      throw unsupported(tensor);
    }
  }

  private static void requireBlocks(StoredTensor tensor, DType type, int cols)
      throws EngineException {
    if (cols % type.blockElements() != 0) {
      throw tensor
          .file()
          .damaged(
              "tensor "
                  + tensor.name()
                  + " has rows of "
                  + cols
                  + " elements, no whole number of "
                  + type.label()
                  + " blocks");
    }
  }

  /** The refusal of an element type, with what to get instead. */
  static EngineException unsupported(StoredTensor tensor) {
    return new EngineException.Unsupported(
        tensor.file().name()
            + " stores tensor "
            + tensor.name()
            + " as "
            + tensor.typeName()
            + ", which is not run: get the file with MXFP4 experts and Q8_0, F16 or BF16 attention,"
            + " such as ggml-org's gpt-oss-20b-mxfp4.gguf or OpenAI's own safetensors.");
  }
}

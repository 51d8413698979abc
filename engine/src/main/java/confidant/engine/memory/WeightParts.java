package confidant.engine.memory;

import confidant.engine.api.MemoryReport.WeightPart;
import confidant.engine.model.Weights;
import confidant.engine.tensor.Matrix;
import java.lang.foreign.MemorySegment;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Which mapped ranges make up which part of a model; no range belongs to two. */
final class WeightParts {
  private final Map<WeightPart, List<MemorySegment>> ranges = new EnumMap<>(WeightPart.class);

  WeightParts(Weights weights) {
    ranges.put(WeightPart.EXPERTS, distinct(weights.layers().stream().flatMap(WeightParts::mlp)));
    ranges.put(
        WeightPart.ATTENTION, distinct(weights.layers().stream().flatMap(WeightParts::dense)));
    ranges.put(WeightPart.OUTPUT, distinct(Stream.of(weights.output())));
    boolean tied = start(weights.embedding()) == start(weights.output());
    ranges.put(WeightPart.EMBEDDING, tied ? List.of() : distinct(Stream.of(weights.embedding())));
  }

  /** The tensors of {@code part}, in the order in which a forward pass reads them. */
  List<MemorySegment> of(WeightPart part) {
    return ranges.getOrDefault(part, List.of());
  }

  /** The bytes of one expert. */
  static Stream<MemorySegment> rangesOf(Weights.Expert expert) {
    return Stream.of(expert.gate(), expert.up(), expert.down())
        .flatMap(matrix -> Stream.of(rows(matrix), scales(matrix)));
  }

  private static Stream<Matrix> mlp(Weights.Layer layer) {
    return layer.experts().stream().flatMap(e -> Stream.of(e.gate(), e.up(), e.down()));
  }

  private static Stream<Matrix> dense(Weights.Layer layer) {
    return Stream.of(layer.q(), layer.k(), layer.v(), layer.o(), layer.router());
  }

  /** Whole tensors: several matrices look at the rows or experts of one. */
  private static List<MemorySegment> distinct(Stream<Matrix> matrices) {
    Map<Long, MemorySegment> byStart = new LinkedHashMap<>();
    matrices
        .flatMap(matrix -> Stream.of(matrix.data(), matrix.scales()))
        .forEach(tensor -> byStart.putIfAbsent(tensor.address(), tensor));
    return List.copyOf(byStart.values());
  }

  private static long start(Matrix matrix) {
    return matrix.data().address();
  }

  private static MemorySegment rows(Matrix matrix) {
    return matrix
        .data()
        .asSlice(
            matrix.offset(),
            matrix.rowOffset(matrix.rows() - 1)
                + matrix.type().rowBytes(matrix.cols())
                - matrix.offset());
  }

  /** Empty where scales stand within the rows. */
  private static MemorySegment scales(Matrix matrix) {
    if (matrix.scaleRowStride() == 0) {
      return matrix.scales().asSlice(0, 0);
    }
    int perRow = matrix.cols() / matrix.type().blockElements();
    return matrix
        .scales()
        .asSlice(
            matrix.scaleOffset(),
            matrix.scaleRowOffset(matrix.rows() - 1) + perRow - matrix.scaleOffset());
  }
}

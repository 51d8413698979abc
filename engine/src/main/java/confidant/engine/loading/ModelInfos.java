package confidant.engine.loading;

import confidant.engine.api.ModelInfo;
import confidant.engine.format.StoredTensor;
import confidant.engine.model.ModelConfig;
import confidant.engine.model.Weights;
import confidant.engine.tensor.DType;
import confidant.engine.tensor.Matrix;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/** Describes an opened checkpoint. */
final class ModelInfos {
  private ModelInfos() {}

  static ModelInfo describe(MappedCheckpoint checkpoint, Weights weights) {
    ModelConfig config = checkpoint.config();
    Map<String, Long> bytesByType = new TreeMap<>();
    long parameters = 0;
    for (StoredTensor tensor : checkpoint.tensors().all()) {
      bytesByType.merge(label(tensor), tensor.data().byteSize(), Long::sum);
      parameters += parameters(tensor);
    }
    return new ModelInfo(
        checkpoint.name(),
        checkpoint.path(),
        checkpoint.layout(),
        config.layers(),
        config.experts(),
        config.expertsPerToken(),
        config.hiddenSize(),
        config.intermediateSize(),
        config.heads(),
        config.kvHeads(),
        config.headDim(),
        config.vocabularySize(),
        config.slidingWindow(),
        (int) config.sliding().stream().filter(slides -> slides).count(),
        config.contextLength(),
        parameters,
        bytesByType.values().stream().mapToLong(Long::longValue).sum(),
        bytesByType,
        denseTypes(weights),
        checkpoint.untrained(),
        checkpoint.demo());
  }

  private static String label(StoredTensor tensor) {
    boolean rawMxfp4 = Mxfp4Tensors.isCodes(tensor) || Mxfp4Tensors.isScales(tensor);
    return rawMxfp4 ? DType.MXFP4_SPLIT.label() : tensor.typeName();
  }

  private static long parameters(StoredTensor tensor) {
    if (Mxfp4Tensors.isScales(tensor)) {
      return 0;
    }
    return Mxfp4Tensors.isCodes(tensor) ? 2 * tensor.elements() : tensor.elements();
  }

  private static List<String> denseTypes(Weights weights) {
    Stream<Matrix> attention =
        weights.layers().stream()
            .flatMap(layer -> Stream.of(layer.q(), layer.k(), layer.v(), layer.o()));
    return Stream.concat(Stream.of(weights.embedding(), weights.output()), attention)
        .map(matrix -> matrix.type().label())
        .distinct()
        .toList();
  }
}

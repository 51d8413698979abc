package confidant.engine.loading;

import confidant.engine.api.EngineException;
import confidant.engine.model.ModelConfig;
import confidant.engine.model.Weights.Expert;
import confidant.engine.tensor.Matrix;
import java.util.ArrayList;
import java.util.List;

/**
 * Binds the experts of one layer. Wherever gate and up come as one matrix with alternating rows,
 * two matrices of twice the row stride look at it; only biases are copied.
 */
final class ExpertBinder {
  private final TensorBinder tensors;
  private final int experts;
  private final int hidden;
  private final int intermediate;

  ExpertBinder(TensorBinder tensors, ModelConfig config) {
    this.tensors = tensors;
    this.experts = config.experts();
    this.hidden = config.hiddenSize();
    this.intermediate = config.intermediateSize();
  }

  /** Binds experts of safetensors files: MXFP4 with scales apart. */
  List<Expert> safetensors(String layer, ExpertNames names) throws EngineException {
    refuseUnquantised(layer + names.gateUp());
    return interleaved(
        split(layer + names.gateUp(), names, 2 * intermediate, hidden),
        tensors.vectors(layer + names.gateUp() + names.bias(), experts, 2 * intermediate),
        split(layer + names.down(), names, hidden, intermediate),
        tensors.vectors(layer + names.down() + names.bias(), experts, hidden));
  }

  private List<Matrix> split(String name, ExpertNames names, int rows, int cols)
      throws EngineException {
    return tensors.splitMxfp4(name + names.blocks(), name + names.scales(), experts, rows, cols);
  }

  /** Fine-tuned and dequantised copies hold their experts as one BF16 tensor of another layout. */
  private void refuseUnquantised(String gateUp) throws EngineException {
    var whole = tensors.tensors().find(gateUp);
    if (whole.isPresent()) {
      throw TensorBinder.unsupported(whole.get());
    }
  }

  /** Binds experts of GGUF files: gate and up apart or, from Ollama, alternating. */
  List<Expert> gguf(String layer) throws EngineException {
    List<Matrix> down =
        tensors.matrices(layer + "ffn_down_exps.weight", experts, hidden, intermediate);
    List<float[]> downBias = tensors.vectors(layer + "ffn_down_exps.bias", experts, hidden);
    String gateUp = layer + "ffn_gate_up_exps";
    if (tensors.tensors().has(gateUp + ".weight")) {
      return interleaved(
          tensors.matrices(gateUp + ".weight", experts, 2 * intermediate, hidden),
          tensors.vectors(gateUp + ".bias", experts, 2 * intermediate),
          down,
          downBias);
    }
    String gateName = layer + "ffn_gate_exps";
    String upName = layer + "ffn_up_exps";
    List<Matrix> gate = tensors.matrices(gateName + ".weight", experts, intermediate, hidden);
    List<Matrix> up = tensors.matrices(upName + ".weight", experts, intermediate, hidden);
    requireSameType(gateName + ".weight", gate.getFirst(), upName + ".weight", up.getFirst());
    List<float[]> gateBias = tensors.vectors(gateName + ".bias", experts, intermediate);
    List<float[]> upBias = tensors.vectors(upName + ".bias", experts, intermediate);
    List<Expert> bound = new ArrayList<>(experts);
    for (int e = 0; e < experts; e++) {
      bound.add(
          new Expert(
              gate.get(e),
              gateBias.get(e),
              up.get(e),
              upBias.get(e),
              down.get(e),
              downBias.get(e)));
    }
    return bound;
  }

  /** Gate and up read the same activations, whose order depends on the type of weights. */
  private void requireSameType(String gateName, Matrix gate, String upName, Matrix up)
      throws EngineException {
    if (gate.type() != up.type()) {
      throw new EngineException.Unsupported(
          tensors.tensors().require(gateName).file().name()
              + " stores tensor "
              + gateName
              + " as "
              + gate.type()
              + " but "
              + upName
              + " as "
              + up.type()
              + ": get a file that stores both alike, such as ggml-org's"
              + " gpt-oss-20b-mxfp4.gguf.");
    }
  }

  private List<Expert> interleaved(
      List<Matrix> gateUp, List<float[]> gateUpBias, List<Matrix> down, List<float[]> downBias) {
    List<Expert> bound = new ArrayList<>(experts);
    for (int e = 0; e < experts; e++) {
      bound.add(
          new Expert(
              gateUp.get(e).rows(0, 2, intermediate),
              everySecond(gateUpBias.get(e), 0),
              gateUp.get(e).rows(1, 2, intermediate),
              everySecond(gateUpBias.get(e), 1),
              down.get(e),
              downBias.get(e)));
    }
    return bound;
  }

  private static float[] everySecond(float[] values, int first) {
    float[] half = new float[values.length / 2];
    for (int i = 0; i < half.length; i++) {
      half[i] = values[2 * i + first];
    }
    return half;
  }
}

package confidant.engine.loading;

/**
 * What a layout calls the tensors of a layer's experts, after the layer's prefix. In safetensors
 * files an MXFP4 weight is two tensors: {@code gateUp + blocks} and {@code gateUp + scales}.
 *
 * @param gateUp gate and up with alternating rows, even ones gate
 */
record ExpertNames(String gateUp, String down, String blocks, String scales, String bias) {

  static final ExpertNames HUGGING_FACE =
      new ExpertNames(
          "mlp.experts.gate_up_proj", "mlp.experts.down_proj", "_blocks", "_scales", "_bias");

  static final ExpertNames ORIGINAL =
      new ExpertNames("mlp.mlp1", "mlp.mlp2", "_weight.blocks", "_weight.scales", "_bias");
}

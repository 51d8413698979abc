package confidant.engine.model;

/** Sees the inside of a forward pass, for holding it against a reference. Arrays are not copies. */
interface LayerObserver {
  /** Where in a forward pass a residual stream was seen. */
  enum Stage {
    EMBEDDING,
    AFTER_ATTENTION,
    AFTER_MLP,
    FINAL_NORM
  }

  /**
   * Shows residual streams.
   *
   * @param layer its index; -1 outside of layers
   * @param values [tokens, hidden]
   */
  void vectors(Stage stage, int layer, float[] values, int tokens);

  /** The experts each token of a layer goes to: [tokens, expertsPerToken]. */
  void experts(int layer, float[] routerLogits, int[] ids, float[] weights, int tokens);
}

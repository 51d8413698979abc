package confidant.engine.model;

/** Asked before each layer of a forward pass, and often within, whether to go on. */
@FunctionalInterface
public interface LayerGate {

  /** Never stops a pass. */
  LayerGate OPEN = (layer, layers) -> true;

  /**
   * Whether to go on.
   *
   * @param layer layers done
   * @param layers layers of the model; the last question comes after the last one
   */
  boolean proceed(int layer, int layers);
}

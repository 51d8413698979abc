package confidant.engine.cache;

/** How elements of keys and values are held. */
public enum CachePrecision {
  /** As they are computed. */
  FLOAT32,
  /** Two bytes, and an exponent per head and position. */
  INT16
}

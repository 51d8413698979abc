package confidant.engine.kernel;

/** What the machine can do at most on one thread. No kernel can be faster than its limit. */
enum Limit {
  /** Fused multiply-adds on registers alone; each counts as two operations. */
  FMA("GFLOP/s", "FMA peak") {
    @Override
    double perSecond() {
      return MachineLimits.fmaPerSecond(1);
    }
  },
  /** Bytes read from the second-level cache. */
  CACHE("GB/s", "L2 read") {
    @Override
    double perSecond() {
      return MachineLimits.bytesPerSecond(1, CACHE_BYTES);
    }
  },
  /** Bytes read from memory. */
  MEMORY("GB/s", "RAM read") {
    @Override
    double perSecond() {
      return MachineLimits.bytesPerSecond(1, MEMORY_BYTES);
    }
  };

  /** Fits the second-level cache of every processor with the vectors that kernels need. */
  static final long CACHE_BYTES = 1L << 19;

  /** Several times the largest caches. */
  static final long MEMORY_BYTES = 1L << 30;

  private final String unit;
  private final String label;

  Limit(String unit, String label) {
    this.unit = unit;
    this.label = label;
  }

  /** Measures it, for two seconds: operations or bytes. */
  abstract double perSecond();

  /** Of a thousand million per second. */
  String unit() {
    return unit;
  }

  /** For people. */
  String label() {
    return label;
  }
}

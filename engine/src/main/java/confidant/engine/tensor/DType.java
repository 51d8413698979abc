package confidant.engine.tensor;

/**
 * How one row of weights is stored. Numbers are little-endian.
 *
 * <p>MXFP4 comes in three spellings of the same numbers: 32 values share a scale byte s, and value
 * = E2M1[code] * 2^(s - 127).
 */
public enum DType {
  /** IEEE binary32. */
  F32(1, 4),
  /** IEEE binary16. */
  F16(1, 2),
  /** The upper half of a binary32. */
  BF16(1, 2),
  /** ggml's Q8_0: per 32 values an F16 scale, then 32 signed bytes. */
  Q8_0(32, 34),
  /**
   * MXFP4 of safetensors: 16 bytes of codes per block, byte j holding element 2j in its low and
   * 2j+1 in its high nibble; scale bytes stand in a tensor of their own.
   */
  MXFP4_SPLIT(32, 16),
  /**
   * MXFP4 of ggml: scale byte, then 16 bytes, byte j holding element j in its low and j+16 in its
   * high nibble.
   */
  MXFP4_GGML(32, 17),
  /** MXFP4 of early Ollama files: scale byte, then 16 bytes in the nibble order of safetensors. */
  MXFP4_OLLAMA(32, 17);

  private final int blockElements;
  private final int blockBytes;

  DType(int blockElements, int blockBytes) {
    this.blockElements = blockElements;
    this.blockBytes = blockBytes;
  }

  /** Values per block; a row is a whole number of blocks. */
  public int blockElements() {
    return blockElements;
  }

  /** Bytes per block, scales that stand elsewhere not counted. */
  public int blockBytes() {
    return blockBytes;
  }

  /**
   * Bytes of a row of {@code elements} values.
   *
   * @throws IllegalArgumentException if that is not a whole number of blocks
   */
  public long rowBytes(long elements) {
    if (elements % blockElements != 0) {
      throw new IllegalArgumentException(
          elements + " values are no whole number of " + this + " blocks of " + blockElements);
    }
    return elements / blockElements * blockBytes;
  }

  public boolean isMxfp4() {
    return this == MXFP4_SPLIT || this == MXFP4_GGML || this == MXFP4_OLLAMA;
  }

  /** The name people know, as shown by {@code model inspect}. */
  public String label() {
    return isMxfp4() ? "MXFP4" : name();
  }
}

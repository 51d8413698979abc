package confidant.ingest.codec;

/**
 * What the header of a picture says of its pixels.
 *
 * @param width in pixels, at least 1
 * @param height in pixels, at least 1
 * @param colored whether there are three channels of colour, else one of grey
 * @param transparent whether a channel of opacity follows
 * @param lumaAndChroma whether the three are luma and chroma, else red, green and blue
 * @param bits of a sample, 1 to 8
 * @param halvings how often its sides can be halved while it is decoded
 * @param nativeBytes that decoding takes for each pixel
 */
record Layout(
    int width,
    int height,
    boolean colored,
    boolean transparent,
    boolean lumaAndChroma,
    int bits,
    int halvings,
    int nativeBytes) {

  /** Channels of the picture that is handed over. */
  int bands() {
    return colored ? 3 : 1;
  }

  /**
   * By how much to reduce the sides of the picture while it is decoded: by no more than {@code
   * step}, which pixels are taken apart anyway, unless it does not fit into memory otherwise.
   *
   * @return a power of two
   * @throws CodecException if it does not fit at all
   */
  int reduction(int step) throws CodecException {
    int reduction = 1;
    for (int halved = 0; halved < halvings; halved++) {
      if (2 * reduction > step && fits(reduction)) {
        break;
      }
      reduction *= 2;
    }
    if (!fits(reduction)) {
      throw CodecException.tooLarge(width + " x " + height + " pixels");
    }
    return reduction;
  }

  private boolean fits(int reduction) {
    long pixels = (long) Math.ceilDiv(width, reduction) * Math.ceilDiv(height, reduction);
    return pixels * nativeBytes <= CodecLimits.NATIVE_BYTES;
  }
}

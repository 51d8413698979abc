package confidant.demo.net;

/** Root mean square normalisation of rows, forwards and backwards. */
final class RmsNorm {

  private RmsNorm() {}

  /**
   * Normalises rows {@code from} to below {@code to}.
   *
   * @param inverses gets one over each row's root mean square
   */
  static void forward(
      float[] x,
      float[] scale,
      int scaleAt,
      int width,
      int from,
      int to,
      float[] y,
      float[] inverses) {
    for (int row = from; row < to; row++) {
      int at = row * width;
      float inverse = (float) (1 / Math.sqrt(squares(x, at, width) / width + Shape.EPSILON));
      inverses[row] = inverse;
      for (int i = 0; i < width; i++) {
        y[at + i] = x[at + i] * inverse * scale[scaleAt + i];
      }
    }
  }

  /**
   * Takes the gradients {@code dy} of rows back.
   *
   * @param dx is added to
   * @param scaleGradients is added to, from 0 on
   */
  static void backward(
      float[] x,
      float[] scale,
      int scaleAt,
      int width,
      int from,
      int to,
      float[] inverses,
      float[] dy,
      float[] dx,
      float[] scaleGradients) {
    for (int row = from; row < to; row++) {
      int at = row * width;
      float inverse = inverses[row];
      float sum = 0;
      for (int i = 0; i < width; i++) {
        float product = dy[at + i] * x[at + i];
        sum += product * scale[scaleAt + i];
        scaleGradients[i] += product * inverse;
      }
      float share = sum * inverse * inverse * inverse / width;
      for (int i = 0; i < width; i++) {
        dx[at + i] += dy[at + i] * scale[scaleAt + i] * inverse - x[at + i] * share;
      }
    }
  }

  private static float squares(float[] x, int at, int width) {
    float even = 0;
    float odd = 0;
    int i = 0;
    for (; i + 1 < width; i += 2) {
      even += x[at + i] * x[at + i];
      odd += x[at + i + 1] * x[at + i + 1];
    }
    return i < width ? even + odd + x[at + i] * x[at + i] : even + odd;
  }
}

package confidant.demo.net;

import java.util.Random;

/**
 * Attention heads that look up and copy, written into the weights before training. In the first
 * layer heads look one and two positions back, by their biases alone, and note which token they
 * saw. In the second, heads look for places whose note is the token at hand, or the last two, and
 * say which token stands there: it followed once, so it may again.
 *
 * <p>Training forms such heads by itself (Olsson and others: In-context Learning and Induction
 * Heads, 2022), but with thousands of different tokens only after more texts than there is time
 * for. All of it is trained on from here.
 */
final class LookUpStart {
  private static final String QKV = "self_attn.qkv.weight";

  /** Pairs of dimensions that turn fast: they tell positions that are near from each other. */
  private static final int FAST_PAIRS = 8;

  /** The fast ones' size: e^5 times as much weight one position off. */
  private static final float FAST_SIZE = 5;

  /** How strongly notes stand in the residual stream. */
  private static final float NOTE_SIZE = 0.7f;

  // Sizes for which a match scores some 18, and all of a thousand strangers together 12.
  private static final float SOUGHT = 1.84f;
  private static final float FOUND = 1.35f;

  /** Where nothing matches, the sink takes it. */
  private static final float SINK = 10;

  /** How strongly a token that was found is said. */
  private static final float SAID = 1.5f;

  /** What is left of the weights that chance gave to these heads elsewhere. */
  private static final float REST = 0.1f;

  private final Parameters parameters;
  private final Shape shape;
  private final Random random;
  private final int width;
  private final int half;
  private final int notes;

  private LookUpStart(Parameters parameters, Random random) {
    this.parameters = parameters;
    this.shape = parameters.shape();
    this.random = random;
    width = shape.headDim();
    half = width / 2;
    notes = firstNote(shape);
  }

  /** Whether a network is wide enough for it. */
  static boolean fits(Shape shape) {
    return shape.layers() > 1
        && shape.kvHeads() > 1
        && shape.group() > 1
        && shape.headDim() >= 4 * FAST_PAIRS
        && shape.hidden() >= 4 * shape.headDim();
  }

  /** The first of the residual stream's dimensions that are left free for notes. */
  static int firstNote(Shape shape) {
    return shape.hidden() - shape.headDim() - shape.headDim() / 2;
  }

  /** Writes the heads over what chance put there; embeddings must leave notes' dimensions zero. */
  static void write(Parameters parameters, Random random) {
    LookUpStart start = new LookUpStart(parameters, random);
    float[][] views = start.views(start.width);
    start.lookBack(views);
    start.lookUp(views);
  }

  /** Directions by chance in what embeddings use, of length one; the constant is left out. */
  private float[][] views(int count) {
    float[][] rows = new float[count][notes];
    for (float[] row : rows) {
      double sum = 0;
      for (int i = 1; i < notes; i++) {
        row[i] = (float) random.nextGaussian();
        sum += row[i] * row[i];
      }
      for (int i = 1; i < notes; i++) {
        row[i] /= (float) Math.sqrt(sum);
      }
    }
    return rows;
  }

  /** Heads 0 and 1 of the first layer note all of the last token, and half of the one before. */
  private void lookBack(float[][] views) {
    fade(0, 0, 0, width);
    fade(0, 1, 0, width);
    int key = shape.queryWidth();
    fadeRows(0, key, 0, FAST_PAIRS);
    fadeRows(0, key, half, FAST_PAIRS);
    float[] exact = parameters.exact;
    int bias = parameters.slot("self_attn.qkv.bias", 0).at();
    for (int pair = 0; pair < FAST_PAIRS; pair++) {
      double turn = Rotary.frequency(shape, pair);
      exact[bias + key + pair] = FAST_SIZE;
      for (int head = 0; head < 2; head++) {
        double angle = -(head + 1) * turn;
        int at = bias + head * width + pair;
        exact[at] = (float) (FAST_SIZE * Math.cos(angle));
        exact[at + half] = (float) (FAST_SIZE * Math.sin(angle));
      }
    }
    for (int i = 0; i < width; i++) {
      set(0, value(0) + i, views[i], 1);
    }
    clearOutput(0, 0);
    clearOutput(0, 1);
    for (int i = 0; i < width; i++) {
      output(0, notes + i, i, NOTE_SIZE);
    }
    for (int i = half; i < width; i++) {
      output(0, notes + half + i, width + i, NOTE_SIZE);
    }
  }

  /** The first head of each group of the second layer. */
  private void lookUp(float[][] views) {
    int other = shape.group();
    fade(1, 0, 0, width);
    fade(1, other, 0, width);
    for (int c = 0; c < half; c++) {
      int slow = c < half / 2 ? half / 2 + c : half + c;
      seek(slow, 0, views[c]);
      note(shape.queryWidth() + slow, notes + c);
      if (c < half / 2) {
        seek(slow, other, views[half + c]);
        note(shape.queryWidth() + width + slow, notes + half + c);
      } else {
        note(other * width + slow, notes + half + c);
        note(shape.queryWidth() + width + slow, notes + width + c);
      }
    }
    int sinks = parameters.slot("self_attn.sinks", 1).at();
    for (int group = 0; group < 2; group++) {
      int head = group * shape.group();
      parameters.exact[sinks + head] = SINK;
      float[][] said = views(width);
      clearOutput(1, head);
      for (int i = 0; i < width; i++) {
        set(1, value(group) + i, said[i], 1);
        for (int to = 0; to < notes; to++) {
          output(1, to, head * width + i, SAID * said[i][to]);
        }
      }
    }
  }

  /** A query of the token at hand. */
  private void seek(int dimension, int head, float[] view) {
    set(1, head * width + dimension, view, SOUGHT);
  }

  /** A query or key that is a note. */
  private void note(int row, int dimension) {
    float[] one = new float[shape.hidden()];
    one[dimension] = 1;
    set(1, row, one, FOUND);
  }

  private int value(int group) {
    return shape.queryWidth() + shape.keyWidth() + group * width;
  }

  private void set(int layer, int row, float[] values, float factor) {
    int at = parameters.slot(QKV, layer).at() + row * shape.hidden();
    for (int i = 0; i < shape.hidden(); i++) {
      parameters.exact[at + i] = i < values.length ? factor * values[i] : 0;
    }
  }

  private void fade(int layer, int head, int from, int count) {
    fadeRows(layer, head * width, from, count);
  }

  private void fadeRows(int layer, int row, int from, int count) {
    int at = parameters.slot(QKV, layer).at();
    int first = at + (row + from) * shape.hidden();
    for (int i = first; i < first + count * shape.hidden(); i++) {
      parameters.exact[i] *= REST;
    }
  }

  private void output(int layer, int to, int from, float weight) {
    int at = parameters.slot("self_attn.o_proj.weight", layer).at();
    parameters.exact[at + to * shape.queryWidth() + from] = weight;
  }

  private void clearOutput(int layer, int head) {
    for (int to = 0; to < shape.hidden(); to++) {
      for (int i = 0; i < width; i++) {
        output(layer, to, head * width + i, 0);
      }
    }
  }
}

package confidant.demo.net;

import confidant.demo.math.Matrix;
import confidant.demo.math.Mxfp4;
import confidant.demo.math.Workers;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/**
 * All weights, one after the other in one array, with places for their gradients.
 *
 * <p>Queries, keys and values are one matrix, as are all experts of a layer. What the network
 * computes with is {@link #used}: the weights as they will be after rounding. Gradients are taken
 * for the unrounded ones as if rounding did nothing.
 */
public final class Parameters {
  private static final String EMBEDDING = "model.embed_tokens.weight";
  private static final String OUTPUT = "lm_head.weight";
  private static final double DEVIATION = 0.02;
  private static final double EMBEDDING_DEVIATION = 0.5;

  /** Small, or each token would be taken for its own successor at first. */
  private static final double OUTPUT_DEVIATION = 0.005;

  /** What the embedding of each token has in its first dimension. */
  private static final float CONSTANT = 2;

  /** By how much all trained tokens together outweigh the others at first, as a logarithm. */
  private static final double MARGIN = 4;

  private final Shape shape;
  private final List<Slot> slots = new ArrayList<>();
  private final Map<String, Slot> byName = new LinkedHashMap<>();
  private int size;

  /** The weights that are trained. */
  public final float[] exact;

  /** What the network computes with. */
  public final float[] used;

  /** The derivative of the loss with respect to each. */
  public final float[] gradients;

  /** Room for the weights of {@code shape}, all zeros. */
  public Parameters(Shape shape) {
    this.shape = shape;
    int hidden = shape.hidden();
    add(EMBEDDING, -1, shape.vocabulary(), hidden, Slot.Kind.MATRIX);
    for (int layer = 0; layer < shape.layers(); layer++) {
      add("input_layernorm.weight", layer, 1, hidden, Slot.Kind.NORM);
      add("self_attn.qkv.weight", layer, shape.qkvWidth(), hidden, Slot.Kind.MATRIX);
      add("self_attn.qkv.bias", layer, 1, shape.qkvWidth(), Slot.Kind.BIAS);
      add("self_attn.sinks", layer, 1, shape.heads(), Slot.Kind.BIAS);
      add("self_attn.o_proj.weight", layer, hidden, shape.queryWidth(), Slot.Kind.MATRIX);
      add("self_attn.o_proj.bias", layer, 1, hidden, Slot.Kind.BIAS);
      add("post_attention_layernorm.weight", layer, 1, hidden, Slot.Kind.NORM);
      add("mlp.router.weight", layer, shape.experts(), hidden, Slot.Kind.MATRIX);
      add("mlp.router.bias", layer, 1, shape.experts(), Slot.Kind.BIAS);
      int gateUp = shape.experts() * 2 * shape.intermediate();
      int down = shape.experts() * hidden;
      add("mlp.experts.gate_up_proj", layer, gateUp, hidden, Slot.Kind.EXPERTS);
      add("mlp.experts.gate_up_proj_bias", layer, 1, gateUp, Slot.Kind.BIAS);
      add("mlp.experts.down_proj", layer, down, shape.intermediate(), Slot.Kind.EXPERTS);
      add("mlp.experts.down_proj_bias", layer, 1, down, Slot.Kind.BIAS);
    }
    add("model.norm.weight", -1, 1, hidden, Slot.Kind.NORM);
    add(OUTPUT, -1, shape.vocabulary(), hidden, Slot.Kind.MATRIX);
    exact = new float[size];
    used = new float[size];
    gradients = new float[size];
  }

  private void add(String name, int layer, int rows, int columns, Slot.Kind kind) {
    Slot slot = new Slot(name, layer, size, rows, columns, kind);
    slots.add(slot);
    byName.put(key(name, layer), slot);
    size += slot.size();
  }

  private static String key(String name, int layer) {
    return layer + "/" + name;
  }

  public Shape shape() {
    return shape;
  }

  /** All tensors in the order in which they lie. */
  public List<Slot> slots() {
    return List.copyOf(slots);
  }

  /** One tensor; layer -1 for those outside of layers. */
  public Slot slot(String name, int layer) {
    Slot slot = byName.get(key(name, layer));
    if (slot == null) {
      throw new IllegalArgumentException("no tensor " + name + " in layer " + layer);
    }
    return slot;
  }

  /** How many numbers. */
  public int size() {
    return size;
  }

  Matrix used(Slot slot) {
    return Matrix.of(used, slot.at(), slot.rows(), slot.columns());
  }

  Matrix gradient(Slot slot) {
    return Matrix.of(gradients, slot.at(), slot.rows(), slot.columns());
  }

  /**
   * Fills the weights with what training begins from. The output matrix begins as the embedding, so
   * that what is learnt of copying one token soon holds for all; then each goes its own way.
   */
  public void begin(long seed) {
    Random random = new Random(seed);
    double residual = DEVIATION / Math.sqrt(2.0 * shape.layers());
    for (Slot slot : slots) {
      boolean intoResidual = slot.name().contains("o_proj") || slot.name().contains("down_proj");
      for (int i = slot.at(); i < slot.end(); i++) {
        exact[i] =
            switch (slot.kind()) {
              case NORM -> 1;
              case BIAS -> 0;
              case MATRIX, EXPERTS ->
                  (float) (random.nextGaussian() * spread(slot, intoResidual, residual));
            };
      }
    }
    if (LookUpStart.fits(shape)) {
      leaveRoomForNotes();
      LookUpStart.write(this, random);
    }
    beginOutput();
  }

  private void leaveRoomForNotes() {
    int hidden = shape.hidden();
    int embedding = slot(EMBEDDING, -1).at();
    for (int row = 0; row < shape.vocabulary(); row++) {
      int at = embedding + row * hidden;
      Arrays.fill(exact, at + LookUpStart.firstNote(shape), at + hidden, 0);
    }
  }

  private void beginOutput() {
    int hidden = shape.hidden();
    int embedding = slot(EMBEDDING, -1).at();
    int output = slot(OUTPUT, -1).at();
    float factor = (float) (OUTPUT_DEVIATION / EMBEDDING_DEVIATION);
    // The first dimension is the same for all tokens and lifts them above those that stay zeros.
    double size = Math.sqrt(Math.pow(EMBEDDING_DEVIATION, 2) + Math.pow(CONSTANT, 2) / hidden);
    double lift = Math.log(1.0 + shape.zeroRows()) - Math.log(shape.vocabulary()) + MARGIN;
    float share = (float) (Math.max(0, lift) * size / CONSTANT);
    for (int row = 0; row < shape.vocabulary(); row++) {
      for (int i = 0; i < hidden; i++) {
        exact[output + row * hidden + i] = factor * exact[embedding + row * hidden + i];
      }
      exact[embedding + row * hidden] = CONSTANT;
      exact[output + row * hidden] = share;
    }
  }

  /** The usual spread, or that which keeps the size of a vector where it is. */
  private double spread(Slot slot, boolean intoResidual, double residual) {
    if (slot.name().equals(EMBEDDING)) {
      return EMBEDDING_DEVIATION;
    }
    double unit = 1 / Math.sqrt(slot.columns());
    return intoResidual ? unit * residual / DEVIATION : unit;
  }

  /**
   * Makes {@link #used} of {@link #exact}.
   *
   * @param quantise whether experts are rounded to MXFP4
   */
  public void round(boolean quantise, Workers workers) {
    workers.each(
        slots.size(),
        (index, gemm) -> {
          Slot slot = slots.get(index);
          if (slot.kind() == Slot.Kind.EXPERTS && quantise) {
            Mxfp4.round(exact, used, slot.at(), slot.end());
          } else {
            for (int i = slot.at(); i < slot.end(); i++) {
              used[i] = Mxfp4.bfloat16(exact[i]);
            }
          }
        });
  }

  /** Uses the weights as they are. */
  public void useExact() {
    System.arraycopy(exact, 0, used, 0, size);
  }
}

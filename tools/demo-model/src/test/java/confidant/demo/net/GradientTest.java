package confidant.demo.net;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import confidant.demo.math.Workers;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Gradients equal the change of the loss when weights are moved a little. */
class GradientTest {
  /** Every expert is chosen: where the choice changes, the loss jumps and has no gradient. */
  private static final Shape SHAPE =
      new Shape(
          48, 1000, 64, 4, 4, 2, 16, 5, 5, 32, 8, 1024, new Shape.Rope(150_000, 4, 64, 32, 1));

  @Test
  void gradientsOfEveryTensorPointWhereTheLossGrows() {
    Parameters parameters = new Parameters(SHAPE);
    parameters.begin(3);
    Random random = new Random(5);
    // Biases, sinks and norms that differ, so that nothing cancels out.
    for (Slot slot : parameters.slots()) {
      if (slot.kind() == Slot.Kind.BIAS || slot.kind() == Slot.Kind.NORM) {
        for (int i = slot.at(); i < slot.end(); i++) {
          parameters.exact[i] += (float) (0.3 * random.nextGaussian());
        }
      }
    }
    parameters.useExact();
    Batch batch = batch(random);
    try (Workers workers = new Workers(2)) {
      Network network = new Network(parameters, 128, 128, workers);
      network.learn(batch, 0);
      float[] gradients = parameters.gradients.clone();
      for (Slot slot : parameters.slots()) {
        check(slot, parameters, gradients, network, batch);
      }
    }
  }

  /** Along the gradient itself the loss must change by its squared length. */
  private static void check(
      Slot slot, Parameters parameters, float[] gradients, Network network, Batch batch) {
    double[] direction = new double[slot.size()];
    double length = 0;
    for (int i = 0; i < direction.length; i++) {
      direction[i] = gradients[slot.at() + i];
      length += direction[i] * direction[i];
    }
    length = Math.sqrt(length);
    assertTrue(length > 0, slot.name() + " of layer " + slot.layer() + " has no gradient");
    double step = 2e-3 / length * Math.min(1, length * 20);
    double difference =
        (moved(slot, direction, step, parameters, network, batch)
                - moved(slot, direction, -step, parameters, network, batch))
            / (2 * step);
    double expected = length * length;
    assertEquals(
        1,
        difference / expected,
        0.005 + 1e-6 / (step * expected),
        slot.name() + " of layer " + slot.layer());
  }

  private static double moved(
      Slot slot,
      double[] direction,
      double step,
      Parameters parameters,
      Network network,
      Batch batch) {
    float[] before = Arrays.copyOfRange(parameters.used, slot.at(), slot.end());
    for (int i = 0; i < direction.length; i++) {
      parameters.used[slot.at() + i] += (float) (step * direction[i]);
    }
    double loss = network.score(batch).loss();
    System.arraycopy(before, 0, parameters.used, slot.at(), before.length);
    return loss;
  }

  private static Batch batch(Random random) {
    Batch batch = new Batch(128);
    int root = add(batch, -1, 20, random);
    int left = add(batch, root, 11, random);
    add(batch, left, 9, random);
    add(batch, root, 13, random);
    return batch;
  }

  private static int add(Batch batch, int parent, int length, Random random) {
    int[] ids = random.ints(length, 0, SHAPE.vocabulary()).toArray();
    float[] learn = new float[length];
    for (int i = 0; i < length; i++) {
      learn[i] = 0.5f + random.nextFloat();
    }
    return batch.add(parent, ids, learn);
  }
}

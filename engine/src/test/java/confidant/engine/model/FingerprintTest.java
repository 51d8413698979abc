package confidant.engine.model;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import confidant.engine.loading.Checkpoint;
import confidant.engine.loading.CheckpointLoader;
import confidant.engine.tensor.Matrix;
import confidant.engine.testing.Golden;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Models that would compute other keys and values have other fingerprints. */
class FingerprintTest {
  private Checkpoint checkpoint;
  private ModelConfig config;
  private Weights weights;

  @BeforeEach
  void open() throws Exception {
    checkpoint = CheckpointLoader.open(Golden.path("model-tiny/hf"));
    config = checkpoint.config();
    weights = checkpoint.weights();
  }

  @AfterEach
  void close() {
    checkpoint.close();
  }

  @Test
  void theSameModelHasTheSameFingerprint() throws Exception {
    try (Checkpoint again = CheckpointLoader.open(Golden.path("model-tiny/hf-sharded"))) {
      assertArrayEquals(
          Fingerprint.of(config, weights), Fingerprint.of(again.config(), again.weights()));
    }
  }

  @Test
  void anotherSlidingLayerIsAnotherModel() {
    List<Boolean> sliding = config.sliding().stream().map(slides -> !slides).toList();
    assertOther(with(sliding, config.rmsEpsilon(), config.contextLength()), weights);
  }

  @Test
  void anotherConstantIsAnotherModel() {
    assertOther(with(config.sliding(), 2e-5f, config.contextLength()), weights);
  }

  @Test
  void anotherLimitOfTheContextIsNoOtherModel() {
    assertArrayEquals(
        Fingerprint.of(config, weights),
        Fingerprint.of(with(config.sliding(), config.rmsEpsilon(), 77), weights));
  }

  @Test
  void anotherVectorIsAnotherModel() {
    float[] norm = weights.finalNorm().clone();
    norm[norm.length / 2] = Math.nextUp(norm[norm.length / 2]);
    assertOther(config, new Weights(weights.embedding(), weights.layers(), norm, weights.output()));
  }

  @Test
  void otherLayersAreAnotherModel() {
    Weights swapped =
        new Weights(
            weights.embedding(),
            weights.layers().reversed(),
            weights.finalNorm(),
            weights.output());
    assertOther(config, swapped);
  }

  @Test
  void anotherMatrixIsAnotherModel() {
    Matrix output = weights.output().rows(2, 1, weights.output().rows() - 2);
    Weights swapped =
        new Weights(weights.embedding(), weights.layers(), weights.finalNorm(), output);
    assertOther(config, swapped);
  }

  private void assertOther(ModelConfig otherConfig, Weights otherWeights) {
    byte[] fingerprint = Fingerprint.of(config, weights);
    assertFalse(Arrays.equals(fingerprint, Fingerprint.of(otherConfig, otherWeights)));
  }

  private ModelConfig with(List<Boolean> sliding, float rmsEpsilon, int contextLength) {
    return new ModelConfig(
        config.hiddenSize(),
        config.intermediateSize(),
        config.heads(),
        config.kvHeads(),
        config.headDim(),
        config.experts(),
        config.expertsPerToken(),
        config.vocabularySize(),
        config.slidingWindow(),
        sliding,
        contextLength,
        rmsEpsilon,
        config.swigluLimit(),
        config.rope());
  }
}

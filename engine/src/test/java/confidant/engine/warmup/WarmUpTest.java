package confidant.engine.warmup;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import confidant.engine.api.KernelReport;
import confidant.engine.api.VmFlags;
import confidant.engine.cache.KvCache;
import confidant.engine.kernel.KernelProvider;
import confidant.engine.model.LayerGate;
import confidant.engine.model.ModelConfig;
import confidant.engine.model.Transformer;
import confidant.engine.model.Weights;
import confidant.engine.model.Workspace;
import confidant.engine.tensor.DType;
import confidant.engine.tensor.Matrix;
import confidant.engine.tensor.RandomMatrix;
import confidant.engine.threads.WorkerPool;
import java.lang.foreign.Arena;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WarmUpTest {
  private static final ModelConfig GPT_OSS_20B =
      new ModelConfig(
          2880,
          2880,
          64,
          8,
          64,
          32,
          4,
          201_088,
          128,
          List.of(true, false, true, false),
          131_072,
          1e-5f,
          7f,
          new ModelConfig.RopeConfig(150_000, 32, 4096, 32, 1, false));

  private final Arena arena = Arena.ofShared();

  @AfterEach
  void free() {
    arena.close();
  }

  /** A large matrix in little memory. */
  private Matrix sameRows(DType type, int rows) {
    Matrix row = RandomMatrix.of(type, 1, GPT_OSS_20B.heads() * GPT_OSS_20B.headDim(), 1, arena);
    return new Matrix(type, rows, row.cols(), row.data(), 0, 0, row.scales(), 0, 0);
  }

  /** Weights of which only types and sizes count. */
  private Weights pattern(DType dense, DType experts) {
    Matrix d = sameRows(dense, GPT_OSS_20B.vocabularySize());
    Matrix router = sameRows(DType.F32, GPT_OSS_20B.experts());
    Matrix e = sameRows(experts, GPT_OSS_20B.intermediateSize());
    float[] none = new float[0];
    Weights.Expert expert = new Weights.Expert(e, none, e, none, e, none);
    Weights.Layer layer =
        new Weights.Layer(
            none,
            d,
            none,
            d,
            none,
            d,
            none,
            none,
            d,
            none,
            none,
            router,
            none,
            Collections.nCopies(32, expert));
    return new Weights(d, Collections.nCopies(4, layer), none, d);
  }

  @ParameterizedTest
  @CsvSource({"Q8_0, MXFP4_GGML", "BF16, MXFP4_SPLIT", "F16, MXFP4_OLLAMA", "F32, MXFP4_GGML"})
  void theTinyModelHasTheTypesOfTheRealOneAndCalculatesWithFiniteNumbers(
      DType dense, DType experts) {
    TinyModel model = TinyModel.like(GPT_OSS_20B, pattern(dense, experts));
    assertEquals(dense, model.weights().output().type());
    assertEquals(experts, model.weights().layers().get(1).experts().get(7).down().type());
    assertEquals(8, model.config().heads() / model.config().kvHeads());
    try (WorkerPool pool = new WorkerPool(1)) {
      Transformer transformer =
          new Transformer(model.config(), model.weights(), KernelProvider.fastest(), pool);
      try (KvCache cache = transformer.newCache(16);
          Workspace workspace = transformer.newWorkspace()) {
        float[][] logits =
            transformer
                .forward(new int[] {1, 100, 200}, 1, cache, workspace, LayerGate.OPEN)
                .orElseThrow();
        for (float logit : logits[0]) {
          assertTrue(Float.isFinite(logit) && Math.abs(logit) < 100, () -> "logit " + logit);
        }
      }
    }
  }

  @Test
  void stopsWhenSomebodyNeedsTheProcessor() {
    int[] asked = {0};
    WarmUp.run(
        GPT_OSS_20B,
        pattern(DType.Q8_0, DType.MXFP4_GGML),
        KernelProvider.fastest(),
        () -> asked[0]++ >= 3);
    assertTrue(asked[0] >= 4 && asked[0] < 20, () -> "asked " + asked[0] + " times");
  }

  @Test
  void theKernelsThatWereAskedForAreReadyInTheEnd() {
    KernelProvider.Selection selection = KernelProvider.select(VmFlags.unknown());
    Preparation preparation =
        Preparation.start(GPT_OSS_20B, pattern(DType.BF16, DType.MXFP4_OLLAMA), selection, true);
    assertTrue(preparation.await(() -> true));
    float[] values = {1f, 2f};
    preparation.kernels().scale(values, 0, 2, 3f);
    assertEquals(6f, values[1]);
    KernelReport report = preparation.report();
    assertEquals(selection.report().name(), report.name());
  }

  @Test
  void theWeightsOfTheTinyModelAreViewsOfTheRealOnes() {
    Weights real = pattern(DType.Q8_0, DType.MXFP4_GGML);
    Weights tiny = TinyModel.like(GPT_OSS_20B, real).weights();
    assertSame(real.output().data(), tiny.output().data());
    assertSame(
        real.layers().getFirst().experts().getFirst().down().data(),
        tiny.layers().getFirst().experts().getLast().down().data());
  }

  @Test
  void closingEndsThePreparationAndFreesWhoWaits() {
    KernelProvider.Selection selection = KernelProvider.select(VmFlags.unknown());
    Preparation preparation =
        Preparation.start(GPT_OSS_20B, pattern(DType.F32, DType.MXFP4_SPLIT), selection, true);
    preparation.close();
    preparation.close();
    float[] values = {1f, 2f};
    preparation.kernels().scale(values, 0, 2, 3f);
    assertEquals(6f, values[1]);
  }

  @Test
  void aTinyModelIsNotWorthIt() {
    ModelConfig tiny = TinyModel.like(GPT_OSS_20B, pattern(DType.Q8_0, DType.MXFP4_GGML)).config();
    assertTrue(WarmUp.pays(GPT_OSS_20B));
    assertFalse(WarmUp.pays(tiny));
    KernelProvider.Selection selection = KernelProvider.select(VmFlags.unknown());
    Preparation none =
        Preparation.start(tiny, pattern(DType.F16, DType.MXFP4_GGML), selection, true);
    assertEquals(selection.kernels(), none.kernels());
  }
}

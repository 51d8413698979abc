package confidant.engine.model;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import confidant.engine.cache.CachePrecision;
import confidant.engine.cache.KvCache;
import confidant.engine.json.JsonValue.JsonObject;
import confidant.engine.kernel.KernelProvider;
import confidant.engine.kernel.Kernels;
import confidant.engine.loading.Checkpoint;
import confidant.engine.loading.CheckpointLoader;
import confidant.engine.sampling.Sampler;
import confidant.engine.testing.Golden;
import confidant.engine.threads.WorkerPool;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The whole forward pass against OpenAI's implementation, in every layout and way of reading. */
class TransformerGoldenTest {
  /** Far inside the 1e-3 that the goldens allow. */
  private static final double LOGIT_TOLERANCE = 2e-4;

  /** Relative to the norm of the vector. */
  private static final double HIDDEN_TOLERANCE = 1e-4;

  private static final int NEVER = Integer.MAX_VALUE;

  @ParameterizedTest
  @CsvSource({
    "model-tiny,   hf",
    "model-tiny,   hf-sharded",
    "model-tiny,   original",
    "model-tiny,   gguf/model-bf16.gguf",
    "model-tiny-b, hf",
    "model-tiny-b, hf-sharded",
    "model-tiny-b, original",
    "model-tiny-b, gguf/model-f16.gguf"
  })
  void givesTheLogitsOfTheReference(String model, String layout) throws Exception {
    JsonObject golden = Golden.object(model + "/golden.json");
    double worst = 0;
    try (Run run = new Run(model, layout, KernelProvider.fastest(), 2)) {
      for (var prompt : golden.object("prompts").orElseThrow().members().entrySet()) {
        JsonObject expected = (JsonObject) prompt.getValue();
        int[] tokens = Golden.ints(expected, "tokens");
        for (int chunk : new int[] {NEVER, 7, 64, 1}) {
          float[][] logits = run.read(tokens, chunk);
          worst = Math.max(worst, difference(Golden.floats(expected, "last_logits"), last(logits)));
          assertArrayEquals(Golden.ints(expected, "argmax"), argmax(logits), prompt.getKey());
          assertLogSumExp(Golden.floats(expected, "logsumexp"), logits);
        }
      }
      float[][] all = allLogits(model);
      float[][] mine = run.read(tokens(golden, "p40"), NEVER);
      for (int t = 0; t < all.length; t++) {
        worst = Math.max(worst, difference(all[t], mine[t]));
      }
    }
    report(model + " " + layout, worst);
    assertTrue(worst < LOGIT_TOLERANCE, "largest difference " + worst);
  }

  @ParameterizedTest
  @CsvSource({"model-tiny", "model-tiny-b"})
  void givesTheLogitsOfTheReferenceFromQ8Weights(String model) throws Exception {
    JsonObject golden = Golden.object(model + "/golden.json");
    JsonObject q8 = Golden.object(model + "/golden-gguf-q8_0.json");
    double worst = 0;
    try (Run run = new Run(model, q8.string("file").orElseThrow(), KernelProvider.fastest(), 2)) {
      for (var prompt : q8.object("prompts").orElseThrow().members().entrySet()) {
        JsonObject expected = (JsonObject) prompt.getValue();
        int[] tokens = tokens(golden, prompt.getKey());
        for (int chunk : new int[] {NEVER, 33, 1}) {
          float[][] logits = run.read(tokens, chunk);
          worst = Math.max(worst, difference(Golden.floats(expected, "last_logits"), last(logits)));
          assertArrayEquals(Golden.ints(expected, "argmax"), argmax(logits), prompt.getKey());
        }
      }
    }
    report(model + " " + q8.string("file").orElseThrow(), worst);
    assertTrue(worst < LOGIT_TOLERANCE, "largest difference " + worst);
  }

  @ParameterizedTest
  @CsvSource({"model-tiny", "model-tiny-b"})
  void aCacheOfTwoBytesAnElementStaysWithinTheGoldens(String model) throws Exception {
    JsonObject golden = Golden.object(model + "/golden.json");
    double worst = 0;
    try (Run run = new Run(model, "hf", KernelProvider.fastest(), 2)) {
      run.precision = CachePrecision.INT16;
      for (var prompt : golden.object("prompts").orElseThrow().members().entrySet()) {
        JsonObject expected = (JsonObject) prompt.getValue();
        int[] tokens = tokens(golden, prompt.getKey());
        for (int chunk : new int[] {NEVER, 33, 1}) {
          float[][] logits = run.read(tokens, chunk);
          worst = Math.max(worst, difference(Golden.floats(expected, "last_logits"), last(logits)));
          assertArrayEquals(Golden.ints(expected, "argmax"), argmax(logits), prompt.getKey());
        }
      }
    }
    report(model + " hf, cache of 16 bits", worst);
    assertTrue(worst < 1e-3, "largest difference " + worst);
  }

  @ParameterizedTest
  @CsvSource({"model-tiny, hf", "model-tiny-b, gguf/model-f16.gguf"})
  void scalarKernelsGiveTheSame(String model, String layout) throws Exception {
    JsonObject golden = Golden.object(model + "/golden.json");
    try (Run run = new Run(model, layout, KernelProvider.scalar(), 1)) {
      int[] tokens = tokens(golden, "p40");
      float[][] expected = allLogits(model);
      for (int chunk : new int[] {NEVER, 1}) {
        float[][] logits = run.read(tokens, chunk);
        for (int t = 0; t < tokens.length; t++) {
          assertTrue(difference(expected[t], logits[t]) < LOGIT_TOLERANCE);
        }
      }
    }
  }

  @ParameterizedTest
  @CsvSource({"model-tiny, 1", "model-tiny, 3", "model-tiny-b, 2"})
  void drawsTheSameGreedyTokens(String model, int threads) throws Exception {
    JsonObject golden = Golden.object(model + "/golden.json");
    try (Run run = new Run(model, "hf", KernelProvider.fastest(), threads)) {
      for (var each : golden.object("greedy").orElseThrow().members().values()) {
        JsonObject greedy = (JsonObject) each;
        int[] expected = Golden.ints(greedy, "tokens");
        int[] prompt = Golden.ints(greedy, "prompt_tokens");
        assertArrayEquals(expected, run.greedy(prompt, expected.length));
      }
    }
  }

  @ParameterizedTest
  @CsvSource({"model-tiny", "model-tiny-b"})
  void everyLayerMatchesTheTrace(String model) throws Exception {
    JsonObject trace = Golden.object(model + "/golden-trace.json");
    JsonObject golden = Golden.object(model + "/golden.json");
    List<JsonObject> layers = Golden.objects(trace, "layers");
    List<String> seen = new ArrayList<>();
    try (Run run = new Run(model, "hf", KernelProvider.fastest(), 2)) {
      run.observed(
          tokens(golden, "p40"),
          new LayerObserver() {
            @Override
            public void vectors(Stage stage, int layer, float[] values, int tokens) {
              JsonObject expected =
                  switch (stage) {
                    case EMBEDDING -> trace.object("embedding").orElseThrow();
                    case AFTER_ATTENTION ->
                        layers.get(layer).object("after_attention").orElseThrow();
                    case AFTER_MLP -> layers.get(layer).object("after_mlp").orElseThrow();
                    case FINAL_NORM -> trace.object("final_norm").orElseThrow();
                  };
              assertVectors(expected, values, tokens);
              seen.add(stage + " " + layer);
            }

            @Override
            public void experts(
                int layer, float[] routerLogits, int[] ids, float[] weights, int tokens) {
              assertExperts(layers.get(layer), routerLogits, ids, weights, tokens);
              seen.add("experts " + layer);
            }
          });
    }
    assertEquals(2 + 3 * layers.size(), seen.size());
  }

  private static void assertVectors(JsonObject expected, float[] values, int tokens) {
    float[] norms = Golden.floats(expected, "l2");
    float[] last = Golden.floats(expected, "last");
    int hidden = last.length;
    for (int t = 0; t < tokens; t++) {
      double squares = 0;
      for (int i = 0; i < hidden; i++) {
        squares += (double) values[t * hidden + i] * values[t * hidden + i];
      }
      assertEquals(norms[t], Math.sqrt(squares), HIDDEN_TOLERANCE * norms[t]);
    }
    for (int i = 0; i < hidden; i++) {
      double tolerance = HIDDEN_TOLERANCE * norms[tokens - 1];
      assertEquals(last[i], values[(tokens - 1) * hidden + i], tolerance);
    }
  }

  private static void assertExperts(
      JsonObject expected, float[] routerLogits, int[] ids, float[] weights, int tokens) {
    List<int[]> expectedIds =
        expected.array("router_ids").orElseThrow().items().stream().map(Golden::ints).toList();
    var expectedWeights = expected.array("router_weights").orElseThrow().items();
    int perToken = expectedIds.getFirst().length;
    for (int t = 0; t < tokens; t++) {
      int at = t * perToken;
      assertArrayEquals(expectedIds.get(t), Arrays.copyOfRange(ids, at, at + perToken));
      float[] w = Golden.floats(expectedWeights.get(t));
      for (int n = 0; n < perToken; n++) {
        assertEquals(w[n], weights[at + n], 1e-4);
      }
    }
    float[] logits = Golden.floats(expected, "router_logits_last");
    for (int e = 0; e < logits.length; e++) {
      assertEquals(logits[e], routerLogits[(tokens - 1) * logits.length + e], 1e-3);
    }
  }

  private static int[] tokens(JsonObject golden, String prompt) {
    JsonObject prompts = golden.object("prompts").orElseThrow();
    return Golden.ints(prompts.object(prompt).orElseThrow(), "tokens");
  }

  private static float[][] allLogits(String model) throws IOException {
    byte[] bytes = Files.readAllBytes(Golden.path(model + "/golden-logits-p40.f32"));
    FloatBuffer all = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).asFloatBuffer();
    float[][] logits = new float[40][all.remaining() / 40];
    for (float[] row : logits) {
      all.get(row);
    }
    return logits;
  }

  private static float[] last(float[][] logits) {
    return logits[logits.length - 1];
  }

  private static int[] argmax(float[][] logits) {
    return Arrays.stream(logits).mapToInt(Sampler::argmax).toArray();
  }

  private static double difference(float[] expected, float[] actual) {
    assertEquals(expected.length, actual.length);
    double worst = 0;
    for (int i = 0; i < expected.length; i++) {
      worst = Math.max(worst, Math.abs(expected[i] - actual[i]));
    }
    return worst;
  }

  private static void assertLogSumExp(float[] expected, float[][] logits) {
    for (int t = 0; t < logits.length; t++) {
      double sum = 0;
      for (float logit : logits[t]) {
        sum += Math.exp(logit);
      }
      assertEquals(expected[t], Math.log(sum), 1e-4);
    }
  }

  /** Leaves the measured maxima among the build's reports. */
  private static void report(String what, double worst) throws IOException {
    Path file = Path.of("target", "golden-maxima.txt");
    String line = String.format("%s %s %.2g%n", KernelProvider.fastest().describe(), what, worst);
    Files.writeString(
        file, line, StandardCharsets.UTF_8, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
  }

  /** A golden checkpoint, opened. */
  private static final class Run implements AutoCloseable {
    private final Checkpoint checkpoint;
    private final WorkerPool pool;
    private final Transformer transformer;

    CachePrecision precision = CachePrecision.FLOAT32;

    Run(String model, String layout, Kernels kernels, int threads) throws Exception {
      checkpoint = CheckpointLoader.open(Golden.path(model + "/" + layout));
      pool = new WorkerPool(threads);
      transformer = new Transformer(checkpoint.config(), checkpoint.weights(), kernels, pool);
    }

    /** All logits of {@code tokens}, read {@code chunk} at a time. */
    float[][] read(int[] tokens, int chunk) {
      float[][] logits = new float[tokens.length][];
      try (KvCache cache = transformer.newCache(tokens.length, precision);
          Workspace workspace = transformer.newWorkspace()) {
        for (int from = 0; from < tokens.length; from += Math.min(chunk, tokens.length)) {
          int to = Math.min(tokens.length, from + Math.min(chunk, tokens.length));
          int[] part = Arrays.copyOfRange(tokens, from, to);
          float[][] some =
              transformer
                  .forward(part, part.length, cache, workspace, LayerGate.OPEN)
                  .orElseThrow();
          System.arraycopy(some, 0, logits, from, some.length);
        }
      }
      return logits;
    }

    int[] greedy(int[] prompt, int count) {
      int[] drawn = new int[count];
      try (KvCache cache = transformer.newCache(prompt.length + count, precision);
          Workspace workspace = transformer.newWorkspace()) {
        int[] next = prompt;
        for (int i = 0; i < count; i++) {
          float[][] logits =
              transformer.forward(next, 1, cache, workspace, LayerGate.OPEN).orElseThrow();
          drawn[i] = Sampler.argmax(logits[0]);
          next = new int[] {drawn[i]};
        }
      }
      return drawn;
    }

    void observed(int[] tokens, LayerObserver observer) {
      try (KvCache cache = transformer.newCache(tokens.length, precision);
          Workspace workspace = transformer.newWorkspace()) {
        var logits =
            transformer.forward(tokens, tokens.length, cache, workspace, LayerGate.OPEN, observer);
        assertTrue(logits.isPresent());
      }
    }

    @Override
    public void close() {
      pool.close();
      checkpoint.close();
    }
  }
}

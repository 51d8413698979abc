package confidant.engine.model;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import confidant.engine.cache.KvCache;
import confidant.engine.json.JsonValue.JsonObject;
import confidant.engine.kernel.KernelProvider;
import confidant.engine.kernel.Kernels;
import confidant.engine.model.ModelConfig.RopeConfig;
import confidant.engine.testing.Golden;
import confidant.engine.threads.WorkerPool;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The parts of the forward pass against the official functions, called one at a time. */
class NumericsGoldenTest {
  private static final List<Kernels> KERNELS =
      List.of(KernelProvider.scalar(), KernelProvider.fastest());

  @Test
  void normalises() {
    for (JsonObject golden : cases("rmsnorm")) {
      float[] x = Golden.floats(golden, "x");
      float[] scale = Golden.floats(golden, "scale");
      float[] expected = Golden.floats(golden, "out");
      float[] out = new float[x.length];
      float epsilon = (float) (double) golden.number("eps").orElseThrow();
      for (int at = 0; at < x.length; at += scale.length) {
        RmsNorm.apply(x, at, scale, epsilon, out, at);
      }
      assertClose(expected, out);
    }
  }

  @Test
  void choosesExperts() {
    for (JsonObject golden : cases("router")) {
      float[] logits = Golden.floats(golden, "logits");
      int k = golden.integer("k").orElseThrow();
      int[] ids = new int[k];
      float[] weights = new float[k];
      Router.choose(logits, 0, logits.length, k, ids, weights, 0);
      assertArrayEquals(Golden.ints(golden, "experts"), ids);
      assertClose(Golden.floats(golden, "weights"), weights);
    }
  }

  @Test
  void gates() {
    for (JsonObject golden : cases("swiglu")) {
      for (Kernels kernels : KERNELS) {
        float[] gate = {(float) (double) golden.number("gate").orElseThrow()};
        float[] up = {(float) (double) golden.number("linear").orElseThrow()};
        kernels.swiGlu(gate, 0, 0, up, 0, 0, 1, 7);
        double expected = golden.number("out_f64").orElseThrow();
        assertEquals(expected, gate[0], 1e-5 * Math.abs(expected) + 1e-6);
      }
    }
  }

  @Test
  void turnsPositions() {
    for (JsonObject golden : cases("rope")) {
      JsonObject params = golden.object("params").orElseThrow();
      int headDim = params.integer("head_dim").orElseThrow();
      Rope rope = new Rope(ropeConfig(params, false), headDim);
      assertDoubles(golden, "inv_freq_f64", rope.inverseFrequencies());
      if (golden.object("truncated").isPresent()) {
        double[] truncated = new Rope(ropeConfig(params, true), headDim).inverseFrequencies();
        assertDoubles(golden.object("truncated").orElseThrow(), "inv_freq_f64", truncated);
      }
      float[] table = new float[headDim];
      for (JsonObject at : Golden.objects(golden, "positions")) {
        int position = at.integer("position").orElseThrow();
        rope.table(position, table, 0);
        float[] cos = Golden.floats(at, "cos_f64");
        float[] sin = Golden.floats(at, "sin_f64");
        double tolerance = 1e-6 + 4e-8 * position;
        for (int i = 0; i < cos.length; i++) {
          assertEquals(cos[i], table[i], tolerance);
          assertEquals(sin[i], table[cos.length + i], tolerance);
        }
      }
      JsonObject rotation = golden.object("rotate").orElseThrow();
      int position = rotation.integer("position").orElseThrow();
      rope.table(position, table, 0);
      float[] x = Golden.floats(rotation, "input");
      Rope.rotate(x, 0, table, 0, headDim);
      float[] expected = Golden.floats(rotation, "output");
      for (int i = 0; i < x.length; i++) {
        assertEquals(expected[i], x[i], 1e-5 + 2e-7 * position);
      }
    }
  }

  private static RopeConfig ropeConfig(JsonObject params, boolean truncate) {
    return new RopeConfig(
        params.number("rope_theta").orElseThrow(),
        params.number("rope_scaling_factor").orElseThrow(),
        params.integer("initial_context_length").orElseThrow(),
        params.number("rope_ntk_beta").orElseThrow(),
        params.number("rope_ntk_alpha").orElseThrow(),
        truncate);
  }

  @Test
  void attendsWithSinksAndWindows() {
    for (JsonObject golden : cases("attention-sink")) {
      int tokens = golden.integer("tokens").orElseThrow();
      int kvHeads = golden.integer("kv_heads").orElseThrow();
      int group = golden.integer("q_per_kv").orElseThrow();
      int headDim = golden.integer("head_dim").orElseThrow();
      int window = golden.integer("sliding_window").orElseThrow();
      float[] q = Golden.floats(golden, "q");
      float[] k = Golden.floats(golden, "k");
      float[] v = Golden.floats(golden, "v");
      for (Kernels kernels : KERNELS) {
        for (int first : new int[] {0, tokens / 2, tokens - 1}) {
          try (KvCache cache = new KvCache(List.of(window > 0), window, kvHeads, headDim, tokens);
              WorkerPool pool = new WorkerPool(2);
              Workspace ws = new Workspace(config(kvHeads * group, kvHeads, headDim), 2)) {
            cache.layer(0).reserve(0, tokens);
            for (int t = 0; t < tokens; t++) {
              for (int g = 0; g < kvHeads; g++) {
                int at = (t * kvHeads + g) * headDim;
                cache.layer(0).write(t, g, k, at, v, at);
              }
            }
            ws.q = q.clone();
            new SinkAttention(kvHeads * group, kvHeads, headDim, kernels)
                .apply(
                    new Pass(pool, LayerGate.OPEN, 1),
                    ws,
                    Golden.floats(golden, "sinks"),
                    cache.layer(0),
                    0,
                    first,
                    tokens);
            int from = first * kvHeads * group * headDim;
            // The cache holds 15 bits of each value, relative to the largest of its head.
            double tolerance = 4e-5 * largest(v) + 4e-5 * largest(q) * largest(k);
            float[] expected = Golden.floats(golden, "out");
            for (int i = from; i < q.length; i++) {
              assertEquals(expected[i], ws.q[i], tolerance, "value " + i);
            }
          }
        }
      }
    }
  }

  private static float largest(float[] values) {
    float largest = 0;
    for (float value : values) {
      largest = Math.max(largest, Math.abs(value));
    }
    return largest;
  }

  private static ModelConfig config(int heads, int kvHeads, int headDim) {
    return new ModelConfig(
        32,
        32,
        heads,
        kvHeads,
        headDim,
        1,
        1,
        32,
        1,
        List.of(false),
        64,
        1e-5f,
        7,
        new RopeConfig(10000, 1, 64, 32, 1, false));
  }

  private static List<JsonObject> cases(String name) {
    return Golden.objects(Golden.object("numerics/" + name + ".json"), "cases");
  }

  private static void assertDoubles(JsonObject golden, String name, double[] actual) {
    float[] expected = Golden.floats(golden, name);
    for (int i = 0; i < actual.length; i++) {
      assertEquals(expected[i], actual[i], 1e-7 * Math.abs(expected[i]));
    }
  }

  private static void assertClose(float[] expected, float[] actual) {
    assertEquals(expected.length, actual.length);
    for (int i = 0; i < expected.length; i++) {
      assertEquals(expected[i], actual[i], 1e-5 * Math.abs(expected[i]) + 1e-6, "value " + i);
    }
  }
}

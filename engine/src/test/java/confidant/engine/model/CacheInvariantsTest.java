package confidant.engine.model;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import confidant.engine.cache.CachePrecision;
import confidant.engine.cache.KvCache;
import confidant.engine.cache.LayerCache;
import confidant.engine.cache.WideBlock;
import confidant.engine.kernel.KernelProvider;
import confidant.engine.kernel.Kernels;
import confidant.engine.loading.Checkpoint;
import confidant.engine.loading.CheckpointLoader;
import confidant.engine.testing.Golden;
import confidant.engine.threads.WorkerPool;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The cache gives the same logits however a sequence came about. */
class CacheInvariantsTest {
  private static final double TOLERANCE = 1e-4;
  private Checkpoint checkpoint;
  private WorkerPool pool;
  private Transformer transformer;
  private Workspace workspace;

  @BeforeEach
  void open() throws Exception {
    checkpoint = CheckpointLoader.open(Golden.path("model-tiny/hf"));
    pool = new WorkerPool(2);
    transformer =
        new Transformer(checkpoint.config(), checkpoint.weights(), KernelProvider.fastest(), pool);
    workspace = transformer.newWorkspace();
  }

  @AfterEach
  void close() {
    workspace.close();
    pool.close();
    checkpoint.close();
  }

  @Test
  void rewindingGivesWhatReadingAfreshGives() {
    rewind(400, 399, 300, 257, 256, 255, 254, 145);
    rewind(250, 249, 129, 128, 127, 17, 16, 15, 1, 0);
  }

  private void rewind(int length, int... positions) {
    int[] tokens = random(length, 1);
    int[] other = random(110, 2);
    try (KvCache cache = transformer.newCache(1000, CachePrecision.INT16)) {
      read(cache, tokens);
      for (int kept : positions) {
        assertEquals(kept, cache.truncate(kept));
        float[] again = read(cache, other);
        float[] fresh = fresh(concat(Arrays.copyOf(tokens, kept), other));
        assertClose(fresh, again);
        cache.truncate(kept);
      }
    }
  }

  @Test
  void rewindingPastWhatSlidingLayersHoldGoesBackToAMarkOrForgetsEverything() {
    try (KvCache cache = new KvCache(List.of(true, false), 128, 1, 16, 20_000)) {
      fill(cache, 3000, 2);
      cache.mark();
      fill(cache, 10_000, 2);
      assertEquals(9900, cache.truncate(9900));
      int left = cache.truncate(5000);
      assertTrue(left >= 3000 && left <= 3072, left + ": the block of the mark is held, no other");
      fill(cache, 6000, 2);
      assertEquals(2800, cache.truncate(2800), "a little before the mark is held as well");
      fill(cache, 6000, 2);
      assertEquals(0, cache.truncate(1000), "the window before 1000 was given back");
      fill(cache, 300, 2);
      assertEquals(200, cache.truncate(200));
    }
  }

  @Test
  void theLastMarksAreKept() {
    try (KvCache cache = new KvCache(List.of(true), 128, 1, 16, 40_000)) {
      for (int end = 5000; end <= 20_000; end += 5000) {
        fill(cache, end, 1);
        cache.mark();
      }
      fill(cache, 30_000, 1);
      assertEquals(19_900, cache.truncate(19_900));
      assertEquals(15_000, cache.truncate(15_000));
      assertEquals(9900, cache.truncate(9900));
      assertEquals(0, cache.truncate(5000), "the fourth mark back");
    }
  }

  @Test
  void goingOnFromNearAMarkGivesWhatReadingAfreshGives() {
    int[] tokens = random(900, 9);
    try (KvCache cache = transformer.newCache(5000, CachePrecision.INT16)) {
      read(cache, tokens);
      cache.mark();
      for (int i = 0; i < 30; i++) {
        read(cache, random(100, 10 + i));
      }
      for (int wanted : new int[] {2000, 880, 700}) {
        int kept = cache.truncate(wanted);
        assertTrue(kept >= 700 && kept <= 1024, "kept " + kept);
        int[] more = random(40, 20);
        int[] before = Arrays.copyOf(tokens, Math.min(kept, 900));
        if (kept <= 900) {
          assertClose(fresh(concat(before, more)), read(cache, more));
          cache.truncate(kept);
        }
      }
    }
  }

  @Test
  void slidingLayersGiveBlocksBack() {
    try (KvCache cache = new KvCache(List.of(true), 128, 1, 16, 20_000, CachePrecision.INT16)) {
      fill(cache, 10_000, 1);
      LayerCache layer = cache.layer(0);
      Kernels kernels = KernelProvider.scalar();
      try (WideBlock scratch = new WideBlock(16)) {
        assertThrows(IllegalStateException.class, () -> layer.keys(kernels, 0, 0, 16, scratch));
        assertEquals(16, layer.keys(kernels, 0, 9984, 16, scratch).columns());
      }
      assertTrue(cache.bytes() < 6L * 128 * 2 * (16 * 2 + 2), cache.bytes() + " bytes");
    }
  }

  @Test
  void aCancelledPassLeavesTheCacheAsItWas() {
    int[] tokens = random(100, 3);
    try (KvCache cache = transformer.newCache(200, CachePrecision.INT16)) {
      read(cache, tokens);
      AtomicInteger asked = new AtomicInteger();
      var result =
          transformer.forward(
              random(50, 4), 1, cache, workspace, (layer, layers) -> asked.incrementAndGet() < 3);
      assertTrue(result.isEmpty());
      assertEquals(3, asked.get(), "asked no more once it said no");
      assertEquals(100, cache.position());
      int[] more = random(20, 5);
      assertClose(fresh(concat(tokens, more)), read(cache, more));
    }
  }

  @Test
  void threadsDoNotChangeTheResult() {
    int[] tokens = random(150, 6);
    float[] expected = fresh(tokens);
    for (int threads : new int[] {1, 3, 4}) {
      try (WorkerPool others = new WorkerPool(threads)) {
        Transformer same =
            new Transformer(
                checkpoint.config(), checkpoint.weights(), KernelProvider.fastest(), others);
        try (KvCache cache = same.newCache(150, CachePrecision.INT16);
            Workspace ownBuffers = same.newWorkspace()) {
          var logits = same.forward(tokens, 1, cache, ownBuffers, LayerGate.OPEN);
          assertClose(expected, logits.orElseThrow()[0]);
        }
      }
    }
  }

  @Test
  void aFewTokensAtOnceGiveTheSameBitsAsOneByOne() {
    int[] tokens = random(400, 11);
    int[] more = random(8, 12);
    try (KvCache cache = transformer.newCache(500, CachePrecision.INT16)) {
      for (int before : new int[] {3, 100, 127, 128, 250, 400}) {
        cache.truncate(0);
        read(cache, Arrays.copyOf(tokens, before));
        float[][] single = new float[more.length][];
        for (int i = 0; i < more.length; i++) {
          single[i] = read(cache, new int[] {more[i]});
        }
        for (int together = 2; together <= more.length; together++) {
          cache.truncate(before);
          int[] batch = Arrays.copyOf(more, together);
          var logits = transformer.forward(batch, together, cache, workspace, LayerGate.OPEN);
          for (int i = 0; i < together; i++) {
            assertArrayEquals(single[i], logits.orElseThrow()[i], i + " of " + together);
          }
        }
      }
    }
  }

  @Test
  void theLastLayerIsOnlyComputedWhereItIsNeeded() {
    int[] tokens = random(90, 7);
    try (KvCache cache = transformer.newCache(100, CachePrecision.INT16)) {
      var all = transformer.forward(tokens, 90, cache, workspace, LayerGate.OPEN).orElseThrow();
      cache.truncate(0);
      var some = transformer.forward(tokens, 5, cache, workspace, LayerGate.OPEN).orElseThrow();
      for (int i = 0; i < 5; i++) {
        assertClose(all[85 + i], some[i]);
      }
      cache.truncate(0);
      var none = transformer.forward(tokens, 0, cache, workspace, LayerGate.OPEN).orElseThrow();
      assertEquals(0, none.length);
      int[] more = random(3, 8);
      assertClose(fresh(concat(tokens, more)), read(cache, more));
    }
  }

  private static void fill(KvCache cache, int positions, int layers) {
    float[] zeros = new float[16];
    for (int from = cache.position(); from < positions; from += 100) {
      for (int layer = 0; layer < layers; layer++) {
        cache.layer(layer).reserve(from, from + 100);
        cache.layer(layer).write(from, 0, zeros, 0, zeros, 0);
      }
      cache.commit(100);
    }
  }

  private float[] read(KvCache cache, int[] tokens) {
    return transformer.forward(tokens, 1, cache, workspace, LayerGate.OPEN).orElseThrow()[0];
  }

  private float[] fresh(int[] tokens) {
    try (KvCache cache = transformer.newCache(tokens.length, CachePrecision.INT16)) {
      return read(cache, tokens);
    }
  }

  private static int[] random(int count, long seed) {
    return new SplittableRandom(seed).ints(count, 0, 480).toArray();
  }

  private static int[] concat(int[] a, int[] b) {
    int[] all = Arrays.copyOf(a, a.length + b.length);
    System.arraycopy(b, 0, all, a.length, b.length);
    return all;
  }

  private static void assertClose(float[] expected, float[] actual) {
    for (int i = 0; i < expected.length; i++) {
      assertEquals(expected[i], actual[i], TOLERANCE, "logit " + i);
    }
  }
}

package confidant.engine.cache;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import confidant.engine.api.ModelInfo;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What people are told of the cache's size, against the cache. */
class CacheEstimateTest {
  private static final int WINDOW = 128;

  /** Float32 at {@link #CAPACITY}. */
  private static final int FEW_HEADS = 2;

  /** Two bytes an element at {@link #CAPACITY}. */
  private static final int MANY_HEADS = 24;

  private static final int HEAD_DIM = 24;
  private static final int CAPACITY = 20_000;
  private static final int BATCH = 2048;
  private static final List<Boolean> SLIDING = List.of(true, false, true);

  @ParameterizedTest
  @ValueSource(ints = {FEW_HEADS, MANY_HEADS})
  void aShortContextTakesExactlyWhatIsSaid(int kvHeads) {
    try (KvCache cache = new KvCache(SLIDING, WINDOW, kvHeads, HEAD_DIM, 300)) {
      read(cache, 300);
      assertEquals(model(kvHeads).cacheBytes(300), cache.bytes());
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {FEW_HEADS, MANY_HEADS})
  void aLongContextTakesNoMoreThanIsSaidHoweverPromptsEnd(int kvHeads) {
    try (KvCache cache = new KvCache(SLIDING, WINDOW, kvHeads, HEAD_DIM, CAPACITY)) {
      for (int end : List.of(3001, 7777, 13_001, CAPACITY)) {
        read(cache, end);
        cache.mark();
      }
      long said = model(kvHeads).cacheBytes(CAPACITY);
      assertTrue(cache.bytes() <= said, cache.bytes() + " of " + said);
      assertTrue(cache.bytes() > 0.85 * said, cache.bytes() + " of " + said);
    }
  }

  @Test
  void aClosedCacheTakesNothing() {
    KvCache cache = new KvCache(SLIDING, WINDOW, FEW_HEADS, HEAD_DIM, CAPACITY);
    read(cache, 1);
    cache.close();
    assertEquals(0, cache.bytes());
  }

  /** As a prompt is read: batch by batch, layer by layer. */
  private static void read(KvCache cache, int end) {
    while (cache.position() < end) {
      int from = cache.position();
      int count = Math.min(BATCH, end - from);
      for (int layer = 0; layer < SLIDING.size(); layer++) {
        cache.layer(layer).reserve(from, from + count);
        cache.finishLayer(layer, count);
      }
      cache.commit(count);
    }
  }

  private static ModelInfo model(int kvHeads) {
    return new ModelInfo(
        "shape",
        Path.of("shape.gguf"),
        ModelInfo.Layout.GGUF,
        SLIDING.size(),
        4,
        2,
        64,
        64,
        4,
        kvHeads,
        HEAD_DIM,
        4096,
        WINDOW,
        2,
        CAPACITY,
        1,
        1,
        Map.of(),
        List.of(),
        true,
        false);
  }
}

package confidant.app.documents;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class PageCacheTest {
  private final PageCache cache = new PageCache(100);

  @Test
  void whatWasNotAskedForTheLongestGivesWay() {
    cache.put(new PageCache.Key("a", 1, 1), new byte[40]);
    cache.put(new PageCache.Key("a", 2, 1), new byte[40]);
    assertTrue(cache.get(new PageCache.Key("a", 1, 1)).isPresent());
    cache.put(new PageCache.Key("a", 3, 1), new byte[40]);
    assertTrue(cache.get(new PageCache.Key("a", 2, 1)).isEmpty());
    assertTrue(cache.get(new PageCache.Key("a", 1, 1)).isPresent());
    assertEquals(80, cache.bytes());
  }

  @Test
  void anotherSizeIsAnotherPicture() {
    cache.put(new PageCache.Key("a", 1, 1), new byte[10]);
    assertTrue(cache.get(new PageCache.Key("a", 1, 2)).isEmpty());
    cache.put(new PageCache.Key("a", 1, 1), new byte[20]);
    assertEquals(20, cache.bytes());
  }

  @Test
  void aForgottenPaperLeavesNothing() {
    cache.put(new PageCache.Key("a", 1, 1), new byte[10]);
    cache.put(new PageCache.Key("b", 1, 1), new byte[30]);
    cache.forget("a");
    assertTrue(cache.get(new PageCache.Key("a", 1, 1)).isEmpty());
    assertEquals(30, cache.bytes());
  }

  @Test
  void aPictureThatIsTooLargeIsNotKept() {
    cache.put(new PageCache.Key("a", 1, 1), new byte[101]);
    assertEquals(0, cache.bytes());
  }
}

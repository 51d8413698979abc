package confidant.app.documents;

import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** Pictures that were painted lately, up to a number of bytes. Not thread-safe. */
final class PageCache {

  /** Names a picture. */
  record Key(String paperId, int page, double dotsPerPoint) {}

  private final long mostBytes;
  private final Map<Key, byte[]> pictures = new LinkedHashMap<>(16, 0.75f, true);
  private long bytes;

  PageCache(long mostBytes) {
    this.mostBytes = mostBytes;
  }

  Optional<byte[]> get(Key key) {
    return Optional.ofNullable(pictures.get(key));
  }

  /** Keeps a picture; those that were not asked for the longest give way. */
  void put(Key key, byte[] picture) {
    byte[] before = pictures.put(key, picture);
    bytes += picture.length - (before == null ? 0 : before.length);
    Iterator<byte[]> oldest = pictures.values().iterator();
    while (bytes > mostBytes && oldest.hasNext()) {
      bytes -= oldest.next().length;
      oldest.remove();
    }
  }

  /** Forgets all pictures of a paper. */
  void forget(String paperId) {
    pictures
        .entrySet()
        .removeIf(
            entry -> {
              boolean gone = entry.getKey().paperId().equals(paperId);
              bytes -= gone ? entry.getValue().length : 0;
              return gone;
            });
  }

  long bytes() {
    return bytes;
  }
}

package confidant.engine.cache;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import confidant.engine.api.EngineException;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.zip.CRC32C;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is written comes back, and nothing else does. */
class CacheSnapshotTest {
  private static final List<Boolean> SLIDING = List.of(true, false);
  private static final int WINDOW = 100;
  private static final int KV_HEADS = 2;
  private static final int HEAD_DIM = 20;
  private static final int CAPACITY = 4000;
  private static final int VOCABULARY = 5000;
  private static final byte[] MODEL = fingerprint(1);

  // Bytes of the format, see CacheSnapshot.
  private static final int VERSION_AT = 8;
  private static final int LAYERS_AT = 16;
  private static final int POSITION_AT = 44;
  private static final int MARKS_AT = 52;
  private static final int HEADER_SUM_AT = 96;
  private static final int HEADER_END = 100;

  @ParameterizedTest
  @EnumSource
  void aRestoredCacheHoldsTheSameBytes(CachePrecision precision) throws EngineException {
    for (int positions : new int[] {0, 1, 127, 128, 129, 300, 2900}) {
      try (KvCache saved = filled(precision, positions);
          KvCache restored = empty(precision)) {
        byte[] snapshot = save(saved);
        assertArrayEquals(tokens(positions), restore(restored, snapshot));
        assertEquals(positions, restored.position());
        assertArrayEquals(snapshot, save(restored));
      }
    }
  }

  @Test
  void aRestoredCacheRewindsAsFarAsTheOneSaved() throws EngineException {
    for (int wanted : new int[] {2899, 2700, 2600, 2100, 1500, 1490, 1300, 1200, 900, 700, 100}) {
      try (KvCache saved = filled(CachePrecision.INT16, 1500);
          KvCache restored = empty(CachePrecision.INT16)) {
        saved.mark();
        fill(saved, 2900);
        restore(restored, save(saved));
        assertEquals(saved.marks(), restored.marks());
        fill(saved, 3500);
        fill(restored, 3500);
        assertEquals(saved.truncate(wanted), restored.truncate(wanted));
        assertArrayEquals(save(saved), save(restored));
      }
    }
  }

  @Test
  void aCacheThatWasRewoundComesBackAsItWas() throws EngineException {
    try (KvCache saved = filled(CachePrecision.INT16, 1500);
        KvCache restored = empty(CachePrecision.INT16)) {
      saved.mark();
      fill(saved, 2900);
      assertEquals(1536, saved.truncate(1600));
      restore(restored, save(saved));
      assertEquals(1450, saved.truncate(1450));
      assertEquals(1450, restored.truncate(1450));
      assertArrayEquals(save(saved), save(restored));
    }
  }

  @ParameterizedTest
  @EnumSource
  void whatWasForgottenIsNotWritten(CachePrecision precision) throws EngineException {
    try (KvCache once = filled(precision, 200);
        KvCache often = filled(precision, 2900)) {
      often.truncate(0);
      fill(often, 250);
      often.truncate(200);
      assertArrayEquals(save(once), save(often));
    }
  }

  @Test
  void reservedBlocksOfACancelledPassAreNotWritten() throws EngineException {
    try (KvCache cache = filled(CachePrecision.INT16, 200)) {
      byte[] before = save(cache);
      cache.layer(0).reserve(200, 1200);
      assertArrayEquals(before, save(cache));
    }
  }

  @Test
  void restoringReplacesWhatWasHeld() throws EngineException {
    try (KvCache saved = filled(CachePrecision.INT16, 300);
        KvCache other = filled(CachePrecision.INT16, 2900)) {
      other.mark();
      byte[] snapshot = save(saved);
      restore(other, snapshot);
      assertArrayEquals(snapshot, save(other));
    }
  }

  @Test
  void noByteBehindASnapshotIsRead() throws Exception {
    try (KvCache first = filled(CachePrecision.INT16, 200);
        KvCache second = filled(CachePrecision.INT16, 300);
        KvCache restored = empty(CachePrecision.INT16)) {
      ByteArrayOutputStream out = new ByteArrayOutputStream();
      CacheSnapshot.save(first, MODEL, tokens(200), out);
      CacheSnapshot.save(second, MODEL, tokens(300), out);
      out.write(7);
      InputStream in = new ByteArrayInputStream(out.toByteArray());
      assertEquals(200, CacheSnapshot.restore(restored, MODEL, VOCABULARY, in).length);
      assertEquals(300, CacheSnapshot.restore(restored, MODEL, VOCABULARY, in).length);
      assertEquals(7, in.read());
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 13, 4096})
  void aStreamThatGivesLittleAtATimeIsReadToTheEnd(int most) throws EngineException {
    try (KvCache saved = filled(CachePrecision.INT16, 300);
        KvCache restored = empty(CachePrecision.INT16)) {
      byte[] snapshot = save(saved);
      InputStream slow =
          new FilterInputStream(new ByteArrayInputStream(snapshot)) {
            @Override
            public int read(byte[] target, int offset, int length) throws IOException {
              return super.read(target, offset, Math.min(most, length));
            }
          };
      CacheSnapshot.restore(restored, MODEL, VOCABULARY, slow);
      assertArrayEquals(snapshot, save(restored));
    }
  }

  @Test
  void everyChangedByteIsNoticed() throws EngineException {
    try (KvCache saved = filled(CachePrecision.INT16, 150);
        KvCache restored = empty(CachePrecision.INT16)) {
      byte[] snapshot = save(saved);
      SplittableRandom random = new SplittableRandom(1);
      for (int at = 0; at < snapshot.length; at += at < 1000 ? 1 : 1 + random.nextInt(60)) {
        byte[] damaged = snapshot.clone();
        damaged[at] ^= (byte) (1 << random.nextInt(8));
        assertRefused(EngineException.class, restored, damaged);
      }
      assertUsable(restored, snapshot);
    }
  }

  @Test
  void everyTruncationIsNoticed() throws EngineException {
    try (KvCache saved = filled(CachePrecision.INT16, 150);
        KvCache restored = empty(CachePrecision.INT16)) {
      byte[] snapshot = save(saved);
      SplittableRandom random = new SplittableRandom(2);
      for (int end = 0; end < snapshot.length; end += end < 1000 ? 1 : 1 + random.nextInt(60)) {
        var refused =
            assertRefused(EngineException.Damaged.class, restored, Arrays.copyOf(snapshot, end));
        assertTrue(refused.getMessage().contains("after " + end + " bytes"), refused.getMessage());
      }
      assertUsable(restored, snapshot);
    }
  }

  @Test
  void noiseIsRefused() throws EngineException {
    try (KvCache restored = empty(CachePrecision.INT16)) {
      SplittableRandom random = new SplittableRandom(3);
      for (int i = 0; i < 200; i++) {
        byte[] noise = new byte[random.nextInt(5000)];
        random.nextBytes(noise);
        assertRefused(EngineException.Damaged.class, restored, noise);
      }
    }
  }

  @Test
  void contradictionsWithSoundChecksumsAreRefused() throws EngineException {
    try (KvCache saved = filled(CachePrecision.INT16, 2900);
        KvCache restored = empty(CachePrecision.INT16)) {
      saved.mark();
      byte[] snapshot = save(saved);
      Class<EngineException.Damaged> damaged = EngineException.Damaged.class;
      assertRefused(damaged, restored, withHeader(snapshot, POSITION_AT, -1));
      assertRefused(damaged, restored, withHeader(snapshot, POSITION_AT, 2899));
      assertRefused(damaged, restored, withHeader(snapshot, POSITION_AT, 0));
      assertRefused(damaged, restored, withHeader(snapshot, MARKS_AT, 2901));
      assertRefused(damaged, restored, withHeader(snapshot, MARKS_AT, -1));
      Class<EngineException.Unsupported> unsupported = EngineException.Unsupported.class;
      assertRefused(unsupported, restored, withHeader(snapshot, LAYERS_AT, 3));
      assertRefused(unsupported, restored, withHeader(snapshot, VERSION_AT, 2));

      int tokensSumAt = HEADER_END + 2900 * Integer.BYTES;
      byte[] unknownToken = patched(snapshot, HEADER_END + 40, VOCABULARY);
      assertRefused(damaged, restored, summed(unknownToken, HEADER_END, tokensSumAt));

      int slidingAt = tokensSumAt + Integer.BYTES;
      byte[] lastMissing = snapshot.clone();
      lastMissing[slidingAt + 22 / 8] &= (byte) ~(1 << 22 % 8);
      assertRefused(damaged, restored, lastMissing);
      byte[] allHeld = snapshot.clone();
      Arrays.fill(allHeld, slidingAt, slidingAt + 2, (byte) -1);
      assertRefused(damaged, restored, allHeld);
      byte[] pastTheEnd = snapshot.clone();
      pastTheEnd[slidingAt + 2] = -1;
      assertRefused(damaged, restored, pastTheEnd);
      assertUsable(restored, snapshot);
    }
  }

  @Test
  void aHugeClaimTakesNoMoreMemoryThanItsBytes() throws EngineException {
    try (KvCache saved = filled(CachePrecision.INT16, 2900);
        KvCache restored = empty(CachePrecision.INT16)) {
      byte[] snapshot = save(saved);
      int justBegun = HEADER_END + 2900 * Integer.BYTES + 50;
      assertRefused(EngineException.Damaged.class, restored, Arrays.copyOf(snapshot, justBegun));
      assertTrue(restored.bytes() < saved.bytes() / 20, restored.bytes() + " bytes");
    }
  }

  @Test
  void anotherModelOrFormatOrContextIsNamed() throws EngineException {
    try (KvCache saved = filled(CachePrecision.INT16, 300);
        KvCache restored = empty(CachePrecision.INT16);
        KvCache tooSmall = cache(CachePrecision.INT16, 299);
        KvCache wider = cache(CachePrecision.FLOAT32, CAPACITY)) {
      byte[] snapshot = save(saved);
      EngineException other =
          assertThrows(
              EngineException.Unsupported.class,
              () ->
                  CacheSnapshot.restore(
                      restored, fingerprint(2), VOCABULARY, new ByteArrayInputStream(snapshot)));
      assertTrue(other.getMessage().contains("another model"), other.getMessage());

      EngineException version =
          assertRefused(
              EngineException.Unsupported.class, restored, patched(snapshot, VERSION_AT, 9));
      assertTrue(version.getMessage().contains("version 9"), version.getMessage());

      var small =
          (EngineException.ContextExceeded)
              assertRefused(EngineException.ContextExceeded.class, tooSmall, snapshot);
      assertEquals(300, small.needed());
      assertEquals(299, small.available());

      EngineException precision = assertRefused(EngineException.Unsupported.class, wider, snapshot);
      assertTrue(precision.getMessage().contains(CAPACITY + " tokens"), precision.getMessage());
    }
  }

  @Test
  void streamsThatFailAreNamedAsTheReason() throws EngineException {
    try (KvCache saved = filled(CachePrecision.INT16, 300);
        KvCache restored = filled(CachePrecision.INT16, 300)) {
      OutputStream full =
          new OutputStream() {
            @Override
            public void write(int b) throws IOException {
              throw new IOException("the disk is full");
            }
          };
      EngineException writing =
          assertThrows(
              EngineException.Failed.class,
              () -> CacheSnapshot.save(saved, MODEL, tokens(300), full));
      assertTrue(writing.getMessage().contains("the disk is full"), writing.getMessage());

      InputStream gone =
          new InputStream() {
            @Override
            public int read() throws IOException {
              throw new IOException("the disk is gone");
            }

            @Override
            public int read(byte[] target, int offset, int length) throws IOException {
              throw new IOException("the disk is gone");
            }
          };
      EngineException reading =
          assertThrows(
              EngineException.Failed.class,
              () -> CacheSnapshot.restore(restored, MODEL, VOCABULARY, gone));
      assertTrue(reading.getMessage().contains("the disk is gone"), reading.getMessage());
      assertEquals(0, restored.position());
      assertUsable(restored, save(saved));
    }
  }

  private static EngineException assertRefused(
      Class<? extends EngineException> expected, KvCache cache, byte[] snapshot) {
    EngineException refused =
        assertThrows(EngineException.class, () -> restore(cache, snapshot), "not refused");
    assertInstanceOf(expected, refused);
    assertEquals(0, cache.position());
    assertEquals(List.of(), cache.marks());
    return refused;
  }

  private static void assertUsable(KvCache cache, byte[] snapshot) throws EngineException {
    fill(cache, 200);
    assertEquals(150, cache.truncate(150));
    restore(cache, snapshot);
    assertArrayEquals(snapshot, save(cache));
  }

  private static byte[] withHeader(byte[] snapshot, int at, int number) {
    return summed(patched(snapshot, at, number), 0, HEADER_SUM_AT);
  }

  private static byte[] patched(byte[] snapshot, int at, int number) {
    byte[] patched = snapshot.clone();
    ByteBuffer.wrap(patched).order(ByteOrder.LITTLE_ENDIAN).putInt(at, number);
    return patched;
  }

  /** Gives the section from {@code from} to {@code to} the checksum of its bytes. */
  private static byte[] summed(byte[] snapshot, int from, int to) {
    CRC32C sum = new CRC32C();
    sum.update(snapshot, from, to - from);
    return patched(snapshot, to, (int) sum.getValue());
  }

  private static byte[] save(KvCache cache) throws EngineException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    CacheSnapshot.save(cache, MODEL, tokens(cache.position()), out);
    return out.toByteArray();
  }

  private static int[] restore(KvCache cache, byte[] snapshot) throws EngineException {
    return CacheSnapshot.restore(cache, MODEL, VOCABULARY, new ByteArrayInputStream(snapshot));
  }

  private static KvCache empty(CachePrecision precision) {
    return cache(precision, CAPACITY);
  }

  private static KvCache cache(CachePrecision precision, int capacity) {
    return new KvCache(SLIDING, WINDOW, KV_HEADS, HEAD_DIM, capacity, precision);
  }

  private static KvCache filled(CachePrecision precision, int positions) {
    KvCache cache = empty(precision);
    fill(cache, positions);
    return cache;
  }

  /** Goes on to {@code end}, with elements that depend on nothing but their position. */
  private static void fill(KvCache cache, int end) {
    while (cache.position() < end) {
      int from = cache.position();
      int to = Math.min(end, from + 170);
      for (int layer = 0; layer < SLIDING.size(); layer++) {
        cache.layer(layer).reserve(from, to);
        for (int position = from; position < to; position++) {
          for (int head = 0; head < KV_HEADS; head++) {
            float[] key = elements(position * 10L + layer * 4L + head);
            float[] value = elements(position * 10L + layer * 4L + head + 2);
            cache.layer(layer).write(position, head, key, 0, value, 0);
          }
        }
        cache.finishLayer(layer, to - from);
      }
      cache.commit(to - from);
    }
  }

  private static float[] elements(long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    float[] elements = new float[HEAD_DIM];
    for (int i = 0; i < HEAD_DIM; i++) {
      elements[i] = random.nextFloat(-3, 3);
    }
    return elements;
  }

  private static int[] tokens(int count) {
    return new SplittableRandom(4).ints(count, 0, VOCABULARY).toArray();
  }

  private static byte[] fingerprint(int seed) {
    byte[] bytes = new byte[SnapshotHeader.FINGERPRINT_BYTES];
    Arrays.fill(bytes, (byte) seed);
    return bytes;
  }
}

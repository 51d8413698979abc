package confidant.ingest.extract;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Arrays;
import java.util.Random;
import java.util.zip.DeflaterOutputStream;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSStream;
import org.junit.jupiter.api.Test;

class StreamGuardTest {

  private static byte[] deflated(byte[] bytes) throws IOException {
    ByteArrayOutputStream packed = new ByteArrayOutputStream();
    try (DeflaterOutputStream out = new DeflaterOutputStream(packed)) {
      out.write(bytes);
    }
    return packed.toByteArray();
  }

  private static byte[] tooMuch() {
    return new byte[(int) Limits.STREAM_BYTES + 1];
  }

  private static COSStream stream(byte[] raw, COSBase filters) throws IOException {
    COSStream stream = new COSStream();
    try (OutputStream out = stream.createRawOutputStream()) {
      out.write(raw);
    }
    stream.setItem(COSName.FILTER, filters);
    return stream;
  }

  private static COSArray twice(COSName filter) {
    COSArray filters = new COSArray();
    filters.add(filter);
    filters.add(filter);
    return filters;
  }

  @Test
  void refusesWhatUnpacksToTooMuch() throws IOException {
    COSStream once = stream(deflated(tooMuch()), COSName.FLATE_DECODE);
    assertThrows(LimitExceededException.class, () -> new StreamGuard().check(once));
  }

  @Test
  void aFewBytesThatArePackedTwiceAreNotTrusted() throws IOException {
    byte[] raw = deflated(deflated(tooMuch()));
    assertTrue(raw.length < Limits.HARMLESS_BYTES);
    COSStream twice = stream(raw, twice(COSName.FLATE_DECODE));
    assertThrows(LimitExceededException.class, () -> new StreamGuard().check(twice));
  }

  @Test
  void fontsAreLookedAtOnceUnlessTheyAreRefused() throws IOException {
    COSDictionary font = new COSDictionary();
    font.setItem(COSName.TO_UNICODE, stream(deflated(new byte[99]), COSName.FLATE_DECODE));
    COSDictionary harmful = new COSDictionary();
    harmful.setItem(COSName.TO_UNICODE, stream(deflated(tooMuch()), COSName.FLATE_DECODE));
    StreamGuard guard = new StreamGuard();
    for (int time = 0; time < 2; time++) {
      assertDoesNotThrow(() -> guard.checkFont(font));
      assertThrows(LimitExceededException.class, () -> guard.checkFont(harmful));
    }
  }

  @Test
  void seesThatPackedBytesEndEarly() throws IOException {
    byte[] whole = deflated(new byte[10_000]);
    assertFalse(StreamGuard.isCut(stream(whole, COSName.FLATE_DECODE)));
    byte[] half = Arrays.copyOf(whole, whole.length / 2);
    assertTrue(StreamGuard.isCut(stream(half, COSName.FLATE_DECODE)));
  }

  @Test
  void unpacksWhatIsWholeAndPackedOnce() throws IOException {
    byte[] bytes = new byte[100_000];
    new Random(3).nextBytes(bytes);
    Arrays.fill(bytes, 0, 60_000, (byte) 7);
    byte[] packed = deflated(bytes);
    assertArrayEquals(bytes, StreamGuard.unpack(stream(packed, COSName.FLATE_DECODE)));
    assertArrayEquals(
        new byte[0], StreamGuard.unpack(stream(deflated(new byte[0]), COSName.FLATE_DECODE)));
    byte[] half = Arrays.copyOf(packed, packed.length / 2);
    assertNull(StreamGuard.unpack(stream(half, COSName.FLATE_DECODE)));
    assertNull(StreamGuard.unpack(stream(new byte[0], COSName.FLATE_DECODE)));
    assertNull(StreamGuard.unpack(stream(packed, twice(COSName.FLATE_DECODE))));
    byte[] wrong = packed.clone();
    Arrays.fill(wrong, 2, 40, (byte) 0xFF);
    assertNull(StreamGuard.unpack(stream(wrong, COSName.FLATE_DECODE)));
  }

  @Test
  void unpacksUpToTheLimit() throws IOException {
    byte[] most = deflated(new byte[(int) Limits.STREAM_BYTES]);
    assertEquals(
        Limits.STREAM_BYTES, StreamGuard.unpack(stream(most, COSName.FLATE_DECODE)).length);
    COSStream more = stream(deflated(tooMuch()), COSName.FLATE_DECODE);
    assertThrows(LimitExceededException.class, () -> StreamGuard.unpack(more));
  }
}

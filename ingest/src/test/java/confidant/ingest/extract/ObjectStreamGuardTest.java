package confidant.ingest.extract;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.zip.DeflaterOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ObjectStreamGuardTest {

  /** Bytes that unpack to more than is allowed. */
  private static final byte[] BOMB = deflated((int) Limits.STREAM_BYTES + 1);

  private static byte[] deflated(int zeros) {
    ByteArrayOutputStream packed = new ByteArrayOutputStream();
    byte[] piece = new byte[1 << 16];
    try (DeflaterOutputStream out = new DeflaterOutputStream(packed)) {
      for (int left = zeros; left > 0; left -= piece.length) {
        out.write(piece, 0, Math.min(left, piece.length));
      }
    } catch (IOException e) {
      throw new AssertionError(e);
    }
    return packed.toByteArray();
  }

  /** A file with such a stream after {@code before} bytes. */
  private static Source file(int before, String type, byte[] stream) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    bytes.write(" ".repeat(before).getBytes(StandardCharsets.US_ASCII));
    bytes.write(("<</Type" + type + ">>stream\r\n").getBytes(StandardCharsets.US_ASCII));
    bytes.write(stream);
    return new Source.OfBytes("file.pdf", bytes.toByteArray());
  }

  private static void check(Source file) throws IOException {
    ObjectStreamGuard.check(file, Deadline.in(Duration.ofMinutes(1)));
  }

  @ParameterizedTest
  @CsvSource({
    "0, /ObjStm", "1, /ObjStm", "2, /ObjStm", "3, /ObjStm", "4, /ObjStm",
    "0, /XRef", "1, /XRef", "2, /XRef", "3, /XRef", "4, /XRef"
  })
  void refusesWhatUnpacksToTooMuchWhereverItStands(int before, String type) throws IOException {
    Source file = file(before, type, BOMB);
    assertThrows(LimitExceededException.class, () -> check(file));
  }

  @Test
  void letsOthersPass() throws IOException {
    Source small = file(0, "/ObjStm", deflated(1 << 20));
    assertDoesNotThrow(() -> check(small));
    Source picture = file(0, "/XObject", BOMB);
    assertDoesNotThrow(() -> check(picture), "it is not unpacked when the file is opened");
    assertDoesNotThrow(() -> check(new Source.OfBytes("file.pdf", new byte[0])));
    Source cut = new Source.OfBytes("file.pdf", "/XRe".getBytes(StandardCharsets.US_ASCII));
    assertDoesNotThrow(() -> check(cut));
  }
}

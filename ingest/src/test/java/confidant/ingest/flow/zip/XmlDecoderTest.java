package confidant.ingest.flow.zip;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.Reader;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class XmlDecoderTest {

  @ParameterizedTest
  @CsvSource({
    "UTF-8, UTF-8, false",
    "UTF-8, UTF-8, true",
    "UTF-8, UTF-16, false",
    "UTF-8, no-such-encoding, false",
    "UTF-16LE, UTF-16, false",
    "UTF-16LE, UTF-16, true",
    "UTF-16BE, UTF-16, false",
    "UTF-16BE, UTF-16, true",
    "windows-1252, windows-1252, false",
  })
  void findsTheEncoding(String encoding, String declared, boolean mark) throws IOException {
    String text = "<?xml version='1.0' encoding='" + declared + "'?><d>Größe</d>";
    byte[] bytes = ((mark ? "\uFEFF" : "") + text).getBytes(Charset.forName(encoding));
    assertEquals(text, decoded(bytes));
  }

  @Test
  void bytesThatAreNoCharactersAreNotReplaced() {
    byte[] bytes = "<d>\u00FF</d>".getBytes(StandardCharsets.ISO_8859_1);
    assertThrows(CharacterCodingException.class, () -> decoded(bytes));
  }

  private static String decoded(byte[] bytes) throws IOException {
    try (Reader reader = XmlDecoder.decode(new ByteArrayInputStream(bytes))) {
      return reader.readAllAsString();
    }
  }
}

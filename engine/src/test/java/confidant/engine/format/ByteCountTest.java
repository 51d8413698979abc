package confidant.engine.format;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ByteCountTest {
  @ParameterizedTest
  @CsvSource({
    "0, 0 bytes",
    "999, 999 bytes",
    "1000, 1.00 KB",
    "1500000, 1.50 MB",
    "13792638048, 13.79 GB",
    "9223372036854775807, 9223372.04 TB"
  })
  void unitFitsTheNumber(long bytes, String expected) {
    assertEquals(expected, ByteCount.of(bytes));
  }
}

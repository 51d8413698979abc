package confidant.ingest.ocr;

import java.io.IOException;
import java.io.InputStream;
import java.util.Objects;
import java.util.zip.GZIPInputStream;

/** A language whose letters and words can be read. */
enum Language {
  ENGLISH("eng"),
  GERMAN("deu"),
  FRENCH("fra"),
  SPANISH("spa"),
  ITALIAN("ita");

  private final String code;

  Language(String code) {
    this.code = code;
  }

  /** As Tesseract names it: ISO 639-2/T. */
  String code() {
    return code;
  }

  /** What Tesseract has learnt of it. */
  byte[] trainedData() throws IOException {
    String name = code + ".traineddata.gz";
    InputStream packed = Objects.requireNonNull(Language.class.getResourceAsStream(name), name);
    try (InputStream in = new GZIPInputStream(packed)) {
      return in.readAllBytes();
    }
  }
}

package confidant.app.documents;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import confidant.app.storage.AppDirs;
import confidant.ingest.document.DocumentKind;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class SamplePapersTest {
  @TempDir private Path folder;

  private SamplePapers samples() {
    return new SamplePapers(new AppDirs(folder, folder.resolve("cache"), folder));
  }

  @ParameterizedTest
  @EnumSource(names = {"PAYSLIP", "BANK_STATEMENT", "LAB_REPORT", "MEDICAL_LETTER"})
  void thereIsOneOfEachKindInEnglishAndGerman(DocumentKind kind) throws IOException {
    for (Locale language : new Locale[] {Locale.UK, Locale.GERMANY}) {
      byte[] content = Files.readAllBytes(samples().file(kind, language));
      assertTrue(new String(content, StandardCharsets.ISO_8859_1).startsWith("%PDF-"));
    }
  }

  @Test
  void otherLanguagesGetTheEnglishOne() {
    assertEquals("payslip-en.pdf", SamplePapers.name(DocumentKind.PAYSLIP, Locale.JAPAN));
    assertEquals("lab-report-de.pdf", SamplePapers.name(DocumentKind.LAB_REPORT, Locale.GERMAN));
  }

  @Test
  void aKindWithoutSampleIsRefused() {
    assertThrows(
        IllegalArgumentException.class, () -> samples().file(DocumentKind.OTHER, Locale.ENGLISH));
  }
}

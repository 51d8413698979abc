package confidant.ingest.ocr;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import confidant.ingest.extract.Deadline;
import confidant.ingest.picture.GreyPicture;
import java.awt.image.BufferedImage;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class DocumentOcrTest {

  private static final BufferedImage PICTURE =
      new BufferedImage(300, 300, BufferedImage.TYPE_BYTE_GRAY);

  private final List<Language> opened = new ArrayList<>();

  private Recogniser open(Language language, String text) {
    opened.add(language);
    return new Words.Fake(page -> Words.line(text), picture -> Optional.empty());
  }

  private static String text(OcrPage page) {
    StringBuilder text = new StringBuilder();
    page.runs().forEach(run -> text.append(run.text()));
    return text.toString();
  }

  @Test
  void aPageOfAnotherLanguageIsReadInThat() throws OcrUnavailableException {
    OcrEngine engine =
        new OcrEngine(
            language ->
                open(
                    language,
                    language == Language.ENGLISH
                        ? "Lohnsteuer und Auszahlungsbetrag fur Januar"
                        : "Lohnsteuer und Auszahlungsbetrag f\u00FCr Januar"));
    DocumentOcr document = engine.document(() -> {});
    assertEquals(
        "Lohnsteuer und Auszahlungsbetrag f\u00FCr Januar",
        text(document.read(PICTURE, 300, true)));
    assertEquals(List.of(Language.ENGLISH, Language.GERMAN), opened);
    document.read(PICTURE, 300, true);
    assertEquals(List.of(Language.ENGLISH, Language.GERMAN), opened);
  }

  @Test
  void givesSignsOfLife() throws OcrUnavailableException {
    List<String> signs = new ArrayList<>();
    OcrEngine engine = new OcrEngine(language -> open(language, "words of a page"));
    OcrPage page = engine.document(() -> signs.add("alive")).read(PICTURE, 300, true);
    assertTrue(signs.size() >= 3);
    assertTrue(page.hasText());
    assertTrue(page.width() > 0 && page.height() > 0);
  }

  @Test
  void chanceReadingsAreNoText() throws OcrUnavailableException {
    OcrEngine engine =
        new OcrEngine(
            language ->
                new Words.Fake(
                    page -> List.of(Words.word("rrtlii", 0.5, 0, 0)), picture -> Optional.empty()));
    assertFalse(engine.document(() -> {}).read(PICTURE, 300, true).hasText());
  }

  @Test
  void recognitionThatDoesNotStartIsSaid() {
    OcrEngine engine =
        new OcrEngine(
            language -> {
              throw new OcrUnavailableException("none");
            });
    DocumentOcr document = engine.document(() -> {});
    assertThrows(OcrUnavailableException.class, () -> document.read(PICTURE, 300, true));
  }

  @Test
  void atMostTwoLanguagesStayOpen() throws OcrUnavailableException {
    List<String> closed = new ArrayList<>();
    OcrEngine engine = new OcrEngine(language -> new Closing(() -> closed.add(language.code())));
    engine.recogniser(Language.GERMAN);
    engine.recogniser(Language.FRENCH);
    engine.recogniser(Language.GERMAN);
    assertEquals(List.of(), closed);
    engine.recogniser(Language.ITALIAN);
    assertEquals(1, closed.size());
    engine.close();
    assertEquals(3, closed.size());
  }

  /** Reads nothing, and tells when it is closed. */
  private record Closing(Runnable closing) implements Recogniser {

    @Override
    public List<RecognisedWord> page(GreyPicture picture, Deadline deadline, Runnable alive) {
      return List.of();
    }

    @Override
    public List<RecognisedWord> glance(GreyPicture picture, Deadline deadline, Runnable alive) {
      return List.of();
    }

    @Override
    public Optional<RecognisedWord> figure(GreyPicture picture, Deadline deadline) {
      return Optional.empty();
    }

    @Override
    public void close() {
      closing.run();
    }
  }
}

package confidant.ingest.ocr;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import confidant.ingest.page.GlyphRun;
import confidant.ingest.page.GlyphRun.Source;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class TextTrustTest {

  private static final String PROSE =
      "Wir haben Ihre Rechnung vom 12. Januar erhalten und bitten um Geduld. ".repeat(6);

  private static List<GlyphRun> runs(String text) {
    return text.codePoints()
        .mapToObj(Character::toString)
        .map(letter -> new GlyphRun(letter, 0, 0, 5, 0, 10, 2.8, Source.VISIBLE_TEXT))
        .toList();
  }

  @Test
  void believesLanguagesFiguresAndAFewUnknownSigns() {
    assertTrue(TextTrust.isTrustworthy(List.of()));
    assertTrue(TextTrust.isTrustworthy(runs(PROSE)));
    assertTrue(TextTrust.isTrustworthy(runs("1,234.56 ".repeat(50))));
    assertTrue(TextTrust.isTrustworthy(runs("\uFFFD first \uF0B7 second point, third point")));
    assertTrue(TextTrust.isTrustworthy(runs("\u041F\u0440\u0438\u0432\u0435\u0442 ".repeat(60))));
  }

  @Test
  void doesNotBelieveLettersThatStandForOthers() {
    String shifted =
        PROSE
            .chars()
            .mapToObj(letter -> String.valueOf((char) (letter > ' ' ? letter + 3 : letter)))
            .collect(Collectors.joining());
    assertFalse(TextTrust.isTrustworthy(runs(shifted)));
  }

  @Test
  void doesNotBelieveTextWithoutMeaning() {
    assertFalse(TextTrust.isTrustworthy(runs("\uFFFD\uFFFD\uFFFD\uFFFD Total 12")));
    assertFalse(TextTrust.isTrustworthy(runs("\uF020\uF021\uF022\uF023")));
  }
}

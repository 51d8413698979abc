package confidant.ingest.extract;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class CharactersTest {

  @Test
  void spellsLigaturesOut() {
    assertEquals("fi", Characters.clean("\uFB01"));
    assertEquals("ffl", Characters.clean("\uFB04"));
    assertEquals("Rij", Characters.clean("R\u0133"));
  }

  @Test
  void makesBlanksOfAllWidthsSpaces() {
    assertEquals("1 234 567 8", Characters.clean("1\u2009234\u202F567\u00A08"));
  }

  @Test
  void showsADrawnSoftHyphenAndDropsWhatHasNoWidth() {
    assertEquals("-", Characters.clean("\u00AD"));
    assertEquals("ab", Characters.clean("a\u200Bb"));
  }
}

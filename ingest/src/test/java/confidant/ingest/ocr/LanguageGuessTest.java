package confidant.ingest.ocr;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LanguageGuessTest {

  @ParameterizedTest
  @CsvSource({
    "GERMAN,Lohnsteuer Kirchensteuer und der Auszahlungsbetrag fur Januar",
    "FRENCH,Releve de votre compte pour la periode du salaire net",
    "SPANISH,El saldo de la cuenta y los movimientos del periodo",
    "ITALIAN,Il saldo del conto e gli importi della busta paga",
  })
  void tellsTheLanguageOfWordsReadInEnglish(Language language, String text) {
    assertEquals(Optional.of(language), LanguageGuess.of(Words.line(text), Language.ENGLISH));
    assertEquals(Optional.empty(), LanguageGuess.of(Words.line(text), language));
  }

  @ParameterizedTest
  @CsvSource({
    "The total balance of your account for this period",
    "12.50 13.00 14.75",
    "der 12.50"
  })
  void staysWithTheLanguageThatFitsOrWhereNothingTells(String text) {
    assertEquals(Optional.empty(), LanguageGuess.of(Words.line(text), Language.ENGLISH));
  }
}

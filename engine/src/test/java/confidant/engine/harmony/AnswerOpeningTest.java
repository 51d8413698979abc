package confidant.engine.harmony;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import confidant.engine.api.EngineException;
import confidant.engine.harmony.HarmonyPiece.Answer;
import confidant.engine.harmony.HarmonyStream.Place;
import confidant.engine.tokenizer.Tokenizer;
import confidant.engine.tokenizer.Tokenizers;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AnswerOpeningTest {
  private static final Tokenizer TOKENIZER = Tokenizers.o200kHarmony();
  private HarmonyTokens tokens;
  private HarmonyStream stream;

  @BeforeEach
  void begin() throws EngineException {
    tokens = HarmonyTokens.of(TOKENIZER);
    stream = new HarmonyStream(tokens);
  }

  private void write(String text) {
    for (int token : TOKENIZER.encodeWithSpecials(text)) {
      stream.feed(token);
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "'';                                                       BEGINNING",
        "<|channel|>;                                              HEADER",
        "<|channel|>analysis;                                      HEADER",
        "<|channel|>analysis<|message|>;                           REASONING",
        "<|channel|>analysis<|message|>Let me see;                 REASONING",
        "<|channel|>analysis<|message|>So.<|end|>;                 BETWEEN",
        "<|channel|>analysis<|message|>So.<|end|><|start|>;        HEADER",
        "<|channel|>commentary<|message|>I look it up;             CONTENT",
        "<|channel|>commentary to=functions.f<|message|>{};        CONTENT",
        "<|channel|>analysis to=python code<|message|>1;           CONTENT",
        "<|channel|>final<|message|>;                              CONTENT",
        "<|channel|>final<|message|>Yes;                           CONTENT"
      })
  void thePlaceOfTheNextTokenIsKnown(String written, Place place) {
    write(written);
    assertEquals(place, stream.place());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "<|channel|>analysis<|message|>Let me",
        "<|channel|>analysis<|message|>Let me<|end|>"
      })
  void whatIsWrittenInBetweenLeadsToTheAnswer(String written) {
    write(written);
    for (int token : AnswerOpening.from(stream.place(), tokens).orElseThrow()) {
      assertEquals(List.of(), stream.feed(token));
    }
    assertEquals(Place.CONTENT, stream.place());
    assertEquals(List.of(new Answer("Yes")), stream.feed(TOKENIZER.encode("Yes")[0]));
    stream.finish();
    assertEquals("Yes", stream.messages().getLast().text());
    assertEquals(Optional.of("final"), stream.messages().getLast().channel());
  }

  @Test
  void theModelsOwnTokensAreUsed() {
    assertArrayEquals(
        TOKENIZER.encodeWithSpecials("<|end|><|start|>assistant<|channel|>final<|message|>"),
        AnswerOpening.from(Place.REASONING, tokens).orElseThrow());
  }

  @Test
  void headersCallsAndAnswersAreNotCutOff() {
    assertEquals(Optional.empty(), AnswerOpening.from(Place.HEADER, tokens));
    assertEquals(Optional.empty(), AnswerOpening.from(Place.CONTENT, tokens));
  }
}

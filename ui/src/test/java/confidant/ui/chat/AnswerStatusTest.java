package confidant.ui.chat;

import static org.junit.jupiter.api.Assertions.assertEquals;

import confidant.ui.common.Texts;
import confidant.ui.port.ChatEvent;
import confidant.ui.port.ChatEvent.EndReason;
import confidant.ui.port.ChatPort.Kind;
import confidant.ui.port.ChatPort.Question;
import confidant.ui.port.Effort;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class AnswerStatusTest {

  private static String status(Locale locale, ChatEvent... events) {
    ExchangeViewModel exchange =
        new ExchangeViewModel(
            new Question("t1", Optional.empty(), Kind.QUESTION, "?", List.of(), Effort.LOW));
    exchange.apply(List.of(events), "");
    return new AnswerStatus(new Texts(locale)).of(exchange);
  }

  private static String status(ChatEvent... events) {
    return status(Locale.ENGLISH, events);
  }

  @Test
  void saysHowMuchOfThePromptIsReadAndHowLongTheRestTakes() {
    assertEquals(
        "Reading: 1,024 of 4,096 tokens · about 13 s left",
        status(new ChatEvent.ReadingPrompt(1024, 4096, 12.2)));
    assertEquals(
        "Reading: 1,024 of 4,096 tokens · about 3 min left",
        status(new ChatEvent.ReadingPrompt(1024, 4096, 185)));
  }

  @Test
  void saysNothingAboutTimeWhileItIsUnknown() {
    assertEquals("Reading: 0 of 9 tokens", status(new ChatEvent.ReadingPrompt(0, 9, -1)));
  }

  @Test
  void saysWhichPartOfALongPaperIsRead() {
    assertEquals(
        "Part 2 of 5 · Reading: 0 of 9 tokens",
        status(new ChatEvent.ReadingPart(2, 5), new ChatEvent.ReadingPrompt(0, 9, -1)));
    assertEquals(
        "Part 2 of 5 · Thinking… 1 token",
        status(new ChatEvent.ReadingPart(2, 5), new ChatEvent.Reasoning("x", 1)));
    assertEquals(
        "Reading: 0 of 9 tokens",
        status(
            new ChatEvent.ReadingPart(5, 5),
            new ChatEvent.JoiningParts(),
            new ChatEvent.ReadingPrompt(0, 9, -1)));
  }

  @Test
  void countsTheTokensOfThinking() {
    assertEquals("Thinking… 1 token", status(new ChatEvent.Reasoning("x", 1)));
    assertEquals("Thinking… 2,000 tokens", status(new ChatEvent.Reasoning("x", 2000)));
  }

  @Test
  void saysHowFastTheAnswerWasWritten() {
    assertEquals(
        "512 tokens · 7.3 tokens per second",
        status(new ChatEvent.Ended(EndReason.COMPLETE, 512, 7.25001)));
  }

  @Test
  void saysWhyAnAnswerEndedEarly() {
    assertEquals("Stopped", status(new ChatEvent.Ended(EndReason.STOPPED, 0, 0)));
    assertEquals(
        "Ended at the length limit · 9 tokens · 2.0 tokens per second",
        status(new ChatEvent.Ended(EndReason.LENGTH_LIMIT, 9, 2)));
  }

  @Test
  void writesNumbersAsTheLanguageDoes() {
    assertEquals(
        "1.512 Token · 7,5 Token pro Sekunde",
        status(Locale.GERMAN, new ChatEvent.Ended(EndReason.COMPLETE, 1512, 7.5)));
  }
}

package confidant.ui.chat;

import static org.junit.jupiter.api.Assertions.assertEquals;

import confidant.ui.common.Texts;
import confidant.ui.port.ChatEvent;
import confidant.ui.port.ChatEvent.EndReason;
import confidant.ui.port.ChatEvent.ReasoningClosed.Cause;
import confidant.ui.port.ChatPort.Kind;
import confidant.ui.port.ChatPort.Question;
import confidant.ui.port.Effort;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class AnswerStatusTest {

  private static final Question QUESTION =
      new Question("t1", Optional.empty(), Kind.QUESTION, "?", List.of(), Effort.LOW);

  private static String status(ExchangeViewModel exchange) {
    return new AnswerStatus(new Texts(Locale.ENGLISH)).of(exchange);
  }

  private static String status(Locale locale, ChatEvent... events) {
    ExchangeViewModel exchange = new ExchangeViewModel(QUESTION);
    exchange.apply(List.of(events), "", false);
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
        "Part 2 of 5 · Thinking… 0 s · 1 token",
        status(new ChatEvent.ReadingPart(2, 5), new ChatEvent.Reasoning("x", 1)));
    assertEquals(
        "Reading: 0 of 9 tokens",
        status(
            new ChatEvent.ReadingPart(5, 5),
            new ChatEvent.JoiningParts(),
            new ChatEvent.ReadingPrompt(0, 9, -1)));
  }

  @Test
  void countsSecondsAndTokensOfThinking() {
    assertEquals("Thinking… 0 s · 1 token", status(new ChatEvent.Reasoning("x", 1)));
    AtomicLong clock = new AtomicLong(7_000_000_000L);
    ExchangeViewModel exchange = new ExchangeViewModel(QUESTION, clock::get);
    exchange.apply(List.of(new ChatEvent.Reasoning("x", 1)), "", false);
    clock.addAndGet(24_900_000_000L);
    exchange.apply(List.of(new ChatEvent.Reasoning("x", 2310)), "", false);
    assertEquals("Thinking… 24 s · 2,310 tokens", status(exchange));
  }

  @Test
  void saysThatTheAnswerIsNextOnceItIsAskedFor() {
    ExchangeViewModel exchange = new ExchangeViewModel(QUESTION);
    exchange.apply(List.of(new ChatEvent.Reasoning("x", 3)), "", false);
    exchange.answerNow();
    assertEquals("Thinking… 0 s · 3 tokens · the answer is next", status(exchange));
    exchange.apply(
        List.of(new ChatEvent.ReasoningClosed(Cause.ASKED), new ChatEvent.AnswerText("x")),
        "",
        false);
    assertEquals("Writing…", status(exchange));
  }

  @Test
  void saysThatTheThinkingWentInCircles() {
    ChatEvent closed = new ChatEvent.ReasoningClosed(Cause.REPEATED);
    assertEquals(
        "Writing… · The thinking went in circles and was ended",
        status(new ChatEvent.Reasoning("x", 3), closed, new ChatEvent.AnswerText("x")));
    assertEquals(
        "The thinking went in circles and was ended · 512 tokens · 7.3 tokens per second",
        status(closed, new ChatEvent.Ended(EndReason.COMPLETE, 512, 7.25001)));
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

package confidant.app.chat;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import confidant.engine.chat.ReasoningEffort;
import confidant.engine.chat.TokenEvent;
import confidant.engine.chat.TokenEvent.EndReason;
import confidant.engine.chat.TokenEvent.Usage;
import java.util.OptionalDouble;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class PaceTest {
  private static final long SECOND = 1_000_000_000L;
  private final Pace pace = new Pace(4096);
  private final AtomicLong clock = new AtomicLong();

  private double seconds(ReasoningEffort effort, int unread) {
    return pace.seconds(effort, unread).orElseThrow();
  }

  /** 50 tokens a second read, 10 written. */
  private void measure() {
    pace.read(1000, 20 * SECOND);
    pace.wrote(100, 10 * SECOND);
  }

  @Test
  void nothingIsToldUntilReadingAndWritingWereMeasured() {
    assertEquals(OptionalDouble.empty(), pace.seconds(ReasoningEffort.LOW, 100));
    pace.read(1000, 20 * SECOND);
    assertEquals(OptionalDouble.empty(), pace.seconds(ReasoningEffort.LOW, 100));
    pace.wrote(100, 10 * SECOND);
    assertTrue(pace.seconds(ReasoningEffort.LOW, 100).isPresent());
  }

  @Test
  void whatIsReadAheadIsNotWaitedFor() {
    measure();
    assertEquals(20, seconds(ReasoningEffort.LOW, 1000) - seconds(ReasoningEffort.LOW, 0), 1e-9);
  }

  @Test
  void moreEffortTakesLonger() {
    measure();
    assertTrue(seconds(ReasoningEffort.LOW, 0) < seconds(ReasoningEffort.MEDIUM, 0));
    assertTrue(seconds(ReasoningEffort.MEDIUM, 0) < seconds(ReasoningEffort.HIGH, 0));
  }

  @Test
  void learnsHowLongTheModelReasonsWithAnEffort() {
    measure();
    double low = seconds(ReasoningEffort.LOW, 0);
    for (int i = 0; i < 40; i++) {
      pace.answered(ReasoningEffort.MEDIUM, 1000, 250);
    }
    // Reading 60 tokens around a question, then writing 1250.
    assertEquals(60 / 50.0 + 125, seconds(ReasoningEffort.MEDIUM, 0), 0.1);
    assertEquals(low, seconds(ReasoningEffort.LOW, 0), 1e-9);
  }

  @Test
  void noAnswerIsThoughtToBeLongerThanItMayBe() {
    Pace brief = new Pace(200);
    brief.read(1000, 20 * SECOND);
    brief.wrote(100, 10 * SECOND);
    assertEquals(60 / 50.0 + 20, brief.seconds(ReasoningEffort.HIGH, 0).orElseThrow(), 1e-9);
  }

  @Test
  void whatWasMeasuredLatelyCountsMore() {
    measure();
    for (int i = 0; i < 20; i++) {
      pace.read(4096, 40 * SECOND);
    }
    double thousand = seconds(ReasoningEffort.LOW, 1000) - seconds(ReasoningEffort.LOW, 0);
    assertEquals(1000 / 102.4, thousand, 0.01);
  }

  private void read(PaceMeter meter, int done, long atSecond) {
    clock.set(atSecond * SECOND);
    meter.read(new TokenEvent.Prefill(done, 1000, 0));
  }

  @Test
  void theTimeBeforeTheFirstTokensWereReadDoesNotCount() {
    pace.wrote(100, 10 * SECOND);
    PaceMeter meter = new PaceMeter(pace, clock::get);
    read(meter, 0, 0);
    read(meter, 100, 60);
    read(meter, 300, 64);
    read(meter, 900, 68);
    meter.endReading();
    assertEquals(8, seconds(ReasoningEffort.LOW, 800) - seconds(ReasoningEffort.LOW, 0), 1e-9);
  }

  @Test
  void promptsOneAfterTheOtherAreMeasuredEach() {
    pace.wrote(100, 10 * SECOND);
    PaceMeter meter = new PaceMeter(pace, clock::get);
    read(meter, 100, 1);
    read(meter, 300, 3);
    read(meter, 0, 50);
    read(meter, 200, 60);
    read(meter, 400, 62);
    meter.endReading();
    assertEquals(4, seconds(ReasoningEffort.LOW, 400) - seconds(ReasoningEffort.LOW, 0), 1e-9);
  }

  @Test
  void aFewTokensSayNothingAboutTheSpeedOfReading() {
    pace.wrote(100, 10 * SECOND);
    PaceMeter meter = new PaceMeter(pace, clock::get);
    read(meter, 1, 1);
    read(meter, 9, 50);
    meter.endReading();
    assertEquals(OptionalDouble.empty(), pace.seconds(ReasoningEffort.LOW, 0));
  }

  private MeasuredAnswer answer(ReasoningEffort effort) {
    return new MeasuredAnswer(pace, effort, event -> {}, clock::get);
  }

  private static void write(MeasuredAnswer answer, int reasoning, int words, EndReason reason) {
    for (int i = 0; i < reasoning; i++) {
      answer.event(new TokenEvent.Reasoning("hm"));
    }
    for (int i = 0; i < words; i++) {
      answer.event(new TokenEvent.Answer("word"));
    }
    answer.event(new TokenEvent.End(reason, new Usage(10, 0, 100, 0, 0, SECOND, 10 * SECOND)));
  }

  @Test
  void anAnswerThatCameToItsEndIsTypical() {
    measure();
    double before = seconds(ReasoningEffort.LOW, 0);
    write(answer(ReasoningEffort.LOW), 500, 250, EndReason.STOP);
    assertTrue(seconds(ReasoningEffort.LOW, 0) > before);
  }

  @Test
  void anAnswerThatWasCutShortIsNot() {
    measure();
    double before = seconds(ReasoningEffort.LOW, 0);
    write(answer(ReasoningEffort.LOW), 500, 250, EndReason.CANCELLED);
    MeasuredAnswer closed = answer(ReasoningEffort.LOW);
    closed.event(new TokenEvent.ReasoningClosed(TokenEvent.ReasoningClosed.Cause.ASKED));
    write(closed, 500, 250, EndReason.STOP);
    MeasuredAnswer notes = answer(ReasoningEffort.LOW);
    notes.part(new AnswerListener.PartReading(1, 3, "a.pdf", "1-4"));
    write(notes, 500, 250, EndReason.STOP);
    assertEquals(before, seconds(ReasoningEffort.LOW, 0), 1e-9);
  }
}

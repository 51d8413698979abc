package confidant.engine.session;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import confidant.engine.api.EngineException;
import confidant.engine.chat.Cancellation;
import confidant.engine.chat.GenerationParams;
import confidant.engine.chat.Message;
import confidant.engine.chat.TokenEvent;
import confidant.engine.chat.TokenEvent.EndReason;
import confidant.engine.speculation.Drafter;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** An answer, its end and what stays in the cache are the same with drafts and without. */
class GenerationTest {
  private static final List<Message> QUESTION = List.of(Message.user("What is due on 3 May?"));
  private static final int NEVER = Integer.MAX_VALUE;
  private OpenModel model;

  @BeforeEach
  void open() throws EngineException {
    model = TinyModel.open();
  }

  @AfterEach
  void close() {
    model.close();
  }

  /** Writes down what is drawn, but for the last token, and guesses nothing. */
  private static final class Recorder implements Drafter {
    private final List<Integer> drawn = new ArrayList<>();

    @Override
    public void begin(int[] tokens) {
      drawn.clear();
    }

    @Override
    public void append(int token) {
      drawn.add(token);
    }

    @Override
    public int[] draft(int most) {
      return new int[0];
    }

    @Override
    public void verified(int drafted, int accepted, long nanos) {
      assertEquals(0, drafted + accepted);
    }

    int[] text() {
      return drawn.stream().mapToInt(Integer::intValue).toArray();
    }
  }

  /** All that an answer shows, and what the next question finds in the cache. */
  private record Answer(
      List<TokenEvent> events,
      List<Message> messages,
      EndReason reason,
      TokenEvent.Usage usage,
      int reusedByNext) {

    void assertSame(Answer other) {
      assertEquals(events, other.events);
      assertEquals(messages, other.messages);
      assertEquals(reason, other.reason);
      assertEquals(usage.promptTokens(), other.usage.promptTokens());
      assertEquals(usage.generatedTokens(), other.usage.generatedTokens());
      assertEquals(reusedByNext, other.reusedByNext);
    }
  }

  /**
   * @param cancelAt after how many events to cancel
   */
  private Answer answer(Drafter drafter, int context, GenerationParams params, int cancelAt)
      throws EngineException {
    try (HarmonySession session = new HarmonySession(model, context, drafter)) {
      Cancellation cancellation = new Cancellation();
      List<TokenEvent> events = new ArrayList<>();
      List<Message> messages =
          session.generate(
              QUESTION,
              params,
              cancellation,
              event -> {
                events.add(event);
                if (events.size() == cancelAt) {
                  cancellation.cancel();
                }
              });
      TokenEvent.End end = (TokenEvent.End) events.removeLast();
      List<TokenEvent.Prefill> next = new ArrayList<>();
      List<Message> more = new ArrayList<>(QUESTION);
      more.addAll(messages);
      if (session.countTokens(more) < context) {
        session.prefill(more, new Cancellation(), next::add);
      }
      int reused = next.isEmpty() ? -1 : next.getFirst().reused();
      return new Answer(events, messages, end.reason(), end.usage(), reused);
    }
  }

  @Test
  void everyEndIsTheSameInsideADraft() throws EngineException {
    Map<EndReason, Integer> endings = new EnumMap<>(EndReason.class);
    int prompt;
    try (HarmonySession session = new HarmonySession(model, 512, Drafter.none())) {
      prompt = session.countTokens(QUESTION);
    }
    for (int seed = 0; seed < 12; seed++) {
      for (int context : new int[] {prompt + 20 + seed, 1024}) {
        GenerationParams params = new GenerationParams(150 + seed, 1.5f, 0, 1f, 0f, seed);
        Recorder recorder = new Recorder();
        Answer plain = answer(recorder, context, params, NEVER);
        for (int hits : new int[] {100, 60}) {
          Drafter oracle = new OracleDrafter(recorder.text(), hits, seed);
          Answer drafted = answer(oracle, context, params, NEVER);
          plain.assertSame(drafted);
          assertTrue(drafted.usage().acceptedTokens() > 0, drafted.usage().toString());
          assertTrue(
              drafted.usage().acceptedTokens() < drafted.usage().generatedTokens()
                  && drafted.usage().acceptedTokens() <= drafted.usage().draftedTokens(),
              drafted.usage().toString());
        }
        plain.assertSame(answer(Drafter.byPromptLookup(), context, params, NEVER));
        endings.merge(plain.reason(), 1, Integer::sum);
      }
    }
    assertTrue(
        endings.containsKey(EndReason.STOP)
            && endings.containsKey(EndReason.MAX_TOKENS)
            && endings.containsKey(EndReason.CONTEXT_FULL),
        endings.toString());
  }

  @Test
  void cancellingInsideADraftReportsNothingMore() throws EngineException {
    GenerationParams params = new GenerationParams(60, 1f, 0, 1f, 0f, 4);
    Recorder recorder = new Recorder();
    Answer whole = answer(recorder, 512, params, NEVER);
    int[] text = recorder.text();
    for (int at = 1; at <= whole.events().size(); at++) {
      Answer plain = answer(Drafter.none(), 512, params, at);
      Answer drafted = answer(new OracleDrafter(text, 100, 0), 512, params, at);
      plain.assertSame(drafted);
      // What a cut character held back may still come.
      int after = drafted.events().size() - at;
      assertTrue(after == 0 || after == 1, after + " events after the " + at + "th");
    }
  }
}

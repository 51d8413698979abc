package confidant.engine.session;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import confidant.engine.api.EngineException;
import confidant.engine.chat.GenerationParams;
import confidant.engine.sampling.Sampler;
import confidant.engine.speculation.Drafter;
import java.util.Arrays;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Drafts change how many passes a text takes and nothing else. */
class DecoderTest {
  private static final int CONTEXT = 1024;
  private OpenModel model;

  @BeforeEach
  void open() throws EngineException {
    model = TinyModel.open();
  }

  @AfterEach
  void close() {
    model.close();
  }

  private static int[] random(int count, long seed) {
    return new SplittableRandom(seed).ints(count, 0, 480).toArray();
  }

  /** What was drawn, and how. */
  private record Drawn(int[] tokens, int passes, int drafted, int accepted) {}

  private static Drawn draw(
      Sequence sequence, int[] prompt, int count, GenerationParams params, Drafter drafter)
      throws EngineException {
    sequence.truncate(0);
    Optional<float[]> logits = sequence.read(prompt, done -> true);
    sequence.mark();
    Decoder decoder = new Decoder(sequence, drafter);
    Sampler sampler = new Sampler(params);
    int[] tokens = new int[count];
    for (int i = 0; i < count; i++) {
      tokens[i] = sampler.next(logits.orElseThrow());
      if (i + 1 < count) {
        logits = decoder.after(tokens[i], count - i - 1, () -> true);
        assertEquals(prompt.length + i + 1, decoder.position());
      }
    }
    decoder.settle();
    assertEquals(prompt.length + count - 1, sequence.position(), "the last token is not read");
    int[] held = Arrays.copyOf(prompt, prompt.length + count - 1);
    System.arraycopy(tokens, 0, held, prompt.length, count - 1);
    assertArrayEquals(held, sequence.tokens());
    assertEquals(count - 1, decoder.passes() + decoder.acceptedTokens());
    return new Drawn(tokens, decoder.passes(), decoder.draftedTokens(), decoder.acceptedTokens());
  }

  @Test
  void theMostLikelyTokensAreTheSameWithDraftsAndTakeFewerPasses() throws EngineException {
    try (Sequence sequence = new Sequence(model, CONTEXT)) {
      for (int seed = 0; seed < 6; seed++) {
        int[] prompt = repeating(random(40, seed), 3);
        GenerationParams greedy = GenerationParams.greedy(1);
        Drawn plain = draw(sequence, prompt, 300, greedy, Drafter.none());
        Drawn drafted = draw(sequence, prompt, 300, greedy, new Tireless());
        assertArrayEquals(plain.tokens(), drafted.tokens());
        assertEquals(299, plain.passes());
        assertTrue(drafted.accepted() > 0, drafted.toString());
        Drawn adaptive = draw(sequence, prompt, 300, greedy, Drafter.byPromptLookup());
        assertArrayEquals(plain.tokens(), adaptive.tokens());
      }
    }
  }

  @Test
  void tokensDrawnAtRandomAreTheSameWithDrafts() throws EngineException {
    try (Sequence sequence = new Sequence(model, CONTEXT)) {
      for (int seed = 0; seed < 6; seed++) {
        int[] prompt = repeating(random(30, 100 + seed), 4);
        for (GenerationParams params :
            new GenerationParams[] {
              new GenerationParams(1, 1f, 0, 1f, 0f, seed),
              new GenerationParams(1, 0.3f, 0, 1f, 0f, seed),
              new GenerationParams(1, 0.7f, 20, 0.9f, 0.02f, seed)
            }) {
          Drawn plain = draw(sequence, prompt, 120, params, Drafter.none());
          for (int hits : new int[] {100, 70, 0}) {
            Drafter oracle = new OracleDrafter(plain.tokens(), hits, seed);
            Drawn drafted = draw(sequence, prompt, 120, params, oracle);
            assertArrayEquals(plain.tokens(), drafted.tokens());
            assertEquals(hits > 0, drafted.accepted() > 0, drafted.toString());
          }
          Drawn adaptive = draw(sequence, prompt, 120, params, Drafter.byPromptLookup());
          assertArrayEquals(plain.tokens(), adaptive.tokens());
        }
      }
    }
  }

  @Test
  void aTextThatIsGuessedThroughoutTakesAPassForEightTokens() throws EngineException {
    try (Sequence sequence = new Sequence(model, CONTEXT)) {
      int[] prompt = random(20, 7);
      GenerationParams params = new GenerationParams(1, 1f, 0, 1f, 0f, 7);
      Drawn plain = draw(sequence, prompt, 81, params, Drafter.none());
      Drawn drafted = draw(sequence, prompt, 81, params, new OracleDrafter(plain.tokens(), 100, 0));
      assertArrayEquals(plain.tokens(), drafted.tokens());
      assertEquals(10, drafted.passes());
      assertEquals(70, drafted.accepted());
    }
  }

  @Test
  void draftsDoNotReachBeyondTheContext() throws EngineException {
    int[] prompt = random(20, 8);
    int room = 13;
    GenerationParams params = new GenerationParams(1, 1f, 0, 1f, 0f, 8);
    int[] plain;
    try (Sequence sequence = new Sequence(model, CONTEXT)) {
      plain = draw(sequence, prompt, room + 1, params, Drafter.none()).tokens();
    }
    try (Sequence sequence = new Sequence(model, prompt.length + room)) {
      Sampler sampler = new Sampler(params);
      Optional<float[]> logits = sequence.read(prompt, done -> true);
      Decoder decoder = new Decoder(sequence, new OracleDrafter(plain, 100, 0));
      for (int i = 0; i < room; i++) {
        assertEquals(plain[i], sampler.next(logits.orElseThrow()));
        logits = decoder.after(plain[i], 100, () -> true);
      }
      assertEquals(sequence.capacity(), decoder.position());
      assertThrows(
          EngineException.ContextExceeded.class, () -> decoder.after(plain[room], 100, () -> true));
    }
  }

  @Test
  void stoppingInsideADraftHoldsWhatWasDrawn() throws EngineException {
    int[] prompt = random(20, 9);
    GenerationParams greedy = GenerationParams.greedy(1);
    try (Sequence sequence = new Sequence(model, CONTEXT)) {
      int[] plain = draw(sequence, prompt, 20, greedy, Drafter.none()).tokens();
      for (int stop = 0; stop < 12; stop++) {
        sequence.truncate(0);
        assertTrue(sequence.read(prompt, done -> true).isPresent());
        Decoder decoder = new Decoder(sequence, new OracleDrafter(plain, 100, 0));
        for (int i = 0; i < stop; i++) {
          assertTrue(decoder.after(plain[i], 100, () -> true).isPresent());
        }
        assertEquals(Optional.empty(), decoder.after(plain[stop], 100, () -> false));
        assertEquals(prompt.length + stop, decoder.position());
        decoder.settle();
        assertEquals(prompt.length + stop, sequence.position());
        // What was drafted and not drawn left nothing behind.
        float[] again = sequence.read(new int[] {plain[stop]}, done -> true).orElseThrow();
        assertEquals(plain[stop + 1], Sampler.argmax(again));
      }
    }
  }

  @Test
  void aPassThatIsStoppedHalfWayLeavesThePositionAsItWas() throws EngineException {
    int[] prompt = random(20, 10);
    try (Sequence sequence = new Sequence(model, CONTEXT)) {
      int[] plain = draw(sequence, prompt, 20, GenerationParams.greedy(1), Drafter.none()).tokens();
      sequence.truncate(prompt.length);
      Decoder decoder = new Decoder(sequence, new OracleDrafter(plain, 100, 0));
      AtomicInteger asked = new AtomicInteger();
      assertEquals(
          Optional.empty(), decoder.after(plain[0], 100, () -> asked.incrementAndGet() < 4));
      decoder.settle();
      assertEquals(prompt.length, sequence.position());
      assertEquals(0, decoder.passes());
      assertEquals(0, decoder.draftedTokens());
    }
  }

  @Test
  void stopIsHeardBeforeTheFirstPassCanRun() throws EngineException {
    int[] prompt = random(20, 13);
    AtomicBoolean ready = new AtomicBoolean();
    OpenModel.Readiness readiness =
        goOn -> {
          while (!ready.get()) {
            if (!goOn.getAsBoolean()) {
              return false;
            }
          }
          return true;
        };
    try (OpenModel waiting = TinyModel.open(readiness);
        Sequence late = new Sequence(waiting, CONTEXT);
        Sequence usual = new Sequence(model, CONTEXT)) {
      AtomicInteger asked = new AtomicInteger();
      assertEquals(
          Optional.empty(),
          late.read(
              prompt,
              read -> {
                assertEquals(0, read);
                return asked.incrementAndGet() < 3;
              }));
      assertEquals(0, late.position());
      ready.set(true);
      assertArrayEquals(
          usual.read(prompt, read -> true).orElseThrow(),
          late.read(prompt, read -> true).orElseThrow());
    }
  }

  @Test
  void closingTheModelFreesWhoWaitsForItsFirstPass() throws EngineException {
    AtomicReference<OpenModel> closing = new AtomicReference<>(model);
    OpenModel.Readiness readiness =
        goOn -> {
          closing.get().close();
          return goOn.getAsBoolean();
        };
    try (OpenModel waiting = TinyModel.open(readiness);
        Sequence sequence = new Sequence(waiting, CONTEXT)) {
      closing.set(waiting);
      int[] prompt = random(20, 14);
      assertThrows(IllegalStateException.class, () -> sequence.read(prompt, read -> true));
      assertEquals(0, sequence.position());
    }
  }

  @Test
  void closingTheModelInsideADraftIsNoticedAtTheNextToken() throws EngineException {
    int[] prompt = random(20, 11);
    try (Sequence sequence = new Sequence(model, CONTEXT)) {
      int[] plain = draw(sequence, prompt, 20, GenerationParams.greedy(1), Drafter.none()).tokens();
      sequence.truncate(prompt.length);
      Decoder decoder = new Decoder(sequence, new OracleDrafter(plain, 100, 0));
      assertTrue(decoder.after(plain[0], 100, () -> true).isPresent());
      model.close();
      assertThrows(IllegalStateException.class, () -> decoder.after(plain[1], 100, () -> true));
      decoder.settle();
      assertEquals(prompt.length + 1, sequence.position());
    }
  }

  @Test
  void takingAFewPositionsBackKeepsExactlyTheOthersHoweverLongTheSequence() throws EngineException {
    try (Sequence sequence = new Sequence(model, CONTEXT)) {
      int[] tokens = random(CONTEXT, 12);
      int at = 0;
      for (int i = 0; at + 8 <= CONTEXT; i++) {
        int taken = i % 8;
        int[] pass = Arrays.copyOfRange(tokens, at, at + 8);
        assertEquals(8, sequence.readEach(pass, () -> true).orElseThrow().length);
        if (i % 5 == 0) {
          sequence.mark();
        }
        sequence.takeBack(taken);
        at += 8 - taken;
        assertEquals(at, sequence.position());
      }
      assertArrayEquals(Arrays.copyOf(tokens, at), sequence.tokens());
      sequence.takeBack(1);
      float[] resumed = sequence.read(new int[] {tokens[at - 1]}, done -> true).orElseThrow();
      sequence.truncate(0);
      float[] fresh = sequence.read(Arrays.copyOf(tokens, at), done -> true).orElseThrow();
      assertArrayEquals(fresh, resumed, 1e-4f);
    }
  }

  private static int[] repeating(int[] tokens, int times) {
    return IntStream.range(0, times).flatMap(i -> Arrays.stream(tokens)).toArray();
  }

  /** Drafts as a look-up does to which trying always seems to pay. */
  private static final class Tireless implements Drafter {
    private int[] tokens = {};

    @Override
    public void begin(int[] begun) {
      tokens = begun;
    }

    @Override
    public void append(int token) {
      tokens = Arrays.copyOf(tokens, tokens.length + 1);
      tokens[tokens.length - 1] = token;
    }

    @Override
    public int[] draft(int most) {
      int last = tokens.length - 1;
      for (int next = last; next >= 1; next--) {
        if (tokens[next - 1] == tokens[last]) {
          int to = Math.min(tokens.length, next + Math.min(most, MOST_PASS_TOKENS - 1));
          return Arrays.copyOfRange(tokens, next, to);
        }
      }
      return new int[0];
    }

    @Override
    public void verified(int drafted, int accepted, long nanos) {}
  }
}

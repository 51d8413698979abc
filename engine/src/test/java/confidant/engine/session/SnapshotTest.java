package confidant.engine.session;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import confidant.engine.api.EngineException;
import confidant.engine.api.Resumable;
import confidant.engine.api.TokenSession.LogitPositions;
import confidant.engine.chat.Cancellation;
import confidant.engine.chat.GenerationParams;
import confidant.engine.chat.Message;
import confidant.engine.chat.TokenEvent;
import confidant.engine.speculation.Drafter;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A restored session goes on as the one that was saved would. */
class SnapshotTest {
  /** Few enough positions for a cache of float32. */
  private static final int FLOAT32_CONTEXT = 1000;

  /** So many positions that elements have two bytes. */
  private static final int INT16_CONTEXT = 40_000;

  private OpenModel model;

  @BeforeEach
  void open() throws EngineException {
    model = TinyModel.open();
  }

  @AfterEach
  void close() {
    model.close();
  }

  @ParameterizedTest
  @ValueSource(ints = {FLOAT32_CONTEXT, INT16_CONTEXT})
  void theNextLogitsHaveTheSameBits(int context) throws EngineException {
    for (int length : new int[] {1, 15, 16, 128, 129, 700}) {
      try (RawSession saved = new RawSession(model, context);
          RawSession restored = new RawSession(model, context)) {
        saved.append(random(length, length), LogitPositions.LAST);
        restored.restore(stream(save(saved)));
        assertGoesOnAlike(saved, restored);
      }
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {FLOAT32_CONTEXT, INT16_CONTEXT})
  void theNextLogitsHaveTheSameBitsAfterRewinding(int context) throws EngineException {
    for (int kept : new int[] {699, 640, 500, 450}) {
      try (RawSession saved = new RawSession(model, context);
          RawSession restored = new RawSession(model, context)) {
        saved.append(random(700, 1), LogitPositions.LAST);
        assertEquals(kept, saved.truncate(kept));
        restored.restore(stream(save(saved)));
        assertEquals(kept, restored.position());
        assertGoesOnAlike(saved, restored);
      }
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {FLOAT32_CONTEXT, INT16_CONTEXT})
  void aRestoredSessionCanBeRewound(int context) throws EngineException {
    for (int kept : new int[] {699, 640, 500, 450, 100, 0}) {
      try (RawSession saved = new RawSession(model, context);
          RawSession restored = new RawSession(model, context)) {
        saved.append(random(700, 1), LogitPositions.LAST);
        restored.restore(stream(save(saved)));
        assertEquals(saved.truncate(kept), restored.truncate(kept));
        assertGoesOnAlike(saved, restored);
      }
    }
  }

  @Test
  void aFailedRestoreLeavesAnEmptySessionThatCanBeUsed() throws EngineException {
    try (RawSession session = new RawSession(model, FLOAT32_CONTEXT);
        RawSession fresh = new RawSession(model, FLOAT32_CONTEXT)) {
      session.append(random(300, 1), LogitPositions.LAST);
      byte[] snapshot = save(session);
      snapshot[snapshot.length - 1] ^= 1;
      assertThrows(EngineException.Damaged.class, () -> session.restore(stream(snapshot)));
      assertEquals(0, session.position());
      assertGoesOnAlike(fresh, session);
    }
  }

  @Test
  void anEmptySessionComesBackEmpty() throws EngineException {
    try (RawSession empty = new RawSession(model, FLOAT32_CONTEXT);
        RawSession restored = new RawSession(model, FLOAT32_CONTEXT)) {
      restored.append(random(30, 1), LogitPositions.LAST);
      restored.restore(stream(save(empty)));
      assertEquals(0, restored.position());
      assertGoesOnAlike(empty, restored);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"model-tiny-b/hf", "model-tiny/gguf/model-q8_0.gguf"})
  void anotherModelOrAnotherQuantisationIsRefused(String name) throws EngineException {
    try (OpenModel other = TinyModel.open(name);
        RawSession saved = new RawSession(model, FLOAT32_CONTEXT);
        RawSession restored = new RawSession(other, FLOAT32_CONTEXT)) {
      saved.append(random(300, 1), LogitPositions.LAST);
      byte[] snapshot = save(saved);
      assertThrows(EngineException.Unsupported.class, () -> restored.restore(stream(snapshot)));
      assertEquals(0, restored.position());
    }
  }

  @Test
  void theSameModelInOtherFilesIsTaken() throws EngineException {
    try (OpenModel same = TinyModel.open("model-tiny/hf-sharded");
        RawSession saved = new RawSession(model, FLOAT32_CONTEXT);
        RawSession restored = new RawSession(same, FLOAT32_CONTEXT)) {
      saved.append(random(300, 1), LogitPositions.LAST);
      restored.restore(stream(save(saved)));
      assertGoesOnAlike(saved, restored);
    }
  }

  @Test
  void aSecondQuestionReadsOnlyItsOwnTokensAfterARestore() throws EngineException {
    List<Message> papers = List.of(Message.user("The rent is 900 a month, due on the third. "));
    List<Message> longer = new ArrayList<>(papers);
    longer.add(Message.user("What is due on 3 May?"));
    try (HarmonySession saved = chat();
        HarmonySession restored = chat()) {
      generate(saved, papers);
      restored.restore(stream(save(saved)));
      Answer expected = generate(saved, longer);
      Answer actual = generate(restored, longer);
      assertEquals(expected, actual);
      assertTrue(actual.reused() > actual.prompt() / 2, "the papers are not read again");
    }
  }

  @Test
  void aClosedSessionOrModelIsAnErrorOfTheProgram() throws EngineException {
    RawSession session = new RawSession(model, FLOAT32_CONTEXT);
    byte[] snapshot = save(session);
    session.close();
    assertThrows(IllegalStateException.class, () -> save(session));
    assertThrows(IllegalStateException.class, () -> session.restore(stream(snapshot)));
    try (RawSession open = new RawSession(model, FLOAT32_CONTEXT)) {
      model.close();
      assertThrows(IllegalStateException.class, () -> save(open));
      assertThrows(IllegalStateException.class, () -> open.restore(stream(snapshot)));
    }
  }

  /** What an answer says, and how much of its prompt was held already. */
  private record Answer(List<Message> messages, int prompt, int reused) {}

  private static Answer generate(HarmonySession session, List<Message> conversation)
      throws EngineException {
    List<TokenEvent> events = new ArrayList<>();
    List<Message> messages =
        session.generate(
            conversation, GenerationParams.greedy(20), new Cancellation(), events::add);
    TokenEvent.Usage usage = ((TokenEvent.End) events.getLast()).usage();
    return new Answer(messages, usage.promptTokens(), usage.reusedTokens());
  }

  private HarmonySession chat() throws EngineException {
    return new HarmonySession(model, FLOAT32_CONTEXT, Drafter.none());
  }

  private static void assertGoesOnAlike(RawSession expected, RawSession actual)
      throws EngineException {
    int[] more = random(40, 9);
    assertArrayEquals(
        expected.append(more, LogitPositions.ALL), actual.append(more, LogitPositions.ALL));
    assertArrayEquals(
        expected.append(Arrays.copyOf(more, 1), LogitPositions.LAST),
        actual.append(Arrays.copyOf(more, 1), LogitPositions.LAST));
    assertEquals(expected.position(), actual.position());
  }

  private static byte[] save(Resumable session) throws EngineException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    session.save(out);
    return out.toByteArray();
  }

  private static ByteArrayInputStream stream(byte[] bytes) {
    return new ByteArrayInputStream(bytes);
  }

  private static int[] random(int count, long seed) {
    return new SplittableRandom(seed).ints(count, 0, 480).toArray();
  }
}

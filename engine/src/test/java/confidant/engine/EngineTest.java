package confidant.engine;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import confidant.engine.api.EngineException;
import confidant.engine.api.TokenSession;
import confidant.engine.api.TokenSession.LogitPositions;
import confidant.engine.chat.Cancellation;
import confidant.engine.chat.ChatSession;
import confidant.engine.chat.GenerationParams;
import confidant.engine.chat.Message;
import confidant.engine.chat.TokenEvent;
import confidant.engine.chat.TokenEvent.EndReason;
import confidant.engine.testing.Golden;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The engine as a program uses it, on a golden checkpoint. */
class EngineTest {
  private static final int CONTEXT = 512;
  private static final List<Message> QUESTION = List.of(Message.user("What is due on 3 May?"));
  private Engine engine;

  @BeforeEach
  void open() throws EngineException {
    engine =
        Engine.open(
            Golden.path("model-tiny/hf"), new EngineOptions(2, EngineOptions.KernelChoice.AUTO));
  }

  @AfterEach
  void close() {
    engine.close();
  }

  private static List<TokenEvent> generate(
      ChatSession session, List<Message> conversation, GenerationParams params)
      throws EngineException {
    List<TokenEvent> events = new ArrayList<>();
    session.generate(conversation, params, new Cancellation(), events::add);
    return events;
  }

  private static TokenEvent.End end(List<TokenEvent> events) {
    return assertInstanceOf(TokenEvent.End.class, events.getLast());
  }

  private static String words(List<TokenEvent> events) {
    return events.stream()
        .map(
            event ->
                switch (event) {
                  case TokenEvent.Reasoning(String text) -> text;
                  case TokenEvent.Answer(String text) -> text;
                  default -> "";
                })
        .collect(Collectors.joining());
  }

  @Test
  void threadsCanBeTakenAwayAndGivenBackInTheMiddleOfAnAnswer() throws EngineException {
    assertEquals(2, engine.threads());
    GenerationParams params = GenerationParams.greedy(24);
    String usual;
    try (ChatSession session = engine.newChat(CONTEXT)) {
      usual = words(generate(session, QUESTION, params));
    }
    List<TokenEvent> events = new ArrayList<>();
    try (ChatSession session = engine.newChat(CONTEXT)) {
      session.generate(
          QUESTION,
          params,
          new Cancellation(),
          event -> {
            events.add(event);
            engine.useThreads(events.size() % 2 + 1);
          });
    }
    assertEquals(usual, words(events));
    engine.useThreads(1);
    assertEquals(1, engine.threads());
    assertEquals(2, engine.maxThreads());
    assertTrue(engine.kernels().contains("1 thread"), engine::kernels);
    assertThrows(IllegalArgumentException.class, () -> engine.useThreads(3));
    assertThrows(IllegalArgumentException.class, () -> engine.useThreads(0));
  }

  @Test
  void memoryOfKeysAndValuesIsThatOfOpenSessions() throws EngineException {
    assertEquals(0, engine.memory().cacheBytes());
    try (TokenSession session = engine.newTokenSession(CONTEXT)) {
      assertEquals(1, session.append(new int[] {1, 2, 3}, LogitPositions.LAST).length);
      assertTrue(engine.memory().cacheBytes() > 0);
    }
    assertEquals(0, engine.memory().cacheBytes());
  }

  @Test
  void aClosedModelHasNoMemoryToReport() {
    engine.close();
    assertThrows(IllegalStateException.class, engine::memory);
  }

  @Test
  void reportsThePromptThenTheWordsThenOneEnd() throws EngineException {
    try (ChatSession session = engine.newChat(CONTEXT)) {
      List<TokenEvent> events = generate(session, QUESTION, GenerationParams.greedy(40));
      assertInstanceOf(TokenEvent.Prefill.class, events.getFirst());
      TokenEvent.Usage usage = end(events).usage();
      assertEquals(session.countTokens(QUESTION), usage.promptTokens());
      assertEquals(0, usage.reusedTokens());
      assertTrue(usage.generatedTokens() >= 1 && usage.generatedTokens() <= 40);
      assertEquals(1, events.stream().filter(TokenEvent.End.class::isInstance).count());
      assertFalse(words(events).contains("<|"), words(events));
    }
  }

  @Test
  void drawsTheSameWithTheSameSeed() throws EngineException {
    GenerationParams params = GenerationParams.recommended(30, 11);
    try (ChatSession a = engine.newChat(CONTEXT);
        ChatSession b = engine.newChat(CONTEXT)) {
      assertEquals(words(generate(a, QUESTION, params)), words(generate(b, QUESTION, params)));
    }
  }

  @Test
  void readsOnlyWhatIsNewOfASecondQuestion() throws EngineException {
    try (ChatSession session = engine.newChat(CONTEXT);
        ChatSession fresh = engine.newChat(CONTEXT)) {
      List<Message> conversation = new ArrayList<>(QUESTION);
      int first =
          end(generate(session, conversation, GenerationParams.greedy(20))).usage().promptTokens();
      conversation.add(Message.assistant("final", "80 euros"));
      conversation.add(Message.user("And in June?"));
      List<TokenEvent> again = generate(session, conversation, GenerationParams.greedy(20));
      int reused = end(again).usage().reusedTokens();
      assertTrue(reused >= first - 1, reused + " of " + first + " tokens reused");
      assertEquals(words(generate(fresh, conversation, GenerationParams.greedy(20))), words(again));
    }
  }

  @Test
  void aPromptReadAheadIsNotReadAgain() throws EngineException {
    try (ChatSession session = engine.newChat(CONTEXT)) {
      session.prefill(QUESTION, new Cancellation(), progress -> {});
      TokenEvent.Usage usage = end(generate(session, QUESTION, GenerationParams.greedy(5))).usage();
      assertEquals(usage.promptTokens() - 1, usage.reusedTokens());
    }
  }

  @Test
  void cancellingEndsWithinALayerAndLeavesTheSessionUsable() throws EngineException {
    try (ChatSession session = engine.newChat(CONTEXT);
        ChatSession fresh = engine.newChat(CONTEXT)) {
      Cancellation inPrompt = new Cancellation();
      List<TokenEvent> events = new ArrayList<>();
      session.generate(
          QUESTION,
          GenerationParams.greedy(20),
          inPrompt,
          event -> {
            events.add(event);
            inPrompt.cancel();
          });
      assertEquals(EndReason.CANCELLED, end(events).reason());
      assertEquals(2, events.size(), "one layer's progress, then the end");

      Cancellation inAnswer = new Cancellation();
      List<TokenEvent> more = new ArrayList<>();
      session.generate(
          QUESTION,
          GenerationParams.recommended(200, 3),
          inAnswer,
          event -> {
            more.add(event);
            if (event instanceof TokenEvent.Answer || event instanceof TokenEvent.Reasoning) {
              inAnswer.cancel();
            }
          });
      assertEquals(EndReason.CANCELLED, end(more).reason());
      assertEquals(
          words(generate(fresh, QUESTION, GenerationParams.greedy(20))),
          words(generate(session, QUESTION, GenerationParams.greedy(20))));
    }
  }

  @Test
  void aFullContextIsAnEndAndNotAnError() throws EngineException {
    try (ChatSession counting = engine.newChat(CONTEXT)) {
      int prompt = counting.countTokens(QUESTION);
      try (ChatSession session = engine.newChat(prompt + 3)) {
        GenerationParams params = new GenerationParams(100, 1f, 0, 1f, 0f, 5);
        TokenEvent.End end = end(generate(session, QUESTION, params));
        assertEquals(EndReason.CONTEXT_FULL, end.reason());
        assertEquals(4, end.usage().generatedTokens(), "three are held, the last needs no room");
      }
    }
  }

  @Test
  void aPromptLongerThanTheContextSaysHowMuchFits() throws EngineException {
    try (ChatSession session = engine.newChat(20)) {
      var thrown =
          assertThrows(
              EngineException.ContextExceeded.class,
              () -> generate(session, QUESTION, GenerationParams.greedy(5)));
      assertEquals(session.countTokens(QUESTION), thrown.needed());
      assertEquals(19, thrown.available());
      assertTrue(thrown.getMessage().contains(String.valueOf(thrown.needed())));
    }
  }

  @Test
  void sessionsOfOneModelDoNotDisturbEachOther() throws Exception {
    List<Message> other = List.of(Message.user("Quite another thing: 17 + 4"));
    String expected;
    String expectedOther;
    try (ChatSession a = engine.newChat(CONTEXT);
        ChatSession b = engine.newChat(CONTEXT)) {
      expected = words(generate(a, QUESTION, GenerationParams.greedy(25)));
      expectedOther = words(generate(b, other, GenerationParams.greedy(25)));
    }
    AtomicReference<String> words = new AtomicReference<>();
    AtomicReference<String> otherWords = new AtomicReference<>();
    Thread first = Thread.ofPlatform().name("first").start(() -> words.set(inNewSession(QUESTION)));
    Thread second =
        Thread.ofPlatform().name("second").start(() -> otherWords.set(inNewSession(other)));
    first.join();
    second.join();
    assertEquals(expected, words.get());
    assertEquals(expectedOther, otherWords.get());
  }

  private String inNewSession(List<Message> conversation) {
    try (ChatSession session = engine.newChat(CONTEXT)) {
      return words(generate(session, conversation, GenerationParams.greedy(25)));
    } catch (EngineException e) {
      throw new IllegalStateException(e);
    }
  }

  @Test
  void useAfterCloseIsAClearError() throws EngineException {
    ChatSession session = engine.newChat(CONTEXT);
    session.close();
    session.close();
    assertMessage("the session is closed", session);
    ChatSession orphan = engine.newChat(CONTEXT);
    engine.close();
    engine.close();
    assertMessage("the model is closed", orphan);
    orphan.close();
    assertThrows(IllegalStateException.class, () -> engine.newChat(CONTEXT));
  }

  private static void assertMessage(String expected, ChatSession session) {
    var thrown =
        assertThrows(
            IllegalStateException.class,
            () -> generate(session, QUESTION, GenerationParams.greedy(5)));
    assertEquals(expected, thrown.getMessage());
  }

  @Test
  void closingWhileAnAnswerIsWrittenEndsIt() throws Exception {
    ChatSession session = engine.newChat(CONTEXT);
    AtomicReference<Throwable> failure = new AtomicReference<>();
    Thread writer =
        Thread.ofPlatform()
            .name("writer")
            .start(
                () -> {
                  try {
                    for (int i = 0; i < 1000; i++) {
                      generate(session, QUESTION, GenerationParams.recommended(300, i));
                    }
                  } catch (IllegalStateException | EngineException e) {
                    failure.set(e);
                  }
                });
    engine.close();
    writer.join();
    assertEquals("the model is closed", failure.get().getMessage());
    session.close();
  }

  @Test
  void closingFromAProgressCallbackTakesEffectWhenThePassHasEnded() throws EngineException {
    ChatSession session = engine.newChat(CONTEXT);
    assertThrows(
        IllegalStateException.class,
        () -> session.prefill(QUESTION, new Cancellation(), progress -> engine.close()));
    assertThrows(IllegalStateException.class, () -> engine.tokenizer());
    session.close();
  }

  @Test
  void anotherQuestionOnTheSamePaperReadsOnlyTheQuestion() throws EngineException {
    String paper = "Net pay 1.234,56 ".repeat(20);
    try (ChatSession session = engine.newChat(1024)) {
      List<Message> first = List.of(Message.user(paper), Message.user("What is due on 3 May?"));
      generate(session, first, GenerationParams.recommended(100, 2));
      int shared = session.countTokens(List.of(Message.user(paper)));
      List<Message> second = List.of(Message.user(paper), Message.user("Who pays it?"));
      TokenEvent.Usage usage = end(generate(session, second, GenerationParams.greedy(5))).usage();
      assertTrue(usage.reusedTokens() >= shared - 2, usage + " of " + shared + " shared");
    }
  }

  @Test
  void weightsThatGiveNoFiniteNumbersAreAClearError(@TempDir Path folder) throws Exception {
    Path file = folder.resolve("broken.gguf");
    Files.copy(Golden.path("model-tiny/gguf/model-q8_0.gguf"), file);
    try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
      // The last tensors of the file: scale bytes of 255 among them are 2^128 each.
      byte[] ones = new byte[100_000];
      Arrays.fill(ones, (byte) 0xFF);
      channel.write(ByteBuffer.wrap(ones), channel.size() - ones.length);
    }
    try (Engine broken = Engine.open(file, EngineOptions.defaults());
        ChatSession session = broken.newChat(CONTEXT)) {
      for (GenerationParams params :
          List.of(GenerationParams.greedy(3), GenerationParams.recommended(3, 1))) {
        var thrown =
            assertThrows(EngineException.Damaged.class, () -> generate(session, QUESTION, params));
        assertTrue(thrown.getMessage().contains("model verify"), thrown.getMessage());
      }
    }
  }

  @Test
  void tokenSessionsGiveTheGoldenTokens() throws EngineException {
    var golden = Golden.object("model-tiny/golden.json").object("greedy").orElseThrow();
    try (TokenSession session = engine.newTokenSession(CONTEXT)) {
      var first = golden.object("g3").orElseThrow();
      int[] expected = Golden.ints(first, "tokens");
      int[] prompt = Golden.ints(first, "prompt_tokens");
      assertArrayEquals(expected, session.greedy(prompt, expected.length));
      assertEquals(0, session.truncate(0));
      float[][] all = session.append(prompt, LogitPositions.ALL);
      assertEquals(prompt.length, all.length);
      session.truncate(prompt.length - 1);
      int[] last = Arrays.copyOfRange(prompt, prompt.length - 1, prompt.length);
      float[] logits = session.append(last, LogitPositions.LAST)[0];
      assertArrayEquals(all[prompt.length - 1], logits, 1e-4f);
    }
  }

  @Test
  void speculationChangesNoAnswer() throws EngineException {
    List<Message> paper =
        List.of(Message.user("Net pay 1.234,56 EUR on 3 May. ".repeat(12) + "Repeat this."));
    EngineOptions options = new EngineOptions(2, EngineOptions.KernelChoice.AUTO);
    try (Engine plainEngine =
        Engine.open(Golden.path("model-tiny/hf"), options.withSpeculation(false))) {
      for (GenerationParams params :
          List.of(
              GenerationParams.greedy(200),
              GenerationParams.recommended(120, 1),
              new GenerationParams(120, 0.4f, 40, 0.95f, 0f, 2))) {
        try (ChatSession plain = plainEngine.newChat(1024);
            ChatSession speculative = engine.newChat(1024)) {
          List<TokenEvent> expected = generate(plain, paper, params);
          List<TokenEvent> actual = generate(speculative, paper, params);
          assertEquals(
              expected.subList(0, expected.size() - 1), actual.subList(0, actual.size() - 1));
          assertEquals(end(expected).reason(), end(actual).reason());
          assertEquals(0, end(expected).usage().draftedTokens());
        }
      }
    }
  }

  @Test
  void aTextThatRepeatsItsPromptIsReplayedInFewerPasses() throws EngineException {
    int[] prompt = new SplittableRandom(5).ints(200, 0, 480).toArray();
    int[] copy = Arrays.copyOfRange(prompt, 50, 180);
    try (TokenSession session = engine.newTokenSession(CONTEXT)) {
      TokenSession.Replay plain = session.replay(prompt, copy, false);
      assertEquals(copy.length, plain.tokens());
      assertEquals(copy.length - 1, plain.passes());
      assertEquals(0, plain.draftedTokens());
      assertEquals(prompt.length + copy.length - 1, session.position());
      session.truncate(0);
      TokenSession.Replay speculative = session.replay(prompt, copy, true);
      assertEquals(copy.length - 1, speculative.passes() + speculative.acceptedTokens());
      assertTrue(speculative.acceptedTokens() <= speculative.draftedTokens());
      assertEquals(prompt.length + copy.length - 1, session.position());
      assertThrows(IllegalArgumentException.class, () -> session.replay(prompt, new int[0], true));
      assertThrows(
          EngineException.ContextExceeded.class, () -> session.replay(prompt, prompt, true));
      assertThrows(
          IllegalArgumentException.class,
          () -> session.replay(new int[] {1}, new int[] {512, 1}, false));
    }
  }

  @Test
  void tokensOutsideTheVocabularyAreRefused() throws EngineException {
    try (TokenSession session = engine.newTokenSession(CONTEXT)) {
      for (int token : new int[] {-1, 512}) {
        assertThrows(
            IllegalArgumentException.class,
            () -> session.append(new int[] {token}, LogitPositions.LAST));
      }
      assertEquals(0, session.position());
    }
  }

  @Test
  void aContextThatTheModelLacksIsRefused() {
    assertThrows(IllegalArgumentException.class, () -> engine.newChat(0));
    assertThrows(
        IllegalArgumentException.class,
        () -> engine.newTokenSession(engine.info().contextLength() + 1));
  }

  @Test
  void theModuleIsNamed() {
    assertEquals("confidant.engine", Engine.class.getModule().getName());
  }
}

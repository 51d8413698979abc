package confidant.app.wiring;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import confidant.app.documents.DocumentLibrary;
import confidant.app.models.ModelRegistry;
import confidant.app.models.ModelService;
import confidant.app.settings.SettingsStore;
import confidant.app.storage.AppDirs;
import confidant.app.storage.FailureLog;
import confidant.engine.EngineOptions;
import confidant.engine.EngineOptions.KernelChoice;
import confidant.ui.port.ChatEvent;
import confidant.ui.port.ChatEvent.EndReason;
import confidant.ui.port.ChatPort.Answering;
import confidant.ui.port.ChatPort.Kind;
import confidant.ui.port.ChatPort.Question;
import confidant.ui.port.ChatPort.Upcoming;
import confidant.ui.port.Effort;
import confidant.ui.port.Outlook;
import java.nio.file.Path;
import java.util.AbstractMap;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Questions and preparations on the model inside the program, which loads when a test says so. */
@Timeout(120)
class ChatAdapterTest {
  private static final int CONTEXT = 2048;
  private static final int PATIENCE_S = 60;

  @TempDir private Path folder;
  private final CountDownLatch mayLoad = new CountDownLatch(1);
  private final BlockingQueue<Outlook> outlooks = new LinkedBlockingQueue<>();
  private ModelService models;
  private ChatAdapter chat;

  /** Whoever looks for the model's name in here waits. */
  private final Map<String, String> environment =
      new AbstractMap<>() {
        @Override
        public String getOrDefault(Object key, String otherwise) {
          try {
            mayLoad.await();
          } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
          }
          return otherwise;
        }

        @Override
        public Set<Entry<String, String>> entrySet() {
          return Set.of();
        }
      };

  @BeforeEach
  void start() {
    AppDirs dirs = new AppDirs(folder, folder, folder);
    SettingsStore settings = new SettingsStore(dirs);
    FailureLog failures = new FailureLog(dirs);
    models =
        new ModelService(
            new ModelRegistry(dirs, settings, environment),
            settings,
            new EngineOptions(2, KernelChoice.AUTO),
            failures);
    chat =
        new ChatAdapter(
            models,
            new DocumentLibrary(),
            new ContextChoice(OptionalInt.of(CONTEXT), settings),
            OptionalLong.of(7),
            failures);
    models.start(Optional.empty());
  }

  @AfterEach
  void close() {
    mayLoad.countDown();
    chat.close();
    models.close();
  }

  /** What comes of one question. */
  private final class Asked {
    private final BlockingQueue<ChatEvent> events = new LinkedBlockingQueue<>();
    private final List<ChatEvent> seen = new ArrayList<>();
    private final Answering answering;

    Asked(String turnId) {
      answering =
          chat.ask(
              new Question(
                  turnId, Optional.empty(), Kind.QUESTION, "How much?", List.of(), Effort.LOW),
              events::add);
    }

    private ChatEvent await(Predicate<ChatEvent> wanted) throws InterruptedException {
      ChatEvent event;
      do {
        event = events.poll(PATIENCE_S, TimeUnit.SECONDS);
        assertTrue(event != null, () -> "only " + seen);
        seen.add(event);
      } while (!wanted.test(event));
      return event;
    }

    private ChatEvent.Ended awaitEnd() throws InterruptedException {
      return (ChatEvent.Ended) await(ChatEvent.Ended.class::isInstance);
    }
  }

  private Outlook awaitOutlook(Predicate<Outlook> wanted) throws InterruptedException {
    Outlook outlook;
    do {
      outlook = outlooks.poll(PATIENCE_S, TimeUnit.SECONDS);
      assertTrue(outlook != null);
    } while (!wanted.test(outlook));
    return outlook;
  }

  private void prepare() {
    chat.prepare(new Upcoming(Optional.empty(), List.of(), Effort.LOW), outlooks::add);
  }

  @Test
  void stopIsHeardWhileTheModelIsStillLoadingAndTheNextQuestionIsAnswered() throws Exception {
    Asked first = new Asked("t1");
    first.await(ChatEvent.WaitingForModel.class::isInstance);
    first.answering.stop();
    assertEquals(EndReason.STOPPED, first.awaitEnd().reason());
    mayLoad.countDown();
    ChatEvent.Ended end = new Asked("t2").awaitEnd();
    assertFalse(end.reason() == EndReason.STOPPED);
    assertTrue(end.tokens() > 0);
  }

  @Test
  void aPreparationThatWaitsForTheModelMakesRoomForAQuestion() throws Exception {
    prepare();
    Asked asked = new Asked("t1");
    asked.await(ChatEvent.WaitingForModel.class::isInstance);
    asked.answering.stop();
    assertEquals(EndReason.STOPPED, asked.awaitEnd().reason());
    assertTrue(outlooks.isEmpty());
  }

  @Test
  void whatIsPreparedIsReadOnceTheModelIsThereAndTheTimeIsEstimated() throws Exception {
    prepare();
    mayLoad.countDown();
    Outlook outlook = awaitOutlook(next -> !next.beginning().underWay());
    assertEquals(CONTEXT, outlook.contextTokens());
    assertEquals(0, outlook.paperTokens());
    assertTrue(outlook.beginning().tokens() > 0);
    assertEquals(outlook.beginning().tokens(), outlook.beginning().readTokens());
    assertEquals(EnumSet.allOf(Effort.class), outlook.seconds().keySet());
    assertTrue(outlook.seconds().values().stream().allMatch(seconds -> seconds > 0));
  }

  @Test
  void aQuestionReadsOnlyWhatWasNotReadAhead() throws Exception {
    mayLoad.countDown();
    prepare();
    Outlook outlook = awaitOutlook(next -> !next.beginning().underWay());
    Asked asked = new Asked("t1");
    ChatEvent.ReadingPrompt reading =
        (ChatEvent.ReadingPrompt) asked.await(ChatEvent.ReadingPrompt.class::isInstance);
    assertTrue(reading.total() < outlook.beginning().tokens(), reading + " " + outlook);
    asked.answering.stop();
    asked.awaitEnd();
  }

  @Test
  void askedForTheAnswerAtOnceTheModelDoesNotReason() throws Exception {
    Asked asked = new Asked("t1");
    asked.await(ChatEvent.WaitingForModel.class::isInstance);
    asked.answering.answerNow();
    mayLoad.countDown();
    asked.awaitEnd();
    assertTrue(
        asked.seen.contains(new ChatEvent.ReasoningClosed(ChatEvent.ReasoningClosed.Cause.ASKED)),
        asked.seen::toString);
    assertTrue(asked.seen.stream().noneMatch(ChatEvent.Reasoning.class::isInstance));
  }

  @Test
  void forgettingATurnLetsThePreparationGoOn() throws Exception {
    prepare();
    chat.forget(List.of("t1"));
    mayLoad.countDown();
    awaitOutlook(next -> !next.beginning().underWay());
  }
}

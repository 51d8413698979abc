package confidant.app.models;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import confidant.app.models.ModelService.State;
import confidant.app.settings.SettingsStore;
import confidant.app.storage.AppDirs;
import confidant.app.storage.FailureLog;
import confidant.engine.EngineOptions;
import confidant.engine.EngineOptions.KernelChoice;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
class ModelServiceTest {
  @TempDir private Path folder;
  private final BlockingQueue<State> states = new LinkedBlockingQueue<>();
  private SettingsStore settings;
  private ModelService models;

  @BeforeEach
  void start() {
    AppDirs dirs = new AppDirs(folder, folder, folder);
    settings = new SettingsStore(dirs);
    models =
        new ModelService(
            new ModelRegistry(dirs, settings, Map.of()),
            settings,
            new EngineOptions(4, KernelChoice.AUTO),
            new FailureLog(dirs));
    models.observe(states::add);
  }

  @AfterEach
  void close() {
    models.close();
  }

  @Test
  void opensTheEmbeddedModelInTheBackground() throws InterruptedException {
    models.start(Optional.empty());
    SharedModel model = models.acquire().orElseThrow();
    assertTrue(ModelNotice.of(model.info()).isPresent());
    model.release();
    assertInstanceOf(State.Ready.class, until(State.Ready.class));
  }

  @Test
  void aModelThatCannotBeOpenedLeavesTheOneInUse() throws InterruptedException {
    models.start(Optional.empty());
    SharedModel before = models.acquire().orElseThrow();
    until(State.Ready.class);
    models.load(folder.resolve("missing.gguf"));
    State.Failed failed = (State.Failed) until(State.Failed.class);
    assertTrue(failed.message().contains("missing.gguf"), failed.message());
    SharedModel after = models.acquire().orElseThrow();
    assertSame(before, after);
    before.release();
    after.release();
    assertTrue(settings.get().model().isEmpty());
  }

  @Test
  void aReplacedModelStaysOpenForItsLastUser() throws Exception {
    models.start(Optional.empty());
    SharedModel old = models.acquire().orElseThrow();
    until(State.Ready.class);
    Path file = new EmbeddedModel(new AppDirs(folder, folder, folder)).unpack().path();
    models.load(file);
    State.Ready swapped = (State.Ready) until(State.Ready.class);
    assertNotSame(old, swapped.model());
    assertEquals(8, old.engine().newTokenSession(16).greedy(new int[] {1, 2}, 8).length);
    old.release();
    assertFalse(old.tryRetain());
    assertEquals(file, settings.get().model().orElseThrow());
  }

  @Test
  void halfOfTheCoresIsLeftToOthersAtOnceAndByTheNextModelToo() throws Exception {
    models.start(Optional.empty());
    SharedModel model = models.acquire().orElseThrow();
    until(State.Ready.class);
    assertEquals(4, model.engine().threads());
    settings.update(s -> s.withHalfCores(true));
    models.shareCores();
    assertEquals(2, model.engine().threads());
    models.load(new EmbeddedModel(new AppDirs(folder, folder, folder)).unpack().path());
    // Sharing the cores told the first model's state once more.
    until(State.Loading.class);
    State.Ready swapped = (State.Ready) until(State.Ready.class);
    assertNotSame(model, swapped.model());
    assertEquals(2, swapped.model().engine().threads());
    settings.update(s -> s.withHalfCores(false));
    models.shareCores();
    assertEquals(4, swapped.model().engine().threads());
    model.release();
  }

  @Test
  void withoutAnyModelNobodyWaitsAndTheReasonIsKnown() throws InterruptedException {
    models.start(Optional.of(folder.resolve("missing.gguf")));
    assertTrue(models.acquire().isEmpty());
    assertTrue(models.failure().orElseThrow().contains("missing.gguf"));
    assertFalse(models.isWaiting());
  }

  @Test
  void anUnloadedModelStaysOpenForItsLastUserAndIsNotThereForTheNext() throws Exception {
    models.start(Optional.empty());
    SharedModel model = models.acquire().orElseThrow();
    models.unload();
    until(State.Unloaded.class);
    assertTrue(models.acquire().isEmpty());
    assertFalse(models.isWaiting());
    assertEquals(8, model.engine().newTokenSession(16).greedy(new int[] {1, 2}, 8).length);
    model.release();
    assertFalse(model.tryRetain());
    models.loadEmbedded();
    models.acquire().orElseThrow().release();
  }

  @Test
  void theEmbeddedModelInPlaceOfAnotherIsRemembered() throws Exception {
    models.load(new EmbeddedModel(new AppDirs(folder, folder, folder)).unpack().path());
    until(State.Ready.class);
    assertTrue(settings.get().model().isPresent());
    models.loadEmbedded();
    until(State.Ready.class);
    assertTrue(settings.get().model().isEmpty());
  }

  @Test
  void aFailureHasAStableCode() throws Exception {
    models.load(folder.resolve("missing.gguf"));
    assertEquals("E-MODEL-MISSING", ((State.Failed) until(State.Failed.class)).code());
  }

  private State until(Class<? extends State> kind) throws InterruptedException {
    State state;
    do {
      state = states.poll(30, TimeUnit.SECONDS);
    } while (!kind.isInstance(state));
    return state;
  }
}

package confidant.ui.models;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import confidant.ui.common.Texts;
import confidant.ui.fake.FakeModelPort;
import confidant.ui.fake.FakeSettingsPort;
import confidant.ui.fake.ManualFrames;
import confidant.ui.port.Effort;
import confidant.ui.port.ModelPort.FindEvent;
import confidant.ui.port.ModelPort.Inspection;
import confidant.ui.port.ModelPort.Keeper;
import confidant.ui.port.ModelPort.ModelState;
import confidant.ui.port.ModelPort.ModelState.Worth;
import confidant.ui.port.ModelPort.Verdict;
import confidant.ui.settings.SettingsViewModel;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ModelsViewModelTest {
  private static final Path BIG = Path.of("big.gguf");
  private final ManualFrames frames = new ManualFrames();
  private final FakeModelPort port = new FakeModelPort(FakeModelPort.DEMO);
  private final Texts texts = new Texts(Locale.ENGLISH);
  private final FakeSettingsPort remembered = new FakeSettingsPort(Effort.MEDIUM, false);
  private final SettingsViewModel settings = new SettingsViewModel(remembered);
  private final ModelViewModel model = new ModelViewModel(port, texts, frames);
  private final ModelsViewModel models = new ModelsViewModel(port, model, settings, texts, frames);

  @BeforeEach
  void begin() {
    frames.next();
  }

  private void suit(Verdict verdict, int smallerContext) {
    port.suit(new Inspection.Works("Big", FakeModelPort.need(verdict, smallerContext)));
  }

  private static FindEvent.Found found(String name, String obstacle) {
    return new FindEvent.Found(
        Path.of("/models", name), name, Keeper.OLLAMA, 13_000_000_000L, obstacle);
  }

  @Test
  void aModelThatFitsIsLoadedAtOnce() {
    models.choose(BIG);
    assertTrue(models.lookingProperty().get());
    frames.next();
    assertFalse(models.lookingProperty().get());
    assertEquals(List.of(BIG), port.loaded);
    assertNull(models.doubtfulProperty().get());
  }

  @Test
  void aModelThatIsRefusedIsLeftToTheLoaderToExplain() {
    port.suit(new Inspection.Refused("It is no model."));
    models.choose(BIG);
    frames.next();
    assertEquals(List.of(BIG), port.loaded);
  }

  @Test
  void aSmallerContextIsProposedAndRemembered() {
    suit(Verdict.SMALLER_CONTEXT, 8192);
    models.choose(BIG);
    frames.next();
    assertEquals(List.of(), port.loaded);
    assertTrue(models.openProperty().get());
    models.loadSmaller();
    assertEquals(List.of(BIG), port.loaded);
    assertEquals(8192, remembered.contextTokens());
    assertFalse(models.openProperty().get());
  }

  @Test
  void aComputerThatIsTooSmallSaysSoAndCanGoOn() {
    suit(Verdict.TOO_SMALL, 0);
    models.choose(BIG);
    frames.next();
    ModelsViewModel.Doubtful doubtful = models.doubtfulProperty().get();
    assertNotNull(doubtful);
    assertTrue(
        NeedText.verdict(doubtful.name(), doubtful.need(), texts).contains("too small for Big"));
    models.loadSmaller();
    assertEquals(List.of(), port.loaded, "there is no smaller one");
    models.loadAnyway();
    assertEquals(List.of(BIG), port.loaded);
  }

  @Test
  void whoDecidesAgainstItLoadsNothing() {
    suit(Verdict.CLOSE_PROGRAMS, 0);
    models.choose(BIG);
    frames.next();
    models.forgetChoice();
    models.loadAnyway();
    assertEquals(List.of(), port.loaded);
  }

  @Test
  void onlyTheLatestChoiceCounts() {
    models.choose(BIG);
    models.choose(Path.of("other.gguf"));
    frames.next();
    assertEquals(List.of(Path.of("other.gguf")), port.loaded);
  }

  @Test
  void theContextInTheSettingsIsWhatIsInspected() {
    settings.contextTokensProperty().set(65_536);
    models.choose(BIG);
    assertEquals(List.of("big.gguf 65536"), port.inspected);
  }

  @Test
  void thePageTellsWhatTheModelInUseTakesOnceItIsOpen() {
    port.become(
        new ModelState.Ready(
            "gpt-oss-20b", Worth.FULL, 8192, Optional.of(Path.of("/m/x.gguf")), 4));
    frames.next();
    assertEquals(List.of(), port.inspected, "nobody looks yet");
    models.show();
    frames.next();
    assertEquals(List.of("/m/x.gguf 8192"), port.inspected);
    assertNotNull(models.needProperty().get());
    models.unload();
    frames.next();
    assertNull(models.needProperty().get());
    assertEquals(ModelViewModel.State.UNLOADED, model.stateProperty().get());
    assertEquals("No model", model.nameProperty().get());
  }

  @Test
  void theSearchBeginsByItselfOnceAndListsWhatWorksFirst() {
    models.show();
    ModelSearchViewModel search = models.search();
    assertEquals(ModelSearchViewModel.State.SEARCHING, search.stateProperty().get());
    port.find(
        found("zephyr:7b", "It is of another kind."),
        found("gpt-oss:20b", ""),
        found("another", "It is damaged."),
        new FindEvent.Finished(true));
    frames.next();
    assertEquals(ModelSearchViewModel.State.DONE, search.stateProperty().get());
    assertEquals(
        List.of("gpt-oss:20b", "another", "zephyr:7b"),
        search.found().stream().map(FoundModel::name).toList());
    assertEquals("Ollama · 13.0 GB", search.found().getFirst().detail());
    models.close();
    models.show();
    assertEquals(3, search.found().size(), "it is not searched again");
  }

  @Test
  void closingThePageEndsTheSearchAndItCanBeginAnew() {
    models.show();
    models.close();
    frames.next();
    assertEquals(ModelSearchViewModel.State.INCOMPLETE, models.search().stateProperty().get());
    models.search().start();
    assertEquals(ModelSearchViewModel.State.SEARCHING, models.search().stateProperty().get());
  }

  @Test
  void aFoundModelIsChosenLikeAnyOther() {
    models.show();
    port.find(found("gpt-oss:20b", ""));
    frames.next();
    models.choose(models.search().found().getFirst().path());
    frames.next();
    assertEquals(List.of(Path.of("/models/gpt-oss:20b")), port.loaded);
  }

  @Test
  void theWayBackToTheIncludedModel() {
    models.useIncluded();
    assertEquals(1, port.included.get());
  }

  @Test
  void amountsAreInTheUnitsThatShopsUse() {
    assertEquals("12.8 GB", ByteText.of(12_800_000_000L, texts));
    assertEquals("900 MB", ByteText.of(899_100_000L, texts));
    assertEquals("12,8 GB", ByteText.of(12_800_000_000L, new Texts(Locale.GERMAN)));
  }
}

package confidant.app.models;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import confidant.app.storage.AppDirs;
import confidant.engine.Checkpoints;
import confidant.engine.api.EngineException;
import confidant.engine.synth.Preset;
import confidant.engine.synth.Shape;
import confidant.engine.synth.SyntheticCheckpoint;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EmbeddedModelTest {
  private static final long MAX_BYTES = 1_500_000;
  private static final byte[] CONFIG = "{}\n".getBytes(StandardCharsets.UTF_8);
  private static final FileTime LONG_AGO = FileTime.fromMillis(1_000_000);
  @TempDir private Path folder;

  @Test
  void isAModelThatSaysWhatMustBeSaidBesideIt() throws EngineException {
    assertTrue(ModelNotice.of(Checkpoints.inspect(model().unpack().path())).isPresent());
  }

  @Test
  void withoutTheDemoModelItIsWhatTheSynthesiserWritesFromSeedOne() throws Exception {
    Path made =
        SyntheticCheckpoint.write(
            Shape.of(Preset.TINY),
            SyntheticCheckpoint.Format.GGUF,
            folder.resolve("made"),
            1,
            (bytes, total) -> {});
    ModelChoice choice = untrained().unpack();
    assertEquals("untrained test model", choice.name());
    assertArrayEquals(Files.readAllBytes(made), Files.readAllBytes(choice.path()));
    assertTrue(Files.size(made) < MAX_BYTES);
  }

  @Test
  void theUntrainedModelIsUnpackedOnce() throws Exception {
    Path first = untrained().unpack().path();
    Files.setLastModifiedTime(first, LONG_AGO);
    assertEquals(first, untrained().unpack().path());
    assertEquals(LONG_AGO, Files.getLastModifiedTime(first));
  }

  @Test
  void aDamagedCopyOfTheUntrainedModelIsReplaced() throws Exception {
    Path file = untrained().unpack().path();
    byte[] sound = Files.readAllBytes(file);
    Files.write(file, new byte[] {1, 2, 3});
    assertArrayEquals(sound, Files.readAllBytes(untrained().unpack().path()));
  }

  @Test
  void theDemoModelBecomesAFolderNamedByItsContent() throws Exception {
    ModelChoice choice = demo(weights(1)).unpack();
    assertEquals("demo model", choice.name());
    assertEquals(ModelChoice.Source.EMBEDDED, choice.source());
    assertTrue(String.valueOf(choice.path().getFileName()).matches("demo-[0-9a-f]{16}"));
    assertArrayEquals(CONFIG, Files.readAllBytes(choice.path().resolve("config.json")));
    assertArrayEquals(weights(1), Files.readAllBytes(choice.path().resolve("weights")));
    assertEquals(List.of(choice.path()), models());
    assertNotEquals(choice.path(), demo(weights(2)).unpack().path());
  }

  @Test
  void theDemoModelIsUnpackedOnce() throws Exception {
    Path config = demo(weights(1)).unpack().path().resolve("config.json");
    Files.setLastModifiedTime(config, LONG_AGO);
    demo(weights(1)).unpack();
    assertEquals(LONG_AGO, Files.getLastModifiedTime(config));
  }

  @Test
  void aDamagedCopyOfTheDemoModelIsReplaced() throws Exception {
    Path copy = demo(weights(1)).unpack().path();
    Files.write(copy.resolve("weights"), weights(2));
    demo(weights(1)).unpack();
    assertArrayEquals(weights(1), Files.readAllBytes(copy.resolve("weights")));
    Files.delete(copy.resolve("config.json"));
    demo(weights(1)).unpack();
    assertArrayEquals(CONFIG, Files.readAllBytes(copy.resolve("config.json")));
    assertEquals(List.of(copy), models());
  }

  @Test
  void anotherVersionsCopyGoesAndOtherModelsStay() throws Exception {
    Path old = demo(weights(1)).unpack().path();
    Path left = Files.createDirectory(old.resolveSibling(old.getFileName() + ".77"));
    Path other = Files.createDirectory(old.resolveSibling("other"));
    Path untrained = untrained().unpack().path();
    Path copy = demo(weights(2)).unpack().path();
    assertFalse(Files.exists(old));
    assertFalse(Files.exists(left));
    assertTrue(models().containsAll(List.of(other, untrained, copy)), models()::toString);
  }

  @Test
  void aPackThatIsDamagedIsSaidInASentenceAndLeavesNothing() throws Exception {
    byte[] pack = TestPack.of(Map.of("weights", weights(1)));
    pack[pack.length - 3] ^= 1;
    EngineException failure = assertThrows(EngineException.class, embedded(pack)::unpack);
    assertTrue(failure.getMessage().contains("damaged"), failure.getMessage());
    assertEquals(List.of(), models());
  }

  @Test
  void aCacheFolderThatCannotBeMadeIsSaidInASentence() throws IOException {
    Path file = Files.writeString(folder.resolve("file"), "");
    EmbeddedModel model = new EmbeddedModel(new AppDirs(folder, file, folder));
    EngineException failure = assertThrows(EngineException.class, model::unpack);
    assertTrue(failure.getMessage().contains(file.toString()), failure.getMessage());
  }

  @Test
  void aFullDiskAndAForbiddenFolderHaveDifferentCures() {
    EngineException full =
        model().notUnpacked(new FileSystemException("x", null, "No space left on device"));
    assertInstanceOf(EngineException.OutOfSpace.class, full);
    assertTrue(full.getMessage().contains("no room"), full.getMessage());
    EngineException forbidden = model().notUnpacked(new AccessDeniedException("x"));
    assertInstanceOf(EngineException.Failed.class, forbidden);
    assertTrue(forbidden.getMessage().contains("no permission"), forbidden.getMessage());
    assertFalse(forbidden.getMessage().contains("room"), forbidden.getMessage());
  }

  /** With a hole in it. */
  private static byte[] weights(int seed) {
    byte[] bytes = new byte[70_000];
    bytes[0] = (byte) seed;
    bytes[bytes.length - 1] = 9;
    return bytes;
  }

  private List<Path> models() throws IOException {
    try (Stream<Path> found = Files.list(dirs().cache().resolve("models"))) {
      return found.toList();
    }
  }

  private AppDirs dirs() {
    return new AppDirs(folder, folder.resolve("cache"), folder);
  }

  private EmbeddedModel model() {
    return new EmbeddedModel(dirs());
  }

  /** In a build without the demo model. */
  private EmbeddedModel untrained() {
    return new EmbeddedModel(
        dirs(),
        name ->
            name.equals(EmbeddedModel.DEMO) ? null : EmbeddedModel.class.getResourceAsStream(name));
  }

  private EmbeddedModel demo(byte[] weights) throws IOException {
    return embedded(TestPack.of(Map.of("config.json", CONFIG, "weights", weights)));
  }

  private EmbeddedModel embedded(byte[] pack) {
    return new EmbeddedModel(dirs(), name -> resource(name, pack));
  }

  private static InputStream resource(String name, byte[] pack) {
    assertEquals(EmbeddedModel.DEMO, name);
    return new ByteArrayInputStream(pack);
  }
}

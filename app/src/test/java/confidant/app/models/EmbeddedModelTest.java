package confidant.app.models;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import confidant.app.storage.AppDirs;
import confidant.engine.Checkpoints;
import confidant.engine.api.EngineException;
import confidant.engine.synth.Preset;
import confidant.engine.synth.Shape;
import confidant.engine.synth.SyntheticCheckpoint;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EmbeddedModelTest {
  private static final long MAX_BYTES = 1_500_000;
  @TempDir private Path folder;

  @Test
  void isWhatTheSynthesiserWritesFromSeedOne() throws Exception {
    Path made =
        SyntheticCheckpoint.write(
            Shape.of(Preset.TINY),
            SyntheticCheckpoint.Format.GGUF,
            folder.resolve("made"),
            1,
            (bytes, total) -> {});
    assertArrayEquals(Files.readAllBytes(made), Files.readAllBytes(model().unpack()));
    assertTrue(Files.size(made) < MAX_BYTES);
  }

  @Test
  void saysOfItselfThatItIsUntrained() throws EngineException {
    assertTrue(ModelNotice.of(Checkpoints.inspect(model().unpack())).isPresent());
  }

  @Test
  void isUnpackedOnce() throws Exception {
    Path first = model().unpack();
    FileTime time = FileTime.fromMillis(1_000_000);
    Files.setLastModifiedTime(first, time);
    assertEquals(first, model().unpack());
    assertEquals(time, Files.getLastModifiedTime(first));
  }

  @Test
  void aDamagedCopyIsReplaced() throws Exception {
    Path file = model().unpack();
    byte[] sound = Files.readAllBytes(file);
    Files.write(file, new byte[] {1, 2, 3});
    assertArrayEquals(sound, Files.readAllBytes(model().unpack()));
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

  private EmbeddedModel model() {
    return new EmbeddedModel(new AppDirs(folder, folder.resolve("cache"), folder));
  }
}

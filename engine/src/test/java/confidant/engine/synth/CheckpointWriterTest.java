package confidant.engine.synth;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import confidant.engine.api.EngineException;
import confidant.engine.synth.SyntheticCheckpoint.Format;
import java.io.IOException;
import java.nio.channels.ClosedByInterruptException;
import java.nio.channels.WritableByteChannel;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** All files or none, whatever the disk does. */
class CheckpointWriterTest {
  private static final long PLENTY = 1L << 40;

  @TempDir private Path temp;

  @Test
  void diskWithoutRoomIsRefusedBeforeAnythingIsWritten() throws IOException {
    EngineException e =
        assertThrows(
            EngineException.OutOfSpace.class, () -> write(new FullDisk(1_000_000, PLENTY, 0)));
    assertTrue(e.getMessage().contains("The checkpoint takes 1.66 MB"), e.getMessage());
    assertTrue(e.getMessage().contains("has 1.00 MB free"), e.getMessage());
    assertNothingLeft();
  }

  @Test
  void diskThatFillsUpLeavesNothingBehind() throws IOException {
    EngineException e =
        assertThrows(
            EngineException.OutOfSpace.class, () -> write(new FullDisk(PLENTY, 1_500_000, 0)));
    assertTrue(e.getMessage().contains("free some or choose another disk"), e.getMessage());
    assertNothingLeft();
  }

  @Test
  void otherErrorsAreNotBlamedOnTheSpaceAndLeaveNothingBehind() throws IOException {
    EngineException e =
        assertThrows(
            EngineException.Failed.class, () -> write(new FullDisk(PLENTY, 1_500_000, PLENTY)));
    assertTrue(e.getMessage().contains("write failed"), e.getMessage());
    assertNothingLeft();
  }

  @Test
  void interruptionIsSaidInWordsAndLeavesNothingBehind() throws IOException {
    OutputFiles interrupted =
        new OutputFiles() {
          @Override
          public long usableSpace(Path folder) {
            return PLENTY;
          }

          @Override
          public WritableByteChannel create(Path file) throws IOException {
            throw new ClosedByInterruptException();
          }
        };
    EngineException e = assertThrows(EngineException.Failed.class, () -> write(interrupted));
    assertTrue(e.getMessage().endsWith("was interrupted: start it again."), e.getMessage());
    assertNothingLeft();
  }

  @Test
  void missingPermissionIsSaidInWords() {
    OutputFiles forbidden =
        new OutputFiles() {
          @Override
          public long usableSpace(Path folder) {
            return PLENTY;
          }

          @Override
          public WritableByteChannel create(Path file) throws IOException {
            throw new AccessDeniedException(file.toString());
          }
        };
    EngineException e = assertThrows(EngineException.Failed.class, () -> write(forbidden));
    assertTrue(
        e.getMessage().contains("could not be written (there is no permission for "),
        e.getMessage());
  }

  @Test
  void progressThatStopsTheWritingLeavesNothingBehind() throws IOException {
    assertThrows(
        IllegalStateException.class,
        () ->
            SyntheticCheckpoint.write(
                Shape.of(Preset.TINY),
                Format.GGUF,
                temp.resolve("new/folder"),
                1,
                (written, total) -> {
                  if (written > 500_000) {
                    throw new IllegalStateException("stopped");
                  }
                }));
    assertNothingLeft();
  }

  @Test
  void existingModelIsNotOverwritten() throws Exception {
    Path file = temp.resolve("tiny-synthetic.gguf");
    Files.writeString(file, "precious");
    EngineException e =
        assertThrows(
            EngineException.Failed.class,
            () ->
                SyntheticCheckpoint.write(
                    Shape.of(Preset.TINY), Format.GGUF, temp, 1, (w, t) -> {}));
    assertTrue(e.getMessage().contains("tiny-synthetic.gguf exists"), e.getMessage());
    assertEquals("precious", Files.readString(file));
  }

  @Test
  void fileInPlaceOfTheFolderIsAFailure() throws Exception {
    Path file = Files.createFile(temp.resolve("file"));
    EngineException e =
        assertThrows(
            EngineException.Failed.class,
            () ->
                SyntheticCheckpoint.write(
                    Shape.of(Preset.TINY), Format.GGUF, file, 1, (w, t) -> {}));
    assertTrue(e.getMessage().contains("there is already a file " + file), e.getMessage());
    assertTrue(Files.exists(file));
  }

  @Test
  void progressEndsAtTheTotal() throws Exception {
    List<Long> written = new ArrayList<>();
    List<Long> totals = new ArrayList<>();
    SyntheticCheckpoint.write(
        Shape.of(Preset.TINY),
        Format.HUGGING_FACE,
        temp,
        1,
        (bytes, total) -> {
          written.add(bytes);
          totals.add(total);
        });
    assertEquals(totals.getFirst(), written.getLast());
    assertEquals(1, totals.stream().distinct().count());
  }

  private void write(OutputFiles disk) throws EngineException {
    List<PlannedFile> files = HuggingFacePlan.files(Shape.of(Preset.TINY), 1, 1_000_000);
    new CheckpointWriter(disk, temp.resolve("new/folder"), files, (w, t) -> {}).write();
  }

  private void assertNothingLeft() throws IOException {
    try (var left = Files.list(temp)) {
      assertEquals(List.of(), left.toList());
    }
    assertFalse(Files.exists(temp.resolve("new")));
  }
}

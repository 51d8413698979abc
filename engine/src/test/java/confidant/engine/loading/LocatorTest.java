package confidant.engine.loading;

import static confidant.engine.loading.Mutations.assertRefused;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeFalse;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import confidant.engine.api.EngineException;
import confidant.engine.api.EngineException.Damaged;
import confidant.engine.api.EngineException.Failed;
import confidant.engine.api.EngineException.NotFound;
import confidant.engine.api.EngineException.Unsupported;
import confidant.engine.api.ModelInfo.Layout;
import confidant.engine.testing.Golden;
import java.io.IOException;
import java.nio.channels.ClosedByInterruptException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which model a path means, and what is said if it means none. */
class LocatorTest {
  @TempDir private Path folder;

  @Test
  void missingPathIsNamed() {
    assertRefused(NotFound.class, folder.resolve("nowhere.gguf"), "nowhere.gguf", "check the path");
  }

  @Test
  void folderWithoutModelSaysWhatToChoose() {
    assertRefused(NotFound.class, folder, "no model", "GGUF");
  }

  @Test
  void folderWithConfigurationOnlySaysWhatIsMissing() throws IOException {
    Files.copy(Golden.path("model-tiny/hf/config.json"), folder.resolve("config.json"));
    assertRefused(NotFound.class, folder, "no *.safetensors");
  }

  @Test
  void weightsWithoutConfigurationSayWhatIsMissing() throws IOException {
    Path file = folder.resolve("model.safetensors");
    Files.copy(Golden.path("model-tiny/hf/model.safetensors"), file);
    assertRefused(NotFound.class, folder, "config.json", "fetch the whole folder");
    assertRefused(NotFound.class, file, "config.json");
  }

  @ParameterizedTest
  @CsvSource({
    "%PDF-1.7 and so on, a PDF document",
    "PK\u0003\u0004 and so on, a zip archive",
    "Dear Sir or Madam, a file of an unknown kind",
    "<!DOCTYPE html>, a web page",
    "{}, a JSON text",
  })
  void otherFilesAreNamedForWhatTheyAre(String content, String kind) throws IOException {
    Path file = folder.resolve("model.gguf");
    Files.writeString(file, content, StandardCharsets.ISO_8859_1);
    assertRefused(Unsupported.class, file, "model.gguf is " + kind, "not a model");
  }

  @Test
  void emptyFileIsDamaged() throws IOException {
    assertRefused(Damaged.class, Files.createFile(folder.resolve("a.gguf")), "a.gguf", "empty");
  }

  @Test
  void unreadableFileSaysSo() throws IOException {
    Path file = folder.resolve("model.gguf");
    Files.copy(Golden.path("model-tiny/gguf/model-q8_0.gguf"), file);
    assumeFalse(!file.toFile().setReadable(false) || Files.isReadable(file), "root reads all");
    assertRefused(NotFound.class, file, "may not be read");
  }

  @Test
  void fileInAFolderThatMayNotBeEnteredIsNotCalledMissing() throws Exception {
    Path closed = Files.createDirectory(folder.resolve("closed"));
    Path file = Files.writeString(closed.resolve("model.gguf"), "GGUF");
    assumeTrue(closed.toFile().setExecutable(false), "no such permission here");
    try {
      assumeFalse(Files.exists(file), "root enters all");
      assertRefused(NotFound.class, file, "model.gguf may not be read", "permission");
    } finally {
      assertTrue(closed.toFile().setExecutable(true));
    }
  }

  @Test
  void kindIsFoundByContentAndNotByName() throws Exception {
    Path file = folder.resolve("weights.bin");
    Files.copy(Golden.path("model-tiny/gguf/model-q8_0.gguf"), file);
    assertEquals(Layout.GGUF, layout(file));
  }

  @ParameterizedTest
  @CsvSource({
    "model-tiny/hf/model.safetensors, HUGGING_FACE",
    "model-tiny/hf/config.json, HUGGING_FACE",
    "model-tiny/hf-sharded/model-00001-of-00001.safetensors, HUGGING_FACE",
    "model-tiny/hf-sharded/model.safetensors.index.json, HUGGING_FACE",
    "model-tiny/original/model.safetensors, ORIGINAL",
    "model-tiny, ORIGINAL",
  })
  void fileOfAModelMeansTheModel(String path, Layout expected) throws EngineException {
    assertEquals(expected, layout(Golden.path(path)));
  }

  @Test
  void onlyGgufInAFolderIsTaken() throws Exception {
    Files.copy(Golden.path("model-tiny/gguf/model-q8_0.gguf"), folder.resolve("m.gguf"));
    assertEquals(Layout.GGUF, layout(folder));
  }

  @Test
  void filesThatMacOsPutsBesideOthersAreOverlooked() throws Exception {
    Files.copy(Golden.path("model-tiny/gguf/model-q8_0.gguf"), folder.resolve("m.gguf"));
    Files.writeString(folder.resolve("._m.gguf"), "attributes");
    Files.writeString(folder.resolve("._m.safetensors"), "attributes");
    assertEquals(Layout.GGUF, layout(folder));
  }

  /** Opening a pipe would wait until somebody writes into it. */
  @Test
  @Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
  void namedPipesAreRefusedAndNotWaitedFor() throws Exception {
    assumeTrue(Files.isExecutable(Path.of("/usr/bin/mkfifo")), "no named pipes here");
    Path pipe = folder.resolve("model.gguf");
    assertEquals(0, new ProcessBuilder("/usr/bin/mkfifo", pipe.toString()).start().waitFor());
    assertRefused(NotFound.class, pipe, "model.gguf is a folder, a pipe or a device");
    Path copy = Mutations.copy("model-tiny/hf", folder.resolve("copy"));
    Files.delete(copy.resolve("config.json"));
    Files.move(pipe, copy.resolve("config.json"));
    assertRefused(NotFound.class, copy, "config.json is a folder, a pipe or a device");
  }

  @Test
  void foldersThatCannotBeListedSayWhy() {
    assertSentence(NotFound.class, new NoSuchFileException("x"), "There is no folder");
    assertSentence(NotFound.class, new AccessDeniedException("x"), "permission");
    assertSentence(Failed.class, new IOException("Input/output error"), "(Input/output error)");
    assertSentence(Failed.class, new ClosedByInterruptException(), "(the program interrupted it)");
    assertThrows(NotFound.class, () -> ModelFolders.files(folder.resolve("nowhere"), 1));
  }

  private void assertSentence(
      Class<? extends EngineException> kind, IOException cause, String words) {
    EngineException e = ModelFolders.unreadable(folder, cause);
    assertEquals(kind, e.getClass());
    assertTrue(e.getMessage().contains(words), e.getMessage());
    assertTrue(e.getMessage().contains(folder.toString()), e.getMessage());
  }

  @Test
  void severalGgufsAreListed() {
    assertRefused(
        NotFound.class,
        Golden.path("model-tiny/gguf"),
        "several models",
        "model-bf16.gguf, model-q8_0.gguf");
  }

  @Test
  void splitFileIsOpenedByAnyPartAndByItsFolder() throws Exception {
    Path whole = Golden.path("model-tiny-b/gguf/model-q8_0.gguf");
    List<Path> parts =
        List.of(
            folder.resolve("big-00001-of-00002.gguf"), folder.resolve("big-00002-of-00002.gguf"));
    OllamaRewriter.rewriteInParts(whole, parts, new OllamaRewriter.Style(false, false, false));
    for (Path path : List.of(parts.get(0), parts.get(1), folder)) {
      try (Checkpoint expected = CheckpointLoader.open(whole);
          Checkpoint actual = CheckpointLoader.open(path)) {
        assertEquals("big", actual.info().name());
        WeightsAssert.assertSame(expected, actual);
      }
    }
    Path renamed = Files.move(parts.get(0), folder.resolve("renamed.gguf"));
    assertRefused(NotFound.class, renamed, "one of 2 parts");
  }

  @Test
  void missingPartOfASplitFileIsNamed() throws IOException {
    Path part = folder.resolve("big-00002-of-00003.gguf");
    Files.copy(Golden.path("model-tiny/gguf/model-q8_0.gguf"), part);
    assertRefused(NotFound.class, part, "big-00001-of-00003.gguf is missing", "all 3 parts");
  }

  @Test
  void checkpointWithoutVocabularyFailsOnlyWhenOneIsNeeded() throws EngineException {
    try (Checkpoint checkpoint = CheckpointLoader.open(Golden.path("model-tiny/original"))) {
      var e = assertThrows(EngineException.Unsupported.class, checkpoint::tokenizer);
      assertTrue(e.getMessage().contains("tokenizer.json"), e.getMessage());
    }
  }

  @ParameterizedTest
  @CsvSource({"model-tiny/hf", "model-tiny/gguf/model-bf16.gguf"})
  void checkpointsOwnVocabularyIsUsedAndKept(String path) throws EngineException {
    try (Checkpoint checkpoint = CheckpointLoader.open(Golden.path(path))) {
      assertEquals(512, checkpoint.tokenizer().size());
      assertSame(checkpoint.tokenizer(), checkpoint.tokenizer());
    }
  }

  private static Layout layout(Path path) throws EngineException {
    try (Checkpoint checkpoint = CheckpointLoader.open(path)) {
      return checkpoint.info().layout();
    }
  }
}

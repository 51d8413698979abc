package confidant.engine.loading;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import confidant.engine.api.EngineException;
import confidant.engine.api.ModelInfo.Layout;
import confidant.engine.tensor.DType;
import confidant.engine.testing.Golden;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OllamaTest {
  private static final String DIGEST = "ab".repeat(32);

  @TempDir private Path folder;

  @ParameterizedTest
  @CsvSource({
    "true, true, true, MXFP4_OLLAMA",
    "false, true, true, MXFP4_OLLAMA",
    "false, false, false, MXFP4_GGML",
    "true, false, true, MXFP4_OLLAMA",
  })
  void everyVersionOfTheConverterGivesTheSameWeights(
      boolean fusedQkv, boolean fusedGateUp, boolean earlyMxfp4, DType experts) throws Exception {
    Path llamaCpp = Golden.path("model-tiny/gguf/model-bf16.gguf");
    Path ollama =
        OllamaRewriter.rewrite(
            llamaCpp,
            folder.resolve("blob"),
            new OllamaRewriter.Style(fusedQkv, fusedGateUp, earlyMxfp4));
    try (Checkpoint expected = CheckpointLoader.open(llamaCpp);
        Checkpoint actual = CheckpointLoader.open(ollama)) {
      assertEquals(expected.config(), actual.config());
      assertEquals(Layout.OLLAMA, actual.info().layout());
      assertEquals(experts, actual.weights().layers().get(0).experts().get(0).gate().type());
      assertEquals(expected.info().bytesByDtype(), actual.info().bytesByDtype());
      WeightsAssert.assertSame(expected, actual);
      assertArrayEquals(expected.tokenizer().encode("in the"), actual.tokenizer().encode("in the"));
    }
  }

  @ParameterizedTest
  @CsvSource({"''", "models", "models/manifests/registry.ollama.ai/library/gpt-oss/20b"})
  void storeIsOpenedFromItsRootAndByManifest(String given) throws Exception {
    store("gpt-oss/20b", DIGEST);
    store("gpt-oss/latest", DIGEST);
    store("llama3/8b", "cd".repeat(32));
    try (Checkpoint checkpoint = CheckpointLoader.open(folder.resolve(given))) {
      assertEquals("gpt-oss:20b", checkpoint.info().name());
    }
  }

  @Test
  void filesThatMacOsPutsIntoTheStoreAreOverlooked() throws Exception {
    Path manifest = store("gpt-oss/20b", DIGEST);
    Files.writeString(manifest.resolveSibling(".DS_Store"), "Bud1");
    Files.createDirectories(folder.resolve("models/manifests/.AppleDouble/gpt-oss"));
    Files.writeString(folder.resolve("models/manifests/.AppleDouble/gpt-oss/20b"), "Bud1");
    try (Checkpoint checkpoint = CheckpointLoader.open(folder)) {
      assertEquals("gpt-oss:20b", checkpoint.info().name());
    }
  }

  @Test
  void storeWithTwoModelsAsksWhich() throws Exception {
    store("gpt-oss/20b", DIGEST);
    store("gpt-oss/120b", "cd".repeat(32));
    EngineException e = assertThrows(EngineException.NotFound.class, () -> open(folder));
    assertTrue(e.getMessage().contains("gpt-oss:120b, gpt-oss:20b"), e.getMessage());
  }

  @Test
  void storeWithoutGptOssSaysSo() throws Exception {
    store("llama3/8b", DIGEST);
    EngineException e = assertThrows(EngineException.NotFound.class, () -> open(folder));
    assertTrue(e.getMessage().contains("holds no gpt-oss"), e.getMessage());
  }

  @Test
  void manifestWithoutItsBlobSaysSo() throws Exception {
    Path manifest = store("gpt-oss/20b", DIGEST);
    Files.delete(folder.resolve("models/blobs/sha256-" + DIGEST));
    EngineException e = assertThrows(EngineException.NotFound.class, () -> open(manifest));
    assertTrue(e.getMessage().contains("lost its weights"), e.getMessage());
  }

  @Test
  void manifestCannotReachOutsideTheStore() throws Exception {
    Path manifest = store("gpt-oss/20b", DIGEST);
    Files.writeString(manifest, manifestJson("../../etc/passwd"));
    assertThrows(EngineException.Damaged.class, () -> open(manifest));
  }

  private static void open(Path path) throws EngineException {
    CheckpointLoader.open(path).close();
  }

  private Path store(String model, String digest) throws Exception {
    Path manifest = folder.resolve("models/manifests/registry.ollama.ai/library").resolve(model);
    Files.createDirectories(manifest.getParent());
    Files.writeString(manifest, manifestJson("sha256:" + digest));
    Path blob = folder.resolve("models/blobs/sha256-" + digest);
    Files.createDirectories(blob.getParent());
    if (!Files.exists(blob)) {
      writeBlob(blob);
    }
    return manifest;
  }

  private static void writeBlob(Path blob) throws Exception {
    OllamaRewriter.rewrite(
        Golden.path("model-tiny-b/gguf/model-q8_0.gguf"),
        blob,
        new OllamaRewriter.Style(true, true, true));
  }

  private static String manifestJson(String digest) {
    return """
    {"schemaVersion":2,"layers":[
    {"mediaType":"application/vnd.ollama.image.template","digest":"sha256:00","size":1},
    {"mediaType":"application/vnd.ollama.image.model","digest":"%s","size":13780154624}]}
    """
        .formatted(digest);
  }
}

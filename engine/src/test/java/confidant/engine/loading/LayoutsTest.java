package confidant.engine.loading;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import confidant.engine.api.EngineException;
import confidant.engine.api.ModelInfo;
import confidant.engine.api.ModelInfo.Layout;
import confidant.engine.model.ModelConfig;
import confidant.engine.model.ModelConfig.RopeConfig;
import confidant.engine.tensor.DType;
import confidant.engine.testing.Golden;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Every layout of one model gives the same configuration and the same numbers. */
class LayoutsTest {
  @TempDir private Path temp;

  @ParameterizedTest
  @CsvSource({
    "model-tiny/hf-sharded, HUGGING_FACE",
    "model-tiny/original, ORIGINAL",
    "model-tiny/gguf/model-bf16.gguf, GGUF",
    "model-tiny-b/hf-sharded, HUGGING_FACE",
    "model-tiny-b/original, ORIGINAL",
    "model-tiny-b/gguf/model-f16.gguf, GGUF",
  })
  void everyLayoutBindsToTheWeightsOfTheSingleFile(String name, Layout layout)
      throws EngineException {
    Path reference = Golden.path(name.substring(0, name.indexOf('/')) + "/hf");
    try (Checkpoint expected = CheckpointLoader.open(reference);
        Checkpoint actual = CheckpointLoader.open(Golden.path(name))) {
      assertEquals(expected.config(), actual.config());
      assertEquals(layout, actual.info().layout());
      assertEquals(expected.info().parameters(), actual.info().parameters());
      WeightsAssert.assertSame(expected, actual);
    }
  }

  @Test
  void configurationIsReadNotAssumed() throws EngineException {
    try (Checkpoint checkpoint = CheckpointLoader.open(Golden.path("model-tiny-b/hf"))) {
      assertEquals(
          new ModelConfig(
              64,
              96,
              6,
              2,
              32,
              6,
              2,
              384,
              8,
              List.of(true, false, true),
              512,
              1e-5f,
              7,
              new RopeConfig(10_000, 8, 64, 4, 1, false)),
          checkpoint.config());
    }
  }

  @ParameterizedTest
  @CsvSource({"model-tiny, 512", "model-tiny-b, 384"})
  void quantisedFileKeepsExpertsAndShapes(String model, int vocabulary) throws EngineException {
    try (Checkpoint exact = CheckpointLoader.open(Golden.path(model + "/hf"));
        Checkpoint lossy = CheckpointLoader.open(Golden.path(model + "/gguf/model-q8_0.gguf"))) {
      assertEquals(exact.config(), lossy.config());
      assertEquals(vocabulary, lossy.info().vocabularySize());
      assertEquals(DType.Q8_0, lossy.weights().embedding().type());
      assertEquals(List.of("Q8_0"), lossy.info().dense());
      float[] expected = Dequantizer.all(exact.weights().layers().get(1).q());
      float[] actual = Dequantizer.all(lossy.weights().layers().get(1).q());
      for (int i = 0; i < expected.length; i++) {
        assertEquals(expected[i], actual[i], 0.02f);
      }
    }
  }

  @Test
  void modelInfoTellsTheTruth() throws EngineException {
    ModelInfo info;
    try (Checkpoint checkpoint =
        CheckpointLoader.open(Golden.path("model-tiny/gguf/model-q8_0.gguf"))) {
      info = checkpoint.info();
    }
    assertEquals("tiny", info.name());
    assertEquals(4, info.layers());
    assertEquals(2, info.slidingLayers());
    assertFalse(info.untrained());
    assertFalse(info.demo());
    // 4 layers of 8 experts with 3 matrices of 96 x 64, 17 bytes per 32 values.
    assertEquals(4 * 8 * 3 * 96 * 64 / 32 * 17, info.bytesByDtype().get("MXFP4"));
    assertEquals(info.fileBytes(), info.bytesByDtype().values().stream().mapToLong(v -> v).sum());
    // Keys and values of 2 heads of 64 elements, in blocks of 128 positions: float32, or two bytes
    // and exponents where that saves something. 2 full layers hold all positions. 2 sliding ones
    // with a window of 16 hold five rings of 4 blocks each, and 17 for a batch.
    long float32 = 128 * 2 * 2 * 64 * 4;
    long int16 = 128 * 2 * (2 * 64 * 2 + 2);
    assertEquals(float32 * 4, info.cacheBytes(100));
    assertEquals(float32 * (2 * 71 + 2 * 20 + 17), info.cacheBytes(9000));
    assertEquals(int16 * (2 * 313 + 2 * 20 + 17), info.cacheBytes(40_000));
  }

  @Test
  void theDemoModelSaysWhatItIsAndItsName() throws IOException, EngineException {
    Path folder = copyOf("model-tiny/hf");
    try (Checkpoint checkpoint = CheckpointLoader.open(folder)) {
      assertFalse(checkpoint.info().demo());
      assertEquals("copy", checkpoint.info().name());
    }
    Path config = folder.resolve("config.json");
    String said = "{ \"confidant_demo\": true, \"confidant_name\": \"Demo model\",";
    Files.writeString(config, Files.readString(config).replaceFirst("\\{", said));
    try (Checkpoint checkpoint = CheckpointLoader.open(folder)) {
      assertTrue(checkpoint.info().demo());
      assertFalse(checkpoint.info().untrained());
      assertEquals("Demo model", checkpoint.info().name());
    }
  }

  @Test
  void aNameThatIsNoneIsPassedOver() throws IOException, EngineException {
    Path folder = copyOf("model-tiny/hf");
    Path config = folder.resolve("config.json");
    String said = "{ \"confidant_demo\": \"true\", \"confidant_name\": 7,";
    Files.writeString(config, Files.readString(config).replaceFirst("\\{", said));
    try (Checkpoint checkpoint = CheckpointLoader.open(folder)) {
      assertFalse(checkpoint.info().demo());
      assertEquals("copy", checkpoint.info().name());
    }
  }

  private Path copyOf(String golden) throws IOException {
    Path copy = Files.createDirectory(temp.resolve("copy"));
    for (String name : new String[] {"config.json", "model.safetensors", "tokenizer.json"}) {
      Files.copy(Golden.path(golden).resolve(name), copy.resolve(name));
    }
    return copy;
  }

  @Test
  void parametersCountEachMxfp4ValueOnce() throws EngineException {
    try (Checkpoint checkpoint = CheckpointLoader.open(Golden.path("model-tiny/hf"))) {
      long attention = (256 + 2 * 128) * 96 + 256 + 2 * 128 + 96 * 256 + 96 + 4;
      long router = 8 * 96 + 8;
      long experts = 8 * (3 * 96 * 64 + 2 * 64 + 96);
      long layer = attention + router + experts + 2 * 96;
      assertEquals(4 * layer + 2 * 512 * 96 + 96, checkpoint.info().parameters());
    }
  }

  @Test
  void matricesLieInMappedMemory() throws EngineException {
    try (Checkpoint checkpoint = CheckpointLoader.open(Golden.path("model-tiny/original"))) {
      var layer = checkpoint.weights().layers().getFirst();
      assertTrue(layer.k().data().isMapped());
      assertTrue(layer.k().data().isReadOnly());
      int bf16RowBytes = 2 * 96;
      assertEquals(256L * bf16RowBytes, layer.k().offset() - layer.q().offset());
      int mxfp4RowBytes = 96 / 2;
      assertEquals(2L * mxfp4RowBytes, layer.experts().getFirst().gate().rowStride());
    }
  }

  @Test
  void closedCheckpointCannotBeRead() throws EngineException {
    Checkpoint checkpoint = CheckpointLoader.open(Golden.path("model-tiny/hf"));
    checkpoint.close();
    assertThrows(
        IllegalStateException.class, () -> Dequantizer.all(checkpoint.weights().embedding()));
  }
}

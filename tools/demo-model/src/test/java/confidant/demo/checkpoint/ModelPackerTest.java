package confidant.demo.checkpoint;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import confidant.app.models.PackedModel;
import confidant.demo.math.Workers;
import confidant.demo.net.Batch;
import confidant.demo.net.Network;
import confidant.demo.net.Parameters;
import confidant.demo.net.Shape;
import confidant.engine.Engine;
import confidant.engine.EngineOptions;
import confidant.engine.api.EngineException;
import confidant.engine.api.TokenSession;
import confidant.engine.api.TokenSession.LogitPositions;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ModelPackerTest {
  private static final int ROWS = 300;
  private static final Shape SHAPE =
      new Shape(
          ROWS,
          HuggingFaceFolder.VOCABULARY - ROWS,
          64,
          2,
          4,
          2,
          32,
          4,
          2,
          32,
          128,
          131_072,
          new Shape.Rope(150_000, 32, 4096, 32, 1));

  /** Real ids, some side by side and some alone. */
  private static final int[] IDS =
      IntStream.range(0, ROWS).map(i -> i < 100 ? i : 600 * i).toArray();

  @TempDir private Path folder;

  private static Parameters parameters() {
    Parameters parameters = new Parameters(SHAPE);
    parameters.begin(11);
    try (Workers workers = new Workers(1)) {
      parameters.round(true, workers);
    }
    return parameters;
  }

  private static byte[] packed(Path checkpoint) throws IOException {
    ByteArrayOutputStream packed = new ByteArrayOutputStream();
    ModelPacker.pack(checkpoint, packed);
    return packed.toByteArray();
  }

  @Test
  void unpacksToTheSameBytes() throws IOException {
    Path checkpoint = folder.resolve("checkpoint");
    HuggingFaceFolder.write(checkpoint, parameters(), IDS);
    byte[] packed = packed(checkpoint);
    Path unpacked = folder.resolve("unpacked");
    PackedModel.unpack(new ByteArrayInputStream(packed), unpacked);
    assertTrue(PackedModel.holds(new ByteArrayInputStream(packed), unpacked));
    for (String file : new String[] {"config.json", "model.safetensors"}) {
      assertEquals(-1, Files.mismatch(checkpoint.resolve(file), unpacked.resolve(file)), file);
    }
  }

  @Test
  void noticesACopyThatIsDamagedOrShort() throws IOException {
    Path checkpoint = folder.resolve("checkpoint");
    HuggingFaceFolder.write(checkpoint, parameters(), IDS);
    byte[] packed = packed(checkpoint);
    Path config = checkpoint.resolve("config.json");
    byte[] text = Files.readAllBytes(config);
    text[5]++;
    Files.write(config, text);
    assertFalse(PackedModel.holds(new ByteArrayInputStream(packed), checkpoint));
    Files.delete(config);
    assertFalse(PackedModel.holds(new ByteArrayInputStream(packed), checkpoint));
  }

  @Test
  void refusesAPackThatIsDamaged() throws IOException {
    Path checkpoint = folder.resolve("checkpoint");
    HuggingFaceFolder.write(checkpoint, parameters(), IDS);
    byte[] packed = packed(checkpoint);
    packed[packed.length / 2] ^= 0x10;
    assertThrows(
        IOException.class,
        () -> PackedModel.unpack(new ByteArrayInputStream(packed), folder.resolve("unpacked")));
  }

  /** What is trained is what the program computes: two programs that share no arithmetic. */
  @Test
  void theEngineComputesTheSameLogits() throws IOException, EngineException {
    Parameters parameters = parameters();
    Path checkpoint = folder.resolve("checkpoint");
    HuggingFaceFolder.write(checkpoint, parameters, IDS);
    int[] rows = new Random(2).ints(200, 0, ROWS).toArray();
    int[] real = IntStream.of(rows).map(row -> IDS[row]).toArray();
    float[] ours;
    try (Workers workers = new Workers(2)) {
      Batch batch = new Batch(rows.length);
      batch.add(-1, rows, new float[rows.length]);
      ours = new Network(parameters, rows.length, rows.length, workers).logits(batch);
    }
    try (Engine engine = Engine.open(checkpoint, EngineOptions.defaults());
        TokenSession session = engine.newTokenSession(real.length)) {
      float[][] theirs = session.append(real, LogitPositions.ALL);
      for (int token = 0; token < rows.length; token++) {
        float[] expected = new float[ROWS];
        float[] actual = new float[ROWS];
        for (int row = 0; row < ROWS; row++) {
          expected[row] = ours[token * ROWS + row];
          actual[row] = theirs[token][IDS[row]];
        }
        assertArrayEquals(expected, actual, 2e-3f, "token " + token);
        assertEquals(0, theirs[token][100]);
      }
    }
  }
}

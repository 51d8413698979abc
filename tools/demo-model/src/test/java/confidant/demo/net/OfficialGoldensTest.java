package confidant.demo.net;

import static org.junit.jupiter.api.Assertions.assertEquals;

import confidant.demo.checkpoint.HuggingFaceFolder;
import confidant.demo.math.Workers;
import confidant.engine.json.Json;
import confidant.engine.json.JsonValue;
import confidant.engine.json.JsonValue.JsonNumber;
import confidant.engine.json.JsonValue.JsonObject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The network that is trained computes what OpenAI's own code computes with the same weights. */
class OfficialGoldensTest {
  private static final Path GOLDENS = Path.of("../../engine/src/test/resources/golden");

  /** Float32 against float32; the reference and float64 differ by 6.5e-5. */
  private static final float TOLERANCE = 1e-3f;

  @ParameterizedTest
  @ValueSource(strings = {"model-tiny", "model-tiny-b"})
  void logitsEqualThoseOfTheOfficialCode(String model) throws IOException {
    Path folder = GOLDENS.resolve(model);
    JsonObject golden = Json.parseObject(Files.readString(folder.resolve("golden.json")));
    Parameters parameters = HuggingFaceFolder.read(folder.resolve("hf"));
    int vocabulary = parameters.shape().vocabulary();
    try (Workers workers = new Workers(2)) {
      Network network = new Network(parameters, 512, 512, workers);
      for (Map.Entry<String, JsonValue> entry :
          golden.object("prompts").orElseThrow().members().entrySet()) {
        JsonObject prompt = (JsonObject) entry.getValue();
        int[] tokens = prompt.array("tokens").orElseThrow().integers();
        float[] logits = network.logits(batch(tokens));
        int last = (tokens.length - 1) * vocabulary;
        List<JsonValue> expected = prompt.array("last_logits").orElseThrow().items();
        for (int i = 0; i < vocabulary; i++) {
          double wanted = ((JsonNumber) expected.get(i)).asDouble();
          assertEquals(wanted, logits[last + i], TOLERANCE, entry.getKey() + ", logit " + i);
        }
      }
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"model-tiny", "model-tiny-b"})
  void branchesComputeWhatWholeTextsCompute(String model) throws IOException {
    Parameters parameters = HuggingFaceFolder.read(GOLDENS.resolve(model).resolve("hf"));
    int vocabulary = parameters.shape().vocabulary();
    int[] tokens = new Random(7).ints(60, 0, vocabulary).toArray();
    try (Workers workers = new Workers(2)) {
      Network network = new Network(parameters, 512, 512, workers);
      float[] whole = network.logits(batch(tokens));
      Batch batch = new Batch(512);
      int root = batch.add(-1, Arrays.copyOf(tokens, 23), new float[23]);
      batch.add(root, new int[] {1, 2, 3, 4}, new float[4]);
      int middle = batch.add(root, Arrays.copyOfRange(tokens, 23, 40), new float[17]);
      batch.add(middle, Arrays.copyOfRange(tokens, 40, 60), new float[20]);
      float[] branched = network.logits(batch);
      for (int i = 0; i < 23 * vocabulary; i++) {
        assertEquals(whole[i], branched[i], TOLERANCE);
      }
      for (int i = 23 * vocabulary; i < 60 * vocabulary; i++) {
        assertEquals(whole[i], branched[i + 4 * vocabulary], TOLERANCE);
      }
    }
  }

  private static Batch batch(int[] tokens) {
    Batch batch = new Batch(tokens.length);
    batch.add(-1, tokens, new float[tokens.length]);
    return batch;
  }
}

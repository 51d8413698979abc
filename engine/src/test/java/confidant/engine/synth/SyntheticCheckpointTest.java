package confidant.engine.synth;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import confidant.engine.Checkpoints;
import confidant.engine.api.ModelInfo;
import confidant.engine.format.TensorBody;
import confidant.engine.harmony.SpecialToken;
import confidant.engine.loading.Checkpoint;
import confidant.engine.loading.CheckpointLoader;
import confidant.engine.synth.SyntheticCheckpoint.Format;
import confidant.engine.tokenizer.Tokenizer;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.io.Serial;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.WritableByteChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class SyntheticCheckpointTest {
  private static final String TINY_SEED_1 =
      "ad5501ba4cc7d83e8a2b4960eee11502b50a920cb5e069af1864c9cd0deef301";

  @TempDir private Path temp;

  @Test
  void sameSeedGivesTheSameBytesEverywhere() throws Exception {
    assertEquals(TINY_SEED_1, sha256(tiny(Format.GGUF, "a", 1)));
  }

  @Test
  void anotherSeedGivesOtherWeights() throws Exception {
    assertNotEquals(TINY_SEED_1, sha256(tiny(Format.GGUF, "a", 2)));
  }

  @ParameterizedTest
  @EnumSource(Format.class)
  void checkpointIsSoundAndSaysThatItIsUntrained(Format format) throws Exception {
    Path path = tiny(format, "model", 1);
    assertEquals(List.of(), Checkpoints.verify(path, done -> {}));
    ModelInfo info = Checkpoints.inspect(path);
    assertTrue(info.untrained());
    assertTrue(info.contextLength() >= 8192);
    try (Checkpoint checkpoint = CheckpointLoader.open(path)) {
      assertEquals(Shape.of(Preset.TINY).config(), checkpoint.config());
    }
  }

  @ParameterizedTest
  @EnumSource(Format.class)
  void fewerLayersAreTheFirstOfTheWhole(Format format) throws Exception {
    Shape two = new Shape(Preset.TINY, 2);
    Path path =
        SyntheticCheckpoint.write(two, format, temp.resolve("two"), 1, (written, total) -> {});
    assertEquals(List.of(), Checkpoints.verify(path, done -> {}));
    try (Checkpoint checkpoint = CheckpointLoader.open(path)) {
      assertEquals(two.config(), checkpoint.config());
      assertEquals(
          Shape.of(Preset.TINY).config().sliding().subList(0, 2), checkpoint.config().sliding());
    }
    assertThrows(IllegalArgumentException.class, () -> new Shape(Preset.TINY, 0));
    assertThrows(IllegalArgumentException.class, () -> new Shape(Preset.TINY, 5));
  }

  @Test
  void tinyPresetIsSmallEnoughToComeWithTheProgram() throws Exception {
    assertTrue(Files.size(tiny(Format.GGUF, "model", 1)) < 1_500_000);
  }

  @ParameterizedTest
  @EnumSource(Format.class)
  void anyTextCanBeEncodedAndHarmonyHasItsTokens(Format format) throws Exception {
    try (Checkpoint checkpoint = CheckpointLoader.open(tiny(format, "model", 1))) {
      Tokenizer tokenizer = checkpoint.tokenizer();
      String text = "Rechnung Nr. 7 über 1.234,56 €\n日本語 🙂\u0000\t";
      assertEquals(text, tokenizer.decode(tokenizer.encode(text)));
      for (SpecialToken token : SpecialToken.values()) {
        assertTrue(tokenizer.special(token.text()).isPresent(), token::text);
      }
      assertEquals(checkpoint.config().vocabularySize(), tokenizer.size());
    }
  }

  @Test
  void bothFormatsCarryTheSameVocabulary() throws Exception {
    try (Checkpoint gguf = CheckpointLoader.open(tiny(Format.GGUF, "a", 1));
        Checkpoint huggingFace = CheckpointLoader.open(tiny(Format.HUGGING_FACE, "b", 1))) {
      String text = "Total amount due: 12,345.67 for the services <|end|>";
      assertArrayEquals(gguf.tokenizer().encode(text), huggingFace.tokenizer().encode(text));
    }
  }

  @Test
  void shardsOpenTogether() throws Exception {
    Path folder = temp.resolve("shards");
    List<PlannedFile> files = HuggingFacePlan.files(Shape.of(Preset.TINY), 1, 500_000);
    new CheckpointWriter(OutputFiles.DISK, folder, files, (written, total) -> {}).write();
    assertTrue(Files.exists(folder.resolve("model-00000-of-00003.safetensors")));
    assertEquals(List.of(), Checkpoints.verify(folder, done -> {}));
  }

  /** The header is written, the weights are left as a hole in the file. */
  @ParameterizedTest
  @CsvSource({
    "GPT_OSS_20B, 24, 32, 20914757184, 12.1",
    "GPT_OSS_120B, 36, 128, 116829156672, 63.4",
  })
  @DisabledOnOs(value = OS.WINDOWS, disabledReason = "files of 60 GB have no holes there")
  void fullSizesOpen(Preset preset, int layers, int experts, long parameters, double gigabytes)
      throws Exception {
    PlannedFile plan = GgufPlan.files(Shape.of(preset), 1).getFirst();
    Path file = temp.resolve("full.gguf");
    writeHeader(plan, file);
    ModelInfo info = Checkpoints.inspect(file);
    assertEquals(layers, info.layers());
    assertEquals(experts, info.experts());
    assertEquals(parameters, info.parameters());
    assertEquals(gigabytes, info.fileBytes() / 1e9, 0.1);
    assertEquals(131_072, info.contextLength());
  }

  private static void writeHeader(PlannedFile plan, Path file) throws IOException {
    try (RandomAccessFile out = new RandomAccessFile(file.toFile(), "rw")) {
      try {
        plan.content().writeTo(new HeaderOnly(out.getChannel()));
      } catch (HeaderOnly.Written e) {
        out.setLength(plan.size());
      }
    }
  }

  /** Takes the first write and ends the writing at the second. */
  private record HeaderOnly(FileChannel target) implements WritableByteChannel {

    /** The second write came. */
    private static final class Written extends IOException {
      @Serial private static final long serialVersionUID = 1L;
    }

    @Override
    public int write(ByteBuffer bytes) throws IOException {
      if (target.position() > 0) {
        throw new Written();
      }
      int count = bytes.remaining();
      TensorBody.writeFully(target, bytes);
      return count;
    }

    @Override
    public boolean isOpen() {
      return target.isOpen();
    }

    @Override
    public void close() throws IOException {
      target.close();
    }
  }

  private Path tiny(Format format, String folder, long seed) throws Exception {
    return SyntheticCheckpoint.write(
        Shape.of(Preset.TINY), format, temp.resolve(folder), seed, (written, total) -> {});
  }

  private static String sha256(Path file) throws Exception {
    byte[] digest = MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(file));
    return HexFormat.of().formatHex(digest);
  }
}

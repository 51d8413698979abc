package confidant.engine.loading;

import static confidant.engine.loading.Mutations.assertRefused;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import confidant.engine.api.EngineException;
import confidant.engine.api.EngineException.Damaged;
import confidant.engine.api.EngineException.Unsupported;
import confidant.engine.format.StoredTensor;
import confidant.engine.format.gguf.GgufReader;
import confidant.engine.tensor.DType;
import confidant.engine.testing.Golden;
import java.io.IOException;
import java.lang.foreign.Arena;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class HostileGgufTest {
  private static final int VERSION = 4;
  private static final int TENSOR_COUNT = 8;
  private static final int ENTRY_COUNT = 16;
  private static final int FIRST_KEY_LENGTH = 24;

  @TempDir private Path folder;
  private byte[] bytes = new byte[0];

  @BeforeEach
  void read() throws IOException {
    bytes = Files.readAllBytes(Golden.path("model-tiny-b/gguf/model-q8_0.gguf"));
  }

  @Test
  void versionTwoIsRead() throws Exception {
    little().putInt(VERSION, 2);
    Path golden = Golden.path("model-tiny-b/gguf/model-q8_0.gguf");
    try (Checkpoint expected = CheckpointLoader.open(golden);
        Checkpoint actual = CheckpointLoader.open(written())) {
      WeightsAssert.assertSame(expected, actual);
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 4, -1})
  void otherVersionsAreRefused(int version) throws IOException {
    little().putInt(VERSION, version);
    assertRefused(Unsupported.class, written(), "version " + Integer.toUnsignedString(version));
  }

  @Test
  void bigEndianIsRefused() throws IOException {
    ByteBuffer.wrap(bytes).putInt(VERSION, 3);
    assertRefused(Unsupported.class, written(), "big-endian");
  }

  @ParameterizedTest
  @CsvSource({
    TENSOR_COUNT + ", -1",
    TENSOR_COUNT + ", 9223372036854775807",
    TENSOR_COUNT + ", 1000000",
    TENSOR_COUNT + ", 61",
    ENTRY_COUNT + ", -1",
    ENTRY_COUNT + ", 9223372036854775807",
    ENTRY_COUNT + ", 33",
    FIRST_KEY_LENGTH + ", -1",
    FIRST_KEY_LENGTH + ", 9223372036854775807",
    FIRST_KEY_LENGTH + ", 70000",
  })
  void absurdCountsAreDamaged(int offset, long count) throws IOException {
    little().putLong(offset, count);
    assertRefused(Damaged.class, written(), "model.gguf");
  }

  @Test
  void absurdArrayLengthIsDamaged() throws IOException {
    int array = after("tokenizer.ggml.tokens") + Integer.BYTES;
    little().putLong(array + Integer.BYTES, 1L << 40);
    assertRefused(Damaged.class, written(), "elements of tokenizer.ggml.tokens");
  }

  @Test
  void unknownValueTypeIsDamaged() throws IOException {
    little().putInt(after("general.type"), 13);
    assertRefused(Damaged.class, written(), "general.type", "unknown type 13");
  }

  @Test
  void recursiveArraysDoNotEndTheStack() throws IOException {
    int depth = 100_000;
    ByteBuffer file = ByteBuffer.allocate(64 + depth * 12).order(ByteOrder.LITTLE_ENDIAN);
    file.putInt(0x46554747).putInt(3).putLong(0).putLong(1);
    file.putLong(1).put((byte) 'k').putInt(9);
    for (int i = 0; i < depth; i++) {
      file.putInt(9).putLong(1);
    }
    bytes = file.array();
    assertRefused(Damaged.class, written(), "nests arrays");
  }

  @Test
  void metadataOfAnotherTypeIsDamaged() throws IOException {
    little().putInt(after("gpt-oss.block_count"), 6);
    assertRefused(Damaged.class, written(), "gpt-oss.block_count should be an integer");
  }

  @Test
  void missingMetadataIsNamed() throws IOException {
    rename("gpt-oss.expert_used_count", "gpt-oss.expert_nosd_count");
    assertRefused(Damaged.class, written(), "lacks gpt-oss.expert_used_count");
  }

  @Test
  void duplicateMetadataIsDamaged() throws IOException {
    rename("tokenizer.ggml.bos_token_id", "tokenizer.ggml.eos_token_id");
    assertRefused(Damaged.class, written(), "tokenizer.ggml.eos_token_id stands there twice");
  }

  @Test
  void duplicateTensorIsDamaged() throws IOException {
    rename("blk.1.attn_q.weight", "blk.0.attn_q.weight");
    assertRefused(Damaged.class, written(), "blk.0.attn_q.weight", "also stands in");
  }

  @Test
  void missingTensorIsNamed() throws IOException {
    rename("blk.2.ffn_up_exps.bias", "blk.2.ffn_up_exps.hias");
    assertRefused(Damaged.class, written(), "blk.2.ffn_up_exps.bias is missing");
  }

  @Test
  void layersBeyondTheConfigurationAreDamaged() throws IOException {
    little().putInt(after("gpt-oss.block_count") + 4, 1);
    assertRefused(Damaged.class, written(), "has 1 layers", "blk.1.", "one of 38 of further");
  }

  @Test
  void missingOutputMatrixIsNamed() throws IOException {
    rename("output.weight", "outpux.weight");
    assertRefused(Damaged.class, written(), "output.weight is missing");
  }

  @ParameterizedTest
  @CsvSource({
    "token_embd.weight, 39",
    "output.weight, 4",
    "blk.0.attn_q.weight, 39",
    "blk.0.attn_k.weight, 4",
    "blk.2.attn_v.weight, 4",
    "blk.1.attn_output.weight, 39",
    "blk.1.ffn_gate_inp.weight, 4",
  })
  void onlyExpertsMayBeMxfp4(String tensor, int type) throws Exception {
    little().putInt(after(tensor) + 4 + 2 * 8, type);
    closeGapAfter(tensor);
    assertRefused(Unsupported.class, written(), tensor, " as MXFP4,");
  }

  /** The type in the header no longer is the one that the numbers were written with. */
  @ParameterizedTest
  @CsvSource({
    "token_embd.weight, 39, 'takes 13056 bytes by its type and shape, but has room for 26112'",
    "blk.0.attn_q.weight, 39, 'takes 6528 bytes by its type and shape, but has room for 13056'",
    "blk.2.ffn_gate_inp.weight, 30, bytes by its type and shape",
  })
  void typesThatLeaveAGapAreDamaged(String tensor, int type, String expected) throws IOException {
    little().putInt(after(tensor) + 4 + 2 * 8, type);
    assertRefused(Damaged.class, written(), "tensor " + tensor, expected);
  }

  @Test
  void everyMatrixReadAsHalfAsWideIsDamaged() throws Exception {
    Path file = written();
    byte[] whole = bytes;
    List<String> matrices;
    try (Arena arena = Arena.ofConfined()) {
      matrices =
          GgufReader.read(file, arena).tensors().stream()
              .filter(tensor -> tensor.type().equals(Optional.of(DType.F32)))
              .filter(tensor -> tensor.shape().size() == 2 && tensor.elements() % 32 == 0)
              .map(StoredTensor::name)
              .toList();
    }
    assertTrue(matrices.size() > 5, matrices::toString);
    for (String tensor : matrices) {
      bytes = whole.clone();
      little().putInt(after(tensor) + 4 + 2 * 8, 1);
      assertRefused(Damaged.class, written(), "tensor " + tensor, "but has room for");
    }
  }

  @Test
  void moreThanAPageAfterTheLastTensorIsDamaged() throws Exception {
    int length = bytes.length;
    bytes = Arrays.copyOf(bytes, length + 4096);
    try (Arena arena = Arena.ofConfined()) {
      assertFalse(GgufReader.read(written(), arena).tensors().isEmpty());
    }
    bytes = Arrays.copyOf(bytes, length + 4128);
    assertRefused(Damaged.class, written(), "bytes by its type and shape, but has room for");
  }

  @Test
  void fileWithoutThePaddingOfItsLastTensorIsRead() throws Exception {
    int end = 0;
    try (Arena arena = Arena.ofConfined()) {
      for (StoredTensor tensor : GgufReader.read(written(), arena).tensors()) {
        end = Math.max(end, (int) (tensor.fileOffset() + tensor.data().byteSize()));
      }
    }
    bytes = Arrays.copyOf(bytes, end);
    CheckpointLoader.open(written()).close();
  }

  @Test
  void gateAndUpOfDifferentTypesAreRefused() throws IOException {
    little().putInt(after("blk.1.ffn_up_exps.weight") + 4 + 3 * 8, 4);
    assertRefused(
        Unsupported.class,
        written(),
        "blk.1.ffn_gate_exps.weight as MXFP4_GGML",
        "blk.1.ffn_up_exps.weight as MXFP4_OLLAMA");
  }

  @Test
  void stringsThatAreTooLongAreNamedWithTheLimit() throws IOException {
    little().putLong(FIRST_KEY_LENGTH, 70_000);
    assertRefused(
        Damaged.class, written(), "metadata key takes 70000 bytes, more than the 65536 allowed");
  }

  @Test
  void tensorPastTheEndIsNamed() throws IOException {
    bytes = Arrays.copyOf(bytes, bytes.length - 100_000);
    assertRefused(Damaged.class, written(), "lies past the end");
  }

  @ParameterizedTest
  @CsvSource({
    "-32, past the end",
    "9223372036854775776, past the end",
    "1, not aligned",
    "64, same bytes"
  })
  void impossibleOffsetsAreDamaged(long offset, String expected) throws IOException {
    int dimensions = after("blk.0.attn_q.weight");
    little().putLong(dimensions + 4 + 2 * 8 + 4, offset);
    assertRefused(Damaged.class, written(), "blk.0.attn_q.weight", expected);
  }

  @ParameterizedTest
  @CsvSource({
    "0, impossible shape",
    "-1, impossible shape",
    "9223372036854775807, model.gguf",
    "65, no whole number of Q8_0 blocks",
    "32, but has room for"
  })
  void impossibleDimensionsAreDamaged(long innermost, String expected) throws IOException {
    int dimensions = after("blk.0.attn_q.weight");
    little().putLong(dimensions + 4, innermost);
    assertRefused(Damaged.class, written(), expected);
  }

  @ParameterizedTest
  @CsvSource({"0", "5", "-1"})
  void impossibleDimensionCountsAreDamaged(int count) throws IOException {
    little().putInt(after("blk.0.attn_q.weight"), count);
    assertRefused(Damaged.class, written(), "dimensions");
  }

  @ParameterizedTest
  @CsvSource({
    "2, Q4_0",
    "10, Q2_K",
    "12, Q4_K",
    "14, Q6_K",
    "20, IQ4_NL",
    "23, IQ4_XS",
    "40, NVFP4",
    "28, F64",
    "99, type 99"
  })
  void otherQuantisationsAreRefusedByTensorAndType(int id, String name) throws IOException {
    int dimensions = after("blk.1.attn_v.weight");
    little().putInt(dimensions + 4 + 2 * 8, id);
    assertRefused(
        Unsupported.class,
        written(),
        "blk.1.attn_v.weight",
        " as " + name + ",",
        "MXFP4 experts and Q8_0, F16 or BF16 attention");
  }

  @Test
  void otherArchitectureIsRefusedByName() throws IOException {
    int value = after("general.architecture") + 4 + 8;
    System.arraycopy("mixtral".getBytes(StandardCharsets.US_ASCII), 0, bytes, value, 7);
    assertRefused(Unsupported.class, written(), "\"mixtral\"", "gpt-oss-20b");
  }

  @Test
  void fileCutAnywhereIsRefusedInOneSentence() throws IOException {
    byte[] whole = bytes;
    Random random = new Random(7);
    for (int i = 0; i < 150; i++) {
      bytes = Arrays.copyOf(whole, 1 + random.nextInt(whole.length - 1));
      assertRefused(EngineException.class, written(), "model.gguf");
    }
  }

  /** Random damage to the header either goes unnoticed or is refused in one sentence. */
  @Test
  void flippedBitsNeverCrash() throws IOException {
    byte[] whole = bytes;
    Random random = new Random(11);
    int refused = 0;
    for (int i = 0; i < 1_000; i++) {
      bytes = whole.clone();
      for (int flips = random.nextInt(4); flips >= 0; flips--) {
        bytes[random.nextInt(16_000)] ^= (byte) (1 << random.nextInt(8));
      }
      try {
        CheckpointLoader.open(written()).close();
      } catch (EngineException e) {
        refused++;
      }
    }
    assertTrue(refused > 100, refused + " refused");
  }

  private ByteBuffer little() {
    return ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
  }

  /** The byte after the only string {@code name} in the file's header. */
  private int after(String name) {
    byte[] wanted = name.getBytes(StandardCharsets.UTF_8);
    for (int at = FIRST_KEY_LENGTH; at < bytes.length - wanted.length; at++) {
      if (little().getLong(at) == wanted.length
          && Arrays.equals(bytes, at + 8, at + 8 + wanted.length, wanted, 0, wanted.length)) {
        return at + 8 + wanted.length;
      }
    }
    throw new IllegalArgumentException(name);
  }

  /** Moves all that follows {@code tensor}, now of MXFP4, to its new end. */
  private void closeGapAfter(String tensor) throws Exception {
    Path original = Golden.path("model-tiny-b/gguf/model-q8_0.gguf");
    try (Arena arena = Arena.ofConfined()) {
      List<StoredTensor> tensors = GgufReader.read(original, arena).tensors();
      StoredTensor retyped =
          tensors.stream().filter(t -> t.name().equals(tensor)).findFirst().orElseThrow();
      int end = (int) (retyped.fileOffset() + aligned(retyped.data().byteSize()));
      long blocks = retyped.elements() / DType.MXFP4_GGML.blockElements();
      int newEnd = (int) (retyped.fileOffset() + aligned(blocks * DType.MXFP4_GGML.blockBytes()));
      for (StoredTensor later : tensors) {
        if (later.fileOffset() >= end) {
          int offset = after(later.name()) + 4 + later.shape().size() * 8 + 4;
          little().putLong(offset, little().getLong(offset) - (end - newEnd));
        }
      }
      System.arraycopy(bytes, end, bytes, newEnd, bytes.length - end);
      bytes = Arrays.copyOf(bytes, bytes.length - (end - newEnd));
    }
  }

  private static long aligned(long bytes) {
    return (bytes + 31) / 32 * 32;
  }

  private void rename(String from, String to) {
    assertEquals(from.length(), to.length());
    byte[] name = to.getBytes(StandardCharsets.UTF_8);
    System.arraycopy(name, 0, bytes, after(from) - name.length, name.length);
  }

  private Path written() throws IOException {
    return Files.write(folder.resolve("model.gguf"), bytes);
  }
}

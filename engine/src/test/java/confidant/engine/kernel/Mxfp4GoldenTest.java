package confidant.engine.kernel;

import static org.junit.jupiter.api.Assertions.assertEquals;

import confidant.engine.json.JsonValue;
import confidant.engine.json.JsonValue.JsonNumber;
import confidant.engine.json.JsonValue.JsonObject;
import confidant.engine.json.JsonValue.JsonString;
import confidant.engine.tensor.DType;
import confidant.engine.tensor.Matrix;
import confidant.engine.testing.Golden;
import java.lang.foreign.MemorySegment;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Test;

/** MXFP4 against blocks computed by the official code. */
class Mxfp4GoldenTest {
  private static final List<Kernels> KERNELS =
      List.of(KernelProvider.scalar(), KernelProvider.fastest());

  @Test
  void unpacksEveryBlockExactly() {
    int checked = 0;
    for (JsonObject block : Golden.objects(Golden.object("numerics/mxfp4.json"), "cases")) {
      if (!block.bool("assert").orElse(true)) {
        continue;
      }
      byte[] scale = {(byte) (int) block.integer("scale").orElseThrow()};
      MemorySegment codes = hex(block, "safetensors_block_hex");
      MemorySegment ggml = hex(block, "gguf_block_hex");
      List<JsonValue> bits = block.array("value_bits").orElseThrow().items();
      for (Kernels kernels : KERNELS) {
        assertBits(bits, kernels, Matrix.split(1, 32, codes, MemorySegment.ofArray(scale)));
        assertBits(bits, kernels, Matrix.dense(DType.MXFP4_GGML, 1, 32, ggml));
      }
      checked++;
    }
    // The 27th has scale byte 255, on which specification and official code differ.
    assertEquals(26, checked, "blocks");
  }

  private static void assertBits(List<JsonValue> bits, Kernels kernels, Matrix w) {
    float[] unpacked = new float[32];
    kernels.unpack(w, 0, 0, 32, unpacked, 0);
    for (int i = 0; i < 32; i++) {
      int expected = Integer.parseUnsignedInt(((JsonString) bits.get(i)).value(), 16);
      float actual = unpacked[ColumnOrder.place(w.type(), i, 32)];
      // Adding zero drops the sign of zero, which integer tables lack.
      assertEquals(
          Float.intBitsToFloat(expected) + 0f, actual + 0f, kernels.describe() + " element " + i);
    }
  }

  @Test
  void multipliesAsTheOfficialCodeDoes() {
    JsonObject golden = Golden.object("numerics/mxfp4-matvec.json");
    int rows = golden.integer("rows").orElseThrow();
    int cols = golden.integer("cols").orElseThrow();
    List<Byte> scales = new ArrayList<>();
    for (JsonValue row : golden.array("scales").orElseThrow().items()) {
      for (float s : Golden.floats(row)) {
        scales.add((byte) (int) s);
      }
    }
    byte[] scaleBytes = new byte[scales.size()];
    for (int i = 0; i < scaleBytes.length; i++) {
      scaleBytes[i] = scales.get(i);
    }
    Matrix w =
        Matrix.split(rows, cols, hex(golden, "blocks_hex"), MemorySegment.ofArray(scaleBytes));
    float[] x = new float[cols];
    ColumnOrder.arrange(w.type(), Golden.floats(golden, "x"), 0, cols, x, 0);
    List<JsonValue> expected = golden.array("y_float64").orElseThrow().items();
    for (Kernels kernels : KERNELS) {
      float[] y = new float[rows];
      kernels.matVec(w, 0, rows, x, 0, 1, y, 0, rows);
      for (int r = 0; r < rows; r++) {
        assertEquals(((JsonNumber) expected.get(r)).asDouble(), y[r], 1e-5, kernels.describe());
      }
    }
  }

  private static MemorySegment hex(JsonObject object, String name) {
    byte[] bytes = HexFormat.of().parseHex(object.string(name).orElseThrow());
    return MemorySegment.ofArray(bytes);
  }
}

package confidant.engine.format.gguf;

import confidant.engine.tensor.DType;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Element types of GGUF tensors by their number in the file, those that are not run included. */
public enum GgmlType {
  F32(0, DType.F32),
  F16(1, DType.F16),
  Q4_0(2),
  Q4_1(3),
  /** Early Ollama files; ggml's own number 4 (Q4_2) was given up before GGUF existed. */
  MXFP4_OLLAMA(4, DType.MXFP4_OLLAMA),
  Q4_3(5),
  Q5_0(6),
  Q5_1(7),
  Q8_0(8, DType.Q8_0),
  Q8_1(9),
  Q2_K(10),
  Q3_K(11),
  Q4_K(12),
  Q5_K(13),
  Q6_K(14),
  Q8_K(15),
  IQ2_XXS(16),
  IQ2_XS(17),
  IQ3_XXS(18),
  IQ1_S(19),
  IQ4_NL(20),
  IQ3_S(21),
  IQ2_S(22),
  IQ4_XS(23),
  I8(24),
  I16(25),
  I32(26),
  I64(27),
  F64(28),
  IQ1_M(29),
  BF16(30, DType.BF16),
  Q4_0_4_4(31),
  Q4_0_4_8(32),
  Q4_0_8_8(33),
  TQ1_0(34),
  TQ2_0(35),
  IQ4_NL_4_4(36),
  IQ4_NL_4_8(37),
  IQ4_NL_8_8(38),
  MXFP4(39, DType.MXFP4_GGML),
  NVFP4(40);

  private static final Map<Integer, GgmlType> BY_ID =
      Arrays.stream(values()).collect(Collectors.toMap(GgmlType::id, Function.identity()));

  private final int id;
  private final @Nullable DType run;

  GgmlType(int id) {
    this(id, null);
  }

  GgmlType(int id, @Nullable DType run) {
    this.id = id;
    this.run = run;
  }

  /** The type numbered {@code id}; empty if it is newer than this list. */
  public static Optional<GgmlType> of(int id) {
    return Optional.ofNullable(BY_ID.get(id));
  }

  /** The type that stores {@code type} in a GGUF file. */
  public static GgmlType of(DType type) {
    return Arrays.stream(values())
        .filter(candidate -> candidate.run == type)
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("GGUF has no " + type));
  }

  public int id() {
    return id;
  }

  /** How the engine reads it; empty for types that are not run. */
  public Optional<DType> run() {
    return Optional.ofNullable(run);
  }
}

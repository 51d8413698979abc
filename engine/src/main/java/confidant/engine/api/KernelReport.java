package confidant.engine.api;

import java.util.List;

/**
 * Which arithmetic runs, and what keeps it from the fastest that the processor allows.
 *
 * @param bits width of its vectors; 0 if it is scalar
 * @param processorBits widest vectors of the processor; 0 if unknown
 * @param obstacle what is in the way
 * @param detail what the obstacle is about: the flag that causes it or would lift it, or the
 *     virtual machine's name; may be empty
 * @param replaced kernels that ran far below the processor's peak and were replaced by slower but
 *     sound ones; empty as long as nothing was measured
 */
public record KernelReport(
    int bits, int processorBits, Obstacle obstacle, String detail, List<String> replaced) {

  /** What keeps kernels from being as fast as the processor allows. */
  public enum Obstacle {
    /** Nothing. */
    NONE,
    /** Scalar arithmetic was asked for. */
    SCALAR_REQUESTED,
    /** Java was started without the Vector API. */
    MODULE_MISSING,
    /** Java interprets, and compiles nothing. */
    INTERPRETER_ONLY,
    /** Java compiles without its optimising compiler, the only one that knows vectors. */
    NO_OPTIMIZING_COMPILER,
    /** A flag forbids that compiler to use vectors. */
    VECTORS_OFF,
    /** A virtual machine that is not known to compile the Vector API. */
    OTHER_MACHINE,
    /**
     * Another compiler than the one the kernels are shaped for; they run on vectors all the same.
     */
    OTHER_COMPILER,
    /** Vectors of less than 128 bits. */
    TOO_NARROW,
    /** The processor has wider vectors, which somebody's flag forbids. */
    WIDTH_LIMITED,
    /** The processor has wider vectors, which Java does not use of itself. */
    WIDTH_HELD_BACK
  }

  public KernelReport {
    replaced = List.copyOf(replaced);
  }

  /** Without kernels that were replaced. */
  public KernelReport(int bits, int processorBits, Obstacle obstacle, String detail) {
    this(bits, processorBits, obstacle, detail, List.of());
  }

  /** The same, with these kernels replaced. */
  public KernelReport withReplaced(List<String> kernels) {
    return new KernelReport(bits, processorBits, obstacle, detail, kernels);
  }

  /** Name and width of the arithmetic. */
  public String name() {
    return bits == 0 ? "scalar" : "Vector API, " + bits + " bits";
  }

  /** Why it is not faster, and the cure; empty if it could not be. Part of a sentence. */
  public String hint() {
    String why = obstacleHint();
    if (replaced.isEmpty()) {
      return why;
    }
    String fallen =
        "compiled badly here and replaced by slower ones: "
            + String.join(", ", replaced)
            + "; another JDK 25 may help";
    return why.isEmpty() ? fallen : why + "; " + fallen;
  }

  private String obstacleHint() {
    return switch (obstacle) {
      case NONE -> "";
      case SCALAR_REQUESTED -> "as asked for";
      case MODULE_MISSING -> slow("start Java with --add-modules jdk.incubator.vector");
      case INTERPRETER_ONLY -> slow("Java compiles nothing; start it without " + flagOr("-Xint"));
      case NO_OPTIMIZING_COMPILER ->
          slow(
              detail.isEmpty() || !detail.startsWith("-")
                  ? "this Java lacks its optimising compiler; use a JDK with a Server VM"
                  : "Java's optimising compiler is off; start Java without " + detail);
      case VECTORS_OFF -> slow("start Java without " + detail);
      case OTHER_MACHINE ->
          slow(detail + " is not known to compile vectors; use an OpenJDK such as Temurin");
      case OTHER_COMPILER ->
          "the kernels are shaped for HotSpot's own compiler; without %s Java may be faster"
              .formatted(detail);
      case TOO_NARROW -> slow("vectors are narrower than 128 bits" + without());
      case WIDTH_LIMITED ->
          "the processor has %d bits; start Java without %s"
              .formatted(processorBits, flagOr("-XX:UseAVX and -XX:MaxVectorSize"));
      case WIDTH_HELD_BACK ->
          "the processor has %d bits, which Java leaves unused; %s allows them"
              .formatted(processorBits, detail);
    };
  }

  private static String slow(String cure) {
    return "many times slower than vectors: " + cure;
  }

  private String flagOr(String usual) {
    return detail.isEmpty() ? usual : detail;
  }

  private String without() {
    return detail.isEmpty() ? "" : "; start Java without " + detail;
  }

  /** {@link #name} and {@link #hint} in one line. */
  public String line() {
    String hint = hint();
    return hint.isEmpty() ? name() : name() + "; " + hint;
  }
}

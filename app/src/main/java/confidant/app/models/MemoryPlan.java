package confidant.app.models;

import confidant.engine.api.ModelInfo;
import java.util.OptionalInt;

/**
 * What a model takes, held against a computer. Weights lie in a mapped file: with less memory than
 * they need a model runs, but waits for the disk with every word.
 *
 * @param info what the model is
 * @param contextTokens for which this was calculated
 * @param machine what there is
 */
public record MemoryPlan(ModelInfo info, int contextTokens, MachineMemory machine) {

  /** The window, Java and the process that reads papers; docs/performance.md measured 661 MiB. */
  public static final long PROGRAM_BYTES = 700_000_000;

  /** Contexts that may be proposed, the best first, in tokens. */
  private static final int[] SMALLER = {16_384, 8_192, 4_096};

  /** How well a computer suits a model. */
  public enum Verdict {
    ENOUGH,
    /** With {@link #smallerContext} there is enough. */
    SMALLER_CONTEXT,
    /** The computer is large enough, but other programs have the memory. */
    CLOSE_PROGRAMS,
    TOO_SMALL
  }

  /** Bytes that all takes with a context of {@code tokens}. */
  private long bytes(int tokens) {
    return info.fileBytes() + info.cacheBytes(tokens) + PROGRAM_BYTES;
  }

  /** What can be had; all there is where the system does not tell. */
  private long supply() {
    return machine.availableBytes().orElse(machine.totalBytes());
  }

  /** The largest smaller context for which there is enough; empty if there is none. */
  public OptionalInt smallerContext() {
    for (int tokens : SMALLER) {
      if (tokens < contextTokens && bytes(tokens) <= supply()) {
        return OptionalInt.of(tokens);
      }
    }
    return OptionalInt.empty();
  }

  /** How well the computer suits the model. A computer that tells nothing is believed in. */
  public Verdict verdict() {
    if (machine.totalBytes() == 0 || bytes(contextTokens) <= supply()) {
      return Verdict.ENOUGH;
    }
    if (smallerContext().isPresent()) {
      return Verdict.SMALLER_CONTEXT;
    }
    int smallest = Math.min(contextTokens, SMALLER[SMALLER.length - 1]);
    return bytes(smallest) <= machine.totalBytes() ? Verdict.CLOSE_PROGRAMS : Verdict.TOO_SMALL;
  }
}

package confidant.ui.port;

import java.util.List;
import java.util.function.Consumer;

/** What the program is and what it runs on. */
public interface AboutPort {

  /** Collects the facts in the background, and tells them to {@code listener} on any thread. */
  void ask(Consumer<Facts> listener);

  /**
   * What the program is and what it runs on.
   *
   * @param version of the program
   * @param java version and name of the virtual machine
   * @param threads that compute
   * @param cores physical cores that the program may use
   * @param memoryBytes memory of the machine; 0 if unknown
   * @param heapBytes most that Java's heap may take of it
   * @param startUpCache whether classes came from a cache made ahead of time
   */
  record Facts(
      String version,
      String java,
      Kernels kernels,
      int threads,
      int cores,
      long memoryBytes,
      long heapBytes,
      boolean startUpCache) {}

  /**
   * Which arithmetic runs.
   *
   * @param bits width of its vectors; 0 if it is scalar
   * @param processorBits widest vectors of the processor; 0 if unknown
   * @param obstacle why it is not faster
   * @param detail the flag or machine that the obstacle is about; may be empty
   * @param replaced kernels that were replaced by slower ones
   */
  record Kernels(
      int bits, int processorBits, Obstacle obstacle, String detail, List<String> replaced) {
    public Kernels {
      replaced = List.copyOf(replaced);
    }
  }

  /** What keeps the arithmetic from being as fast as the processor allows. */
  enum Obstacle {
    NONE,
    SCALAR_REQUESTED,
    MODULE_MISSING,
    INTERPRETER_ONLY,
    NO_OPTIMIZING_COMPILER,
    VECTORS_OFF,
    OTHER_MACHINE,
    OTHER_COMPILER,
    TOO_NARROW,
    WIDTH_LIMITED,
    WIDTH_HELD_BACK
  }
}

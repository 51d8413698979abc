package confidant.engine.api;

import java.util.Optional;

/**
 * Flags of the running virtual machine. The engine needs only {@code java.base}, where they cannot
 * be asked for; a program that has {@code jdk.management} hands them in.
 */
@FunctionalInterface
public interface VmFlags {

  /** The flag of this name; empty if the machine has none, or nobody can tell. */
  Optional<Flag> get(String name);

  /** Nothing is known. */
  static VmFlags unknown() {
    return name -> Optional.empty();
  }

  /**
   * One flag.
   *
   * @param value as the machine prints it
   * @param chosen whether somebody set it; otherwise the value is Java's own choice
   */
  record Flag(String value, boolean chosen) {}
}

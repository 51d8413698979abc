package confidant.app.finder;

import java.nio.file.FileSystems;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * How a computer arranges folders.
 *
 * @param family which one
 * @param environment variables
 * @param home of the person
 * @param ollamaServices stores of Ollama where it serves everybody
 * @param driveParents folders in which removable drives appear
 * @param drives removable drives themselves, as far as they are known
 */
public record ComputerLayout(
    Family family,
    Map<String, String> environment,
    Path home,
    List<Path> ollamaServices,
    List<Path> driveParents,
    List<Path> drives) {

  /** Operating systems that arrange folders differently. */
  public enum Family {
    LINUX,
    MACOS,
    WINDOWS;

    static Family of(String osName) {
      String os = osName.toLowerCase(Locale.ROOT);
      if (os.startsWith("windows")) {
        return WINDOWS;
      }
      return os.startsWith("mac") ? MACOS : LINUX;
    }
  }

  public ComputerLayout {
    environment = Map.copyOf(environment);
    ollamaServices = List.copyOf(ollamaServices);
    driveParents = List.copyOf(driveParents);
    drives = List.copyOf(drives);
  }

  /** That of this computer. */
  public static ComputerLayout current(Map<String, String> environment) {
    Family family = Family.of(System.getProperty("os.name"));
    Path home = Path.of(System.getProperty("user.home"));
    String user = System.getProperty("user.name");
    List<Path> parents =
        switch (family) {
          case LINUX -> List.of(Path.of("/media", user), Path.of("/run/media", user));
          case MACOS -> List.of(Path.of("/Volumes"));
          case WINDOWS -> List.of();
        };
    List<Path> services =
        family == Family.LINUX
            ? List.of(
                Path.of("/usr/share/ollama/.ollama/models"), Path.of("/var/lib/ollama/models"))
            : List.of();
    List<Path> drives = new ArrayList<>();
    if (family == Family.WINDOWS) {
      FileSystems.getDefault().getRootDirectories().forEach(drives::add);
      drives.removeIf(home::startsWith);
    }
    return new ComputerLayout(family, environment, home, services, parents, drives);
  }

  /** The folder that a variable names; empty if it is not set or no folder can have its name. */
  Optional<Path> variable(String name) {
    String value = environment.getOrDefault(name, "");
    try {
      return value.isBlank() ? Optional.empty() : Optional.of(resolve(value));
    } catch (InvalidPathException e) {
      return Optional.empty();
    }
  }

  /** A path as people write it, {@code ~} for their home. */
  Path resolve(String written) {
    return written.equals("~") || written.startsWith("~/")
        ? home.resolve(written.substring(1).replaceFirst("^/", ""))
        : home.resolve(written);
  }

  /** Where programs keep what can be made again. */
  Path caches() {
    return switch (family) {
      case LINUX -> variable("XDG_CACHE_HOME").orElse(home.resolve(".cache"));
      case MACOS -> home.resolve("Library/Caches");
      case WINDOWS -> local();
    };
  }

  /** Where programs keep their data. */
  Path data() {
    return switch (family) {
      case LINUX -> variable("XDG_DATA_HOME").orElse(home.resolve(".local/share"));
      case MACOS -> home.resolve("Library/Application Support");
      case WINDOWS -> variable("APPDATA").orElse(home.resolve("AppData/Roaming"));
    };
  }

  /** Where programs keep what stays on this computer; on Windows apart from {@link #data}. */
  Path local() {
    return family == Family.WINDOWS
        ? variable("LOCALAPPDATA").orElse(home.resolve("AppData/Local"))
        : data();
  }

  /** Where programs keep their settings. */
  Path config() {
    return family == Family.LINUX
        ? variable("XDG_CONFIG_HOME").orElse(home.resolve(".config"))
        : data();
  }
}

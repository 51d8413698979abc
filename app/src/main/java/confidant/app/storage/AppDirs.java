package confidant.app.storage;

import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;

/**
 * The folders of this program, by the customs of the operating system. None is made before
 * something is written to it.
 *
 * @param config settings
 * @param cache files that can be made again
 * @param state the log of unexpected failures
 */
public record AppDirs(Path config, Path cache, Path state) {
  private static final String NAME = "confidant";

  /**
   * The folders of the person who runs the program.
   *
   * @throws java.nio.file.InvalidPathException if the locale cannot spell the name of one
   */
  public static AppDirs current(Map<String, String> environment) {
    return of(System.getProperty("os.name"), environment, Path.of(System.getProperty("user.home")));
  }

  /**
   * The folders for an operating system: XDG base directories, {@code %APPDATA%} and {@code
   * %LOCALAPPDATA%}, or {@code ~/Library}.
   */
  static AppDirs of(String osName, Map<String, String> environment, Path home) {
    String os = osName.toLowerCase(Locale.ROOT);
    if (os.startsWith("windows")) {
      Path roaming = folder(environment, "APPDATA", home.resolve("AppData/Roaming"));
      Path local = folder(environment, "LOCALAPPDATA", home.resolve("AppData/Local"));
      return new AppDirs(
          roaming.resolve(NAME),
          local.resolve(NAME).resolve("cache"),
          local.resolve(NAME).resolve("state"));
    }
    if (os.startsWith("mac")) {
      Path library = home.resolve("Library");
      return new AppDirs(
          library.resolve("Application Support").resolve(NAME),
          library.resolve("Caches").resolve(NAME),
          library.resolve("Logs").resolve(NAME));
    }
    return new AppDirs(
        folder(environment, "XDG_CONFIG_HOME", home.resolve(".config")).resolve(NAME),
        folder(environment, "XDG_CACHE_HOME", home.resolve(".cache")).resolve(NAME),
        folder(environment, "XDG_STATE_HOME", home.resolve(".local/state")).resolve(NAME));
  }

  /** The XDG rules ignore relative paths; an empty variable counts as unset. */
  private static Path folder(Map<String, String> environment, String variable, Path fallback) {
    String value = environment.getOrDefault(variable, "");
    return !value.isEmpty() && Path.of(value).isAbsolute() ? Path.of(value) : fallback;
  }
}

package confidant.app.models;

import java.nio.file.Path;

/**
 * The checkpoint to open.
 *
 * @param path a file or folder
 * @param source who chose it
 * @param name what people see before the checkpoint itself says its name
 */
public record ModelChoice(Path path, Source source, String name) {

  /** Who chose a checkpoint; an earlier one wins. */
  public enum Source {
    COMMAND_LINE,
    ENVIRONMENT,
    SETTINGS,
    EMBEDDED
  }

  /** One that is known by the name of its file or folder. */
  public ModelChoice(Path path, Source source) {
    this(path, source, String.valueOf(path.getFileName()));
  }
}

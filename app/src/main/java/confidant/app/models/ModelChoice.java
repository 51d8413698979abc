package confidant.app.models;

import java.nio.file.Path;

/**
 * The checkpoint to open.
 *
 * @param path a file or folder
 * @param source who chose it
 */
public record ModelChoice(Path path, Source source) {

  /** Who chose a checkpoint; an earlier one wins. */
  public enum Source {
    COMMAND_LINE,
    ENVIRONMENT,
    SETTINGS,
    EMBEDDED
  }

  /** What people see before the checkpoint itself says its name. */
  public String name() {
    return source == Source.EMBEDDED ? EmbeddedModel.NAME : String.valueOf(path.getFileName());
  }
}

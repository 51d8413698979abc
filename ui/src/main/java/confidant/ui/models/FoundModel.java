package confidant.ui.models;

import confidant.ui.port.ModelPort.FindEvent.Found;
import java.nio.file.Path;
import java.util.Comparator;

/**
 * A model that was found on this computer.
 *
 * @param path what to load
 * @param detail who keeps it and how large it is, for people
 * @param obstacle why it does not work here; empty if it does
 */
public record FoundModel(Path path, String name, String detail, String obstacle) {
  /** Those that work first, then by name. */
  static final Comparator<FoundModel> ORDER =
      Comparator.comparing((FoundModel model) -> !model.works())
          .thenComparing(FoundModel::name, String.CASE_INSENSITIVE_ORDER)
          .thenComparing(FoundModel::path);

  FoundModel(Found found, String detail) {
    this(found.path(), found.name(), detail, found.obstacle());
  }

  /** Whether it can be used. */
  public boolean works() {
    return obstacle.isEmpty();
  }
}

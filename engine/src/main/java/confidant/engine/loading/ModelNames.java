package confidant.engine.loading;

import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Names for models whose files do not name themselves. */
final class ModelNames {
  /** Folders of Hugging Face's cache: models--OWNER--NAME/snapshots/COMMIT. */
  private static final Pattern CACHE = Pattern.compile("models--.*--(?<name>[^/\\\\]+)");

  private ModelNames() {}

  /** The file's name without its suffix. */
  static String ofFile(Path file) {
    String name = lastPart(file);
    int dot = name.lastIndexOf('.');
    return dot > 0 ? name.substring(0, dot) : name;
  }

  /** The folder's name; above it if the folder's says nothing. */
  static String ofFolder(Path folder) {
    for (Path part : folder) {
      Matcher matcher = CACHE.matcher(part.toString());
      if (matcher.matches()) {
        return matcher.group("name");
      }
    }
    Path parent = folder.getParent();
    boolean isOriginal = lastPart(folder).equals("original") && parent != null;
    return isOriginal && parent.getFileName() != null ? lastPart(parent) : lastPart(folder);
  }

  private static String lastPart(Path path) {
    Path name = path.getFileName();
    return name == null ? path.toString() : name.toString();
  }
}

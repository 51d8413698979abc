package confidant.app.launch;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFileAttributes;
import java.nio.file.attribute.PosixFilePermissions;

/** A folder that nobody but its owner may enter. */
final class PrivateFolder {
  private static final String OWNER_ONLY = "rwx------";
  private static final Path HOME = Path.of(System.getProperty("user.home"));

  private PrivateFolder() {}

  /**
   * Makes {@code folder}, and those above it, or takes it as it is.
   *
   * @throws IOException if it is a link, somebody else's, or open to others and cannot be closed
   */
  static void prepare(Path folder) throws IOException {
    Files.createDirectories(folder.getParent());
    if (!Files.isDirectory(folder, LinkOption.NOFOLLOW_LINKS)) {
      Files.createDirectory(folder);
    }
    PosixFileAttributeView view =
        Files.getFileAttributeView(folder, PosixFileAttributeView.class, LinkOption.NOFOLLOW_LINKS);
    if (view == null) {
      // On Windows a folder in a person's profile is theirs alone.
      return;
    }
    view.setPermissions(PosixFilePermissions.fromString(OWNER_ONLY));
    PosixFileAttributes attributes = view.readAttributes();
    if (attributes.isSymbolicLink() || !attributes.owner().equals(Files.getOwner(HOME))) {
      throw new IOException("not a folder of one's own");
    }
  }
}

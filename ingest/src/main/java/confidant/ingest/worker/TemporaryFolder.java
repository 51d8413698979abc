package confidant.ingest.worker;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.DirectoryStream;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The folder for a reading process's temporary files, which only the person may look into. Its name
 * tells which program made it, so that one that was left by a program that was killed is found and
 * removed.
 */
final class TemporaryFolder {
  private static final Logger LOG = LoggerFactory.getLogger(TemporaryFolder.class);
  private static final String PREFIX = "confidant-reading-";

  private TemporaryFolder() {}

  /**
   * Makes one in {@code parent}, readable by the person alone where the file system can say so.
   *
   * @throws IOException if it cannot be made
   */
  static Path create(Path parent) throws IOException {
    return Files.createTempDirectory(parent, PREFIX + ProcessHandle.current().pid() + "-");
  }

  /** Removes the folders that programs left in {@code parent} which no longer run. */
  static void sweep(Path parent) {
    try (DirectoryStream<Path> folders = Files.newDirectoryStream(parent, PREFIX + "*")) {
      for (Path folder : folders) {
        if (isLeft(folder)) {
          delete(folder);
        }
      }
    } catch (IOException e) {
      LOG.debug("Old temporary folders cannot be looked for", e);
    }
  }

  private static boolean isLeft(Path folder) {
    String name = String.valueOf(folder.getFileName()).substring(PREFIX.length());
    int dash = name.indexOf('-');
    try {
      return dash > 0
          && Files.isDirectory(folder, LinkOption.NOFOLLOW_LINKS)
          && ProcessHandle.of(Long.parseLong(name.substring(0, dash))).isEmpty();
    } catch (NumberFormatException e) {
      return false;
    }
  }

  /** Removes {@code folder} with all it holds, as far as that can be done. */
  static void delete(Path folder) {
    try {
      Files.walkFileTree(folder, new Deletion());
    } catch (IOException | UncheckedIOException e) {
      LOG.debug("A temporary folder cannot be removed", e);
    }
  }

  /** Links are removed, not followed. */
  private static final class Deletion extends SimpleFileVisitor<Path> {
    @Override
    public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
      Files.deleteIfExists(file);
      return FileVisitResult.CONTINUE;
    }

    @Override
    public FileVisitResult visitFileFailed(Path file, IOException e) {
      return FileVisitResult.CONTINUE;
    }

    @Override
    public FileVisitResult postVisitDirectory(Path folder, @Nullable IOException e)
        throws IOException {
      Files.deleteIfExists(folder);
      return FileVisitResult.CONTINUE;
    }
  }
}

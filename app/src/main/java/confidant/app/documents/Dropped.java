package confidant.app.documents;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** What somebody means by dropping or naming files and folders. */
public final class Dropped {
  /** More papers than anybody asks about at once; keeps a dropped home folder from being read. */
  private static final int MAX_FROM_FOLDER = 100;

  private Dropped() {}

  /**
   * The files, and in place of each folder the visible files in it, by name. A folder that cannot
   * be listed or holds none stays, so that reading it says why.
   */
  public static List<Path> files(List<Path> dropped) {
    return files(dropped, MAX_FROM_FOLDER);
  }

  /** As {@link #files}, for somebody who named a folder and means all of it. */
  public static List<Path> allFiles(List<Path> named) {
    return files(named, Integer.MAX_VALUE);
  }

  private static List<Path> files(List<Path> dropped, int mostFromFolder) {
    List<Path> files = new ArrayList<>();
    for (Path path : dropped) {
      List<Path> inside = isFolder(path) ? filesIn(path, mostFromFolder) : List.of();
      files.addAll(inside.isEmpty() ? List.of(path) : inside);
    }
    return files;
  }

  private static List<Path> filesIn(Path folder, int most) {
    List<Path> files = new ArrayList<>();
    try (DirectoryStream<Path> entries = Files.newDirectoryStream(folder)) {
      for (Path entry : entries) {
        if (Files.isRegularFile(entry) && !Files.isHidden(entry)) {
          files.add(entry);
        }
        if (files.size() == most) {
          break;
        }
      }
    } catch (IOException e) {
      return List.of();
    }
    files.sort(null);
    return files;
  }

  /** An empty name would stand for the current folder, which nobody meant. */
  private static boolean isFolder(Path path) {
    return !path.toString().isEmpty() && Files.isDirectory(path);
  }
}

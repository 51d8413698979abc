package confidant.demo.data;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * A folder of lessons: files {@code 00000.lessons} and so on, each an {@code int} count and the
 * lessons. A file appears when it is whole, so that writing can be cut off and go on.
 */
public final class LessonFiles {
  private static final String SUFFIX = ".lessons";

  private LessonFiles() {}

  /** The file of a number. */
  public static Path file(Path folder, int number) {
    return folder.resolve("%05d".formatted(number) + SUFFIX);
  }

  /** Writes lessons as one file. */
  public static void write(Path file, List<Lesson> lessons) throws IOException {
    Path unfinished = file.resolveSibling(file.getFileName() + ".part");
    try (DataOutputStream out =
        new DataOutputStream(new BufferedOutputStream(Files.newOutputStream(unfinished)))) {
      out.writeInt(lessons.size());
      for (Lesson lesson : lessons) {
        lesson.write(out);
      }
    }
    Files.move(unfinished, file, StandardCopyOption.ATOMIC_MOVE);
  }

  /** All lessons of a folder, in the order of the files. */
  public static List<Lesson> readAll(Path folder) throws IOException {
    List<Path> files;
    try (Stream<Path> found = Files.list(folder)) {
      files = found.filter(file -> file.toString().endsWith(SUFFIX)).sorted().toList();
    }
    List<Lesson> lessons = new ArrayList<>();
    for (Path file : files) {
      try (DataInputStream in =
          new DataInputStream(new BufferedInputStream(Files.newInputStream(file)))) {
        for (int left = in.readInt(); left > 0; left--) {
          lessons.add(Lesson.read(in));
        }
      }
    }
    return lessons;
  }
}

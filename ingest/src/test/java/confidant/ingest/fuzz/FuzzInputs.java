package confidant.ingest.fuzz;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;

/** Spoilt files, each made from the seed and its number alone. */
final class FuzzInputs {

  /** Odd, so that neighbouring seeds and numbers have nothing in common. */
  private static final long MIX = 0x9E3779B97F4A7C15L;

  private static final long MIX_NUMBER = 0xD1B54A32D192ED03L;

  private final List<Path> files;
  private final long seed;

  /**
   * Spoilt copies of the files in a folder.
   *
   * @param mostBytes larger files are left out
   */
  FuzzInputs(Path folder, long seed, long mostBytes) throws IOException {
    this.seed = seed;
    try (Stream<Path> all = Files.list(folder)) {
      files =
          all.filter(Files::isRegularFile)
              .filter(file -> file.toFile().length() <= mostBytes)
              .sorted()
              .toList();
    }
    if (files.isEmpty()) {
      throw new IOException("no files in " + folder);
    }
  }

  /**
   * A spoilt file.
   *
   * @param name that of the file it was made from
   */
  record Input(String name, byte[] bytes) {}

  /** The file of a number. */
  Input input(int number) throws IOException {
    Random random = new Random(((seed + 1) * MIX) ^ (number * MIX_NUMBER));
    Path file = files.get(random.nextInt(files.size()));
    Path other = files.get(random.nextInt(files.size()));
    byte[] bytes = Files.readAllBytes(file);
    return new Input(
        file.getFileName().toString(), Mutator.mutate(bytes, Files.readAllBytes(other), random));
  }
}

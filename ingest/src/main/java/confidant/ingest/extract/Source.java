package confidant.ingest.extract;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;

/** Bytes to be read and the name they go by: a file on the disk, or what is held in memory. */
public sealed interface Source {

  /**
   * A file on the disk, taken into memory unless it is large: most are looked at more than once.
   *
   * @throws IOException if it cannot be read
   */
  static Source of(Path file) throws IOException {
    return Files.size(file) <= Limits.HELD_BYTES
        ? new OfBytes(String.valueOf(file.getFileName()), Files.readAllBytes(file))
        : new OfFile(file);
  }

  /** The name without folders. */
  String name();

  /** How many bytes there are. */
  long size() throws IOException;

  /** All bytes. */
  byte[] bytes() throws IOException;

  /** The bytes from the first on; the caller closes the stream. */
  InputStream open() throws IOException;

  /** A file on the disk. */
  record OfFile(Path path) implements Source {

    @Override
    public String name() {
      return String.valueOf(path.getFileName());
    }

    @Override
    public long size() throws IOException {
      return Files.size(path);
    }

    @Override
    public byte[] bytes() throws IOException {
      return Files.readAllBytes(path);
    }

    @Override
    public InputStream open() throws IOException {
      return Files.newInputStream(path);
    }
  }

  /** What is held in memory: a file that is not large, or what was inside another document. */
  record OfBytes(String name, byte[] bytes) implements Source {

    @Override
    public long size() {
      return bytes.length;
    }

    @Override
    public InputStream open() {
      return new ByteArrayInputStream(bytes);
    }
  }
}

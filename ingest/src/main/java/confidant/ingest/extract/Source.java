package confidant.ingest.extract;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;

/** Bytes to be read and the name they go by: a file, or an attachment that is held in memory. */
public sealed interface Source {

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

  /** What was inside another document. */
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

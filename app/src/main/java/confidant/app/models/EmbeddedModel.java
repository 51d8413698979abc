package confidant.app.models;

import confidant.app.storage.AppDirs;
import confidant.app.storage.AtomicFile;
import confidant.app.storage.AtomicFolder;
import confidant.app.storage.DiskFull;
import confidant.engine.api.EngineException;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.AccessDeniedException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The checkpoint inside the program: the trained demo model or, in a build without it, random
 * weights in the true format, so that everything can be tried before a real model is there. It is
 * unpacked into the cache folder because weights are read from a mapped file.
 */
final class EmbeddedModel {
  static final String DEMO = "demo-model.pack";
  static final String UNTRAINED = "untrained-tiny.gguf";
  private static final String DEMO_PREFIX = "demo-";
  private static final int NAME_DIGITS = 16;
  private final Path folder;
  private final Function<String, @Nullable InputStream> resources;

  EmbeddedModel(AppDirs dirs) {
    this(dirs, EmbeddedModel.class::getResourceAsStream);
  }

  /**
   * One with other content.
   *
   * @param resources gives {@link #DEMO} and {@link #UNTRAINED}, null for what is not there
   */
  EmbeddedModel(AppDirs dirs, Function<String, @Nullable InputStream> resources) {
    this.folder = dirs.cache().resolve("models");
    this.resources = resources;
  }

  /**
   * The unpacked copy. Its name holds the start of the SHA-256 digest of what it was made from, so
   * a newer program unpacks its own; a copy whose content is not what it should be is replaced.
   */
  ModelChoice unpack() throws EngineException {
    try {
      Optional<byte[]> demo = content(DEMO);
      return demo.isPresent()
          ? choice("demo model", unpackDemo(demo.get()))
          : choice("untrained test model", unpackUntrained());
    } catch (IOException e) {
      throw notUnpacked(e);
    }
  }

  private static ModelChoice choice(String name, Path path) {
    return new ModelChoice(path, ModelChoice.Source.EMBEDDED, name);
  }

  private Path unpackDemo(byte[] packed) throws IOException {
    Path copy = folder.resolve(DEMO_PREFIX + digits(sha256(packed)));
    if (!isCopy(packed, copy)) {
      try {
        AtomicFolder.write(copy, empty -> PackedModel.unpack(stream(packed), empty));
      } catch (IOException e) {
        // Another process may have been faster.
        if (!isCopy(packed, copy)) {
          throw e;
        }
      }
      removeAllBut(copy);
    }
    return copy;
  }

  private static boolean isCopy(byte[] packed, Path copy) throws IOException {
    return PackedModel.holds(stream(packed), copy);
  }

  private static InputStream stream(byte[] bytes) {
    return new ByteArrayInputStream(bytes);
  }

  /** Other versions of the program leave copies, and those that were killed, parts of one. */
  private void removeAllBut(Path copy) throws IOException {
    String name = String.valueOf(copy.getFileName());
    try (DirectoryStream<Path> found = Files.newDirectoryStream(folder, DEMO_PREFIX + "*")) {
      for (Path other : found) {
        // A process that is unpacking the same one has a temporary folder whose name begins so.
        if (!String.valueOf(other.getFileName()).startsWith(name)) {
          removeIfUnused(other);
        }
      }
    }
  }

  private static void removeIfUnused(Path copy) {
    try {
      AtomicFolder.delete(copy);
    } catch (IOException e) {
      // Windows keeps what another process has open; the next version tries again.
    }
  }

  private Path unpackUntrained() throws IOException {
    byte[] content =
        content(UNTRAINED)
            .orElseThrow(() -> new IOException("the program was built without " + UNTRAINED));
    String digest = sha256(content);
    Path file = folder.resolve("untrained-tiny-" + digits(digest) + ".gguf");
    if (!Files.isRegularFile(file) || !sha256(Files.readAllBytes(file)).equals(digest)) {
      AtomicFile.write(file, stream(content));
    }
    return file;
  }

  /** What to tell the person, by what the disk said. */
  EngineException notUnpacked(IOException failure) {
    if (DiskFull.caused(failure)) {
      return new EngineException.OutOfSpace(
          "There is no room in %s to unpack the embedded model; make room there or name another model with --model."
              .formatted(folder));
    }
    String problem =
        failure instanceof AccessDeniedException
            ? "you have no permission to write there"
            : DiskFull.reason(failure);
    return new EngineException.Failed(
        "The embedded model could not be unpacked into %s: %s; mend that or name another model with --model."
            .formatted(folder, problem),
        failure);
  }

  private Optional<byte[]> content(String resource) throws IOException {
    try (InputStream content = resources.apply(resource)) {
      return content == null ? Optional.empty() : Optional.of(content.readAllBytes());
    }
  }

  private static String digits(String digest) {
    return digest.substring(0, NAME_DIGITS);
  }

  private static String sha256(byte[] content) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }
}

package confidant.app.models;

import confidant.app.storage.AppDirs;
import confidant.app.storage.AtomicFile;
import confidant.app.storage.DiskFull;
import confidant.engine.api.EngineException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * The checkpoint inside the program: random weights in the true format, so that everything can be
 * tried before a real model is there. It is unpacked into the cache folder because weights are read
 * from a mapped file.
 */
final class EmbeddedModel {
  static final String NAME = "untrained test model";
  static final String RESOURCE = "untrained-tiny.gguf";
  private static final int NAME_DIGITS = 16;
  private final Path folder;

  EmbeddedModel(AppDirs dirs) {
    folder = dirs.cache().resolve("models");
  }

  /**
   * The unpacked file. Its name holds the start of its SHA-256 digest, so a newer program unpacks
   * its own; a copy whose content has another digest is replaced.
   */
  Path unpack() throws EngineException {
    try {
      String digest = sha256(resource());
      Path file = folder.resolve("untrained-tiny-" + digest.substring(0, NAME_DIGITS) + ".gguf");
      if (!Files.isRegularFile(file) || !sha256(Files.newInputStream(file)).equals(digest)) {
        try (InputStream content = resource()) {
          AtomicFile.write(file, content);
        }
      }
      return file;
    } catch (IOException e) {
      throw notUnpacked(e);
    }
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

  private static InputStream resource() throws IOException {
    InputStream content = EmbeddedModel.class.getResourceAsStream(RESOURCE);
    if (content == null) {
      throw new IOException("the program was built without " + RESOURCE);
    }
    return content;
  }

  private static String sha256(InputStream content) throws IOException {
    try (DigestInputStream in =
        new DigestInputStream(content, MessageDigest.getInstance("SHA-256"))) {
      in.transferTo(java.io.OutputStream.nullOutputStream());
      return HexFormat.of().formatHex(in.getMessageDigest().digest());
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }
}

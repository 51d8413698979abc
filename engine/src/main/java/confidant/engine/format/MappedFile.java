package confidant.engine.format;

import confidant.engine.api.EngineException;
import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/**
 * A file mapped read-only as a whole. Mapping reads nothing; pages come from disk when touched.
 *
 * @param bytes the content, alive as long as the arena it was mapped into
 */
public record MappedFile(Path path, MemorySegment bytes) {
  private static final byte[] LFS_POINTER =
      "version https://git-lfs".getBytes(StandardCharsets.US_ASCII);

  /**
   * Maps {@code path} into {@code arena}.
   *
   * @throws EngineException.NotFound if it is missing, is no file or may not be read
   * @throws EngineException.Damaged if it is empty or stands for a file that was not fetched
   */
  public static MappedFile open(Path path, Arena arena) throws EngineException {
    RegularFiles.require(path);
    try (FileChannel channel = FileChannel.open(path, StandardOpenOption.READ)) {
      MemorySegment bytes = channel.map(FileChannel.MapMode.READ_ONLY, 0, channel.size(), arena);
      MappedFile file = new MappedFile(path, bytes);
      file.refuseStandIns();
      return file;
    } catch (NoSuchFileException e) {
      throw new EngineException.NotFound(
          "There is no file " + path + ": check the path of the model.");
    } catch (AccessDeniedException e) {
      throw new EngineException.NotFound(
          path + " may not be read: give yourself permission to read the file.");
    } catch (IOException e) {
      throw new EngineException.Failed(
          path + " could not be mapped into memory (" + IoReason.of(e) + "): try again.", e);
    }
  }

  private void refuseStandIns() throws EngineException {
    if (bytes.byteSize() == 0) {
      throw damaged("the file is empty");
    }
    if (startsWith(LFS_POINTER)) {
      throw damaged("this is a Git LFS pointer and not the file itself");
    }
  }

  /** The last part of the path, for messages. */
  public String name() {
    Path name = path.getFileName();
    return name == null ? path.toString() : name.toString();
  }

  public long size() {
    return bytes.byteSize();
  }

  /** Whether the file begins with {@code prefix}. */
  public boolean startsWith(byte[] prefix) {
    return size() >= prefix.length
        && bytes.asSlice(0, prefix.length).mismatch(MemorySegment.ofArray(prefix)) < 0;
  }

  /** A failure of this file: what is wrong, where, and the one thing a reader can do. */
  public EngineException.Damaged damaged(String what) {
    return new EngineException.Damaged(name() + " is damaged: " + what + "; fetch the file again.");
  }
}

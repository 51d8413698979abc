package confidant.engine.loading;

import confidant.engine.api.EngineException;
import confidant.engine.format.IoReason;
import confidant.engine.format.RegularFiles;
import confidant.engine.json.Json;
import confidant.engine.json.JsonException;
import confidant.engine.json.JsonValue.JsonObject;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** Reads the small JSON files beside the weights. */
final class JsonFiles {
  /** Real ones take at most some 100 KB; the limit bounds what a hostile one can allocate. */
  private static final long MAX_BYTES = 8 << 20;

  private JsonFiles() {}

  /** Reads the object in {@code file}. */
  static JsonObject read(Path file) throws EngineException {
    RegularFiles.require(file);
    try {
      if (Files.size(file) > MAX_BYTES) {
        throw damaged(file, "it is larger than " + MAX_BYTES + " bytes", null);
      }
      return Json.parseObject(Files.readString(file));
    } catch (NoSuchFileException e) {
      throw new EngineException.NotFound(
          "There is no file " + file + ": fetch the whole folder of the model.");
    } catch (AccessDeniedException e) {
      throw new EngineException.NotFound(
          file + " may not be read: give yourself permission to read the file.");
    } catch (CharacterCodingException e) {
      throw damaged(file, "it is not UTF-8 text", e);
    } catch (JsonException e) {
      throw damaged(file, "it is not the JSON expected (" + e.getMessage() + ")", e);
    } catch (IOException e) {
      throw new EngineException.Failed(
          file + " could not be read (" + IoReason.of(e) + "): try again.", e);
    }
  }

  static EngineException.Damaged damaged(Path file, String what, @Nullable Throwable cause) {
    String message = file.getFileName() + " is damaged: " + what + "; fetch the file again.";
    return cause == null
        ? new EngineException.Damaged(message)
        : new EngineException.Damaged(message, cause);
  }
}

package confidant.engine.format.gguf;

import confidant.engine.api.EngineException;
import confidant.engine.format.MappedFile;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.charset.StandardCharsets;

/**
 * Walks over strings that follow each other, through a window on the heap. A vocabulary is 650,000
 * of them, met before the JVM has compiled anything, and in its interpreter an array is several
 * times faster than mapped memory.
 */
final class StringRun {
  private static final int WINDOW_BYTES = 1 << 18;
  private static final int LENGTH_BYTES = Long.BYTES;

  private final MappedFile file;
  private final byte[] window = new byte[WINDOW_BYTES];
  private long windowStart;
  private int windowBytes;
  private long at;

  /**
   * @param at where the first string begins
   */
  StringRun(MappedFile file, long at) {
    this.file = file;
    this.at = at;
    this.windowStart = at;
  }

  /** Where the next string begins. */
  long position() {
    return at;
  }

  /**
   * Passes over {@code count} strings.
   *
   * @throws EngineException.Damaged if one of them ends past the file's end
   */
  void skip(long count) throws EngineException {
    for (long i = 0; i < count; i++) {
      at += LENGTH_BYTES + length();
    }
  }

  /**
   * The next string.
   *
   * @param limit most bytes
   * @param what it is, for messages
   */
  String next(int limit, String what) throws EngineException {
    long length = length();
    int inWindow = (int) (at - windowStart) + LENGTH_BYTES;
    if (length > limit || length > windowBytes - inWindow) {
      if (length > Math.min(limit, WINDOW_BYTES - LENGTH_BYTES)) {
        GgufCursor cursor = new GgufCursor(file, at);
        String read = cursor.readString(limit, what);
        at = cursor.position();
        return read;
      }
      fill();
      inWindow = LENGTH_BYTES;
    }
    at += LENGTH_BYTES + length;
    return new String(window, inWindow, (int) length, StandardCharsets.UTF_8);
  }

  /** The length of the next string, which the file has room for. */
  private long length() throws EngineException {
    if (at - windowStart > windowBytes - LENGTH_BYTES) {
      fill();
    }
    long remaining = file.size() - at - LENGTH_BYTES;
    int offset = (int) (at - windowStart);
    long length = 0;
    for (int i = LENGTH_BYTES - 1; i >= 0 && remaining >= 0; i--) {
      length = length << Byte.SIZE | Byte.toUnsignedLong(window[offset + i]);
    }
    // The cursor says what is wrong.
    return length < 0 || length > remaining
        ? new GgufCursor(file, at).readCount(1, GgufCursor.STRING_BYTES)
        : length;
  }

  private void fill() {
    windowStart = at;
    windowBytes = (int) Math.min(WINDOW_BYTES, file.size() - at);
    MemorySegment.copy(file.bytes(), ValueLayout.JAVA_BYTE, at, window, 0, windowBytes);
  }
}

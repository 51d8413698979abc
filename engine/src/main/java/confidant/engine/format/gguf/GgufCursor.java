package confidant.engine.format.gguf;

import confidant.engine.api.EngineException;
import confidant.engine.format.LittleEndian;
import confidant.engine.format.MappedFile;
import java.lang.foreign.ValueLayout;
import java.nio.charset.StandardCharsets;

/** Reads a GGUF file from front to back and never past its end. */
final class GgufCursor {
  /** What the length of a string counts. */
  static final String STRING_BYTES = "bytes of a string";

  private final MappedFile file;
  private long at;

  GgufCursor(MappedFile file, long at) {
    this.file = file;
    this.at = at;
  }

  long position() {
    return at;
  }

  int readByte() throws EngineException {
    return file.bytes().get(ValueLayout.JAVA_BYTE, advance(Byte.BYTES));
  }

  short readShort() throws EngineException {
    return file.bytes().get(LittleEndian.SHORT, advance(Short.BYTES));
  }

  int readInt() throws EngineException {
    return file.bytes().get(LittleEndian.INT, advance(Integer.BYTES));
  }

  long readLong() throws EngineException {
    return file.bytes().get(LittleEndian.LONG, advance(Long.BYTES));
  }

  float readFloat() throws EngineException {
    return file.bytes().get(LittleEndian.FLOAT, advance(Float.BYTES));
  }

  double readDouble() throws EngineException {
    return file.bytes().get(LittleEndian.DOUBLE, advance(Double.BYTES));
  }

  /**
   * Reads a number of things that follow.
   *
   * @param minimumBytes the fewest bytes that one of them takes
   * @throws EngineException.Damaged if the rest of the file cannot hold that many
   */
  long readCount(long minimumBytes, String things) throws EngineException {
    long count = readLong();
    if (count < 0 || count > remaining() / minimumBytes) {
      throw file.damaged(
          "it announces "
              + Long.toUnsignedString(count)
              + " "
              + things
              + " where "
              + remaining()
              + " bytes are left");
    }
    return count;
  }

  /** Reads a string of at most {@code limit} bytes. */
  String readString(int limit, String what) throws EngineException {
    long length = readCount(1, STRING_BYTES);
    if (length > limit) {
      throw file.damaged(
          "a " + what + " takes " + length + " bytes, more than the " + limit + " allowed");
    }
    byte[] utf8 = file.bytes().asSlice(advance(length), length).toArray(ValueLayout.JAVA_BYTE);
    return new String(utf8, StandardCharsets.UTF_8);
  }

  /** Passes over strings that follow each other. */
  void skipStrings(long count) throws EngineException {
    StringRun strings = new StringRun(file, at);
    strings.skip(count);
    at = strings.position();
  }

  void skip(long bytes) throws EngineException {
    advance(bytes);
  }

  private long remaining() {
    return file.size() - at;
  }

  private long advance(long bytes) throws EngineException {
    if (bytes > remaining()) {
      throw file.damaged("the header ends in the middle, after " + file.size() + " bytes");
    }
    long start = at;
    at += bytes;
    return start;
  }
}

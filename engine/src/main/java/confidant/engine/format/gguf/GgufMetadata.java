package confidant.engine.format.gguf;

import confidant.engine.api.EngineException;
import confidant.engine.format.LittleEndian;
import confidant.engine.format.MappedFile;
import java.lang.foreign.MemorySegment;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The key/value part of a GGUF file. Values stay in the mapped file until asked for: the vocabulary
 * of gpt-oss alone is 650,000 strings, which opening a model must not pay for.
 */
public final class GgufMetadata {
  private static final int MAX_STRING_BYTES = 1 << 24;

  private final MappedFile file;
  private final Map<String, Entry> entries;

  /** Where a value lies. */
  record Entry(GgufValueType type, long offset) {}

  GgufMetadata(MappedFile file, Map<String, Entry> entries) {
    this.file = file;
    this.entries = new LinkedHashMap<>(entries);
  }

  public boolean has(String key) {
    return entries.containsKey(key);
  }

  public Optional<String> string(String key) throws EngineException {
    Optional<GgufCursor> value = value(key, GgufValueType.STRING);
    return value.isEmpty()
        ? Optional.empty()
        : Optional.of(value.get().readString(MAX_STRING_BYTES, "value of " + key));
  }

  /** An integer of any width. */
  public Optional<Long> integer(String key) throws EngineException {
    Entry entry = entries.get(key);
    return entry == null ? Optional.empty() : Optional.of(integer(key, entry.type, cursor(entry)));
  }

  /** A floating-point number or integer of any width. */
  public Optional<Double> number(String key) throws EngineException {
    Entry entry = entries.get(key);
    if (entry == null) {
      return Optional.empty();
    }
    GgufCursor at = cursor(entry);
    return Optional.of(
        switch (entry.type) {
          case FLOAT32 -> shortest(at.readFloat());
          case FLOAT64 -> at.readDouble();
          default -> (double) integer(key, entry.type, at);
        });
  }

  public Optional<Boolean> bool(String key) throws EngineException {
    Optional<GgufCursor> value = value(key, GgufValueType.BOOL);
    return value.isEmpty() ? Optional.empty() : Optional.of(value.get().readByte() != 0);
  }

  /** An array of strings. */
  public Optional<List<String>> strings(String key) throws EngineException {
    Optional<GgufCursor> value = value(key, GgufValueType.ARRAY);
    if (value.isEmpty()) {
      return Optional.empty();
    }
    GgufCursor at = value.get();
    if (elementType(key, at) != GgufValueType.STRING) {
      throw wrongType(key, "an array of strings");
    }
    long count = at.readCount(GgufValueType.STRING.minimumBytes(), "elements of " + key);
    String what = "element of " + key;
    StringRun run = new StringRun(file, at.position());
    List<String> strings = new ArrayList<>();
    for (long i = 0; i < count; i++) {
      strings.add(run.next(MAX_STRING_BYTES, what));
    }
    return Optional.of(strings);
  }

  /** An array of integers of any width that fit in 32 bits. */
  public Optional<List<Integer>> integers(String key) throws EngineException {
    Optional<GgufCursor> value = value(key, GgufValueType.ARRAY);
    if (value.isEmpty()) {
      return Optional.empty();
    }
    GgufCursor at = value.get();
    GgufValueType type = elementType(key, at);
    long count = at.readCount(type.minimumBytes(), "elements of " + key);
    List<Integer> integers = new ArrayList<>();
    if (type == GgufValueType.INT32 || type == GgufValueType.UINT32) {
      // Token types are 200,000 of these; see StringRun on reading them one by one.
      MemorySegment all = file.bytes().asSlice(at.position(), count * Integer.BYTES);
      for (int element : all.toArray(LittleEndian.INT)) {
        integers.add(element);
      }
      return Optional.of(integers);
    }
    for (long i = 0; i < count; i++) {
      integers.add((int) integer(key, type, at));
    }
    return Optional.of(integers);
  }

  private GgufValueType elementType(String key, GgufCursor at) throws EngineException {
    return GgufValueType.of(at.readInt()).orElseThrow(() -> wrongType(key, "an array"));
  }

  private long integer(String key, GgufValueType type, GgufCursor at) throws EngineException {
    return switch (type) {
      case UINT8 -> Byte.toUnsignedLong((byte) at.readByte());
      case INT8 -> at.readByte();
      case UINT16 -> Short.toUnsignedLong(at.readShort());
      case INT16 -> at.readShort();
      case UINT32 -> Integer.toUnsignedLong(at.readInt());
      case INT32 -> at.readInt();
      case UINT64, INT64 -> at.readLong();
      default -> throw wrongType(key, "an integer");
    };
  }

  private Optional<GgufCursor> value(String key, GgufValueType type) throws EngineException {
    Entry entry = entries.get(key);
    if (entry == null) {
      return Optional.empty();
    }
    if (entry.type != type) {
      throw wrongType(key, "of type " + type.label());
    }
    return Optional.of(cursor(entry));
  }

  private GgufCursor cursor(Entry entry) {
    return new GgufCursor(file, entry.offset);
  }

  private EngineException wrongType(String key, String expected) {
    Entry entry = entries.get(key);
    String actual = entry == null ? "missing" : entry.type.label();
    return file.damaged("its metadata " + key + " should be " + expected + ", is " + actual);
  }

  /** The decimal number that was meant: 1e-5, not 9.999999747378752e-6. */
  private static double shortest(float value) {
    return Double.parseDouble(Float.toString(value));
  }
}

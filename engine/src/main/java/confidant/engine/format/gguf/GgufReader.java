package confidant.engine.format.gguf;

import confidant.engine.api.EngineException;
import confidant.engine.format.MappedFile;
import confidant.engine.format.StoredTensor;
import confidant.engine.tensor.DType;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * Reads the header of a GGUF file, versions 2 and 3, little-endian:
 *
 * <ul>
 *   <li>{@code "GGUF"}, version (uint32), tensor count (uint64), metadata count (uint64)
 *   <li>per metadata entry: key (string), value type (uint32), value
 *   <li>per tensor: name (string), dimensions (uint32), each dimension innermost first (uint64),
 *       element type (uint32), offset into the data (uint64)
 *   <li>padding to {@code general.alignment} (default 32), then the data
 * </ul>
 *
 * A string is its length (uint64) and UTF-8. Tensors follow each other without gaps, each padded to
 * the alignment. Every count and offset is held against the bytes that are there before anything is
 * allocated for it.
 */
public final class GgufReader {
  private static final byte[] MAGIC = "GGUF".getBytes(StandardCharsets.US_ASCII);
  private static final int MIN_VERSION = 2;
  private static final int MAX_VERSION = 3;
  private static final int DEFAULT_ALIGNMENT = 32;
  private static final int MAX_ALIGNMENT = 1 << 20;
  private static final int MAX_KEY_BYTES = 1 << 16;
  private static final int MAX_DIMENSIONS = 4;
  private static final int MAX_ARRAY_DEPTH = 4;
  private static final int MIN_ENTRY_BYTES = 8 + 4 + 1;
  private static final int MIN_TENSOR_BYTES = 8 + 4 + 8 + 4 + 8;

  private final MappedFile file;
  private final GgufCursor cursor;

  private GgufReader(MappedFile file) {
    this.file = file;
    this.cursor = new GgufCursor(file, MAGIC.length);
  }

  /** Whether {@code file} begins like a GGUF file. */
  public static boolean isGguf(MappedFile file) {
    return file.startsWith(MAGIC);
  }

  /** Reads the header of {@code file}, mapped into {@code arena}; touches no tensor. */
  public static GgufFile read(Path path, Arena arena) throws EngineException {
    MappedFile file = MappedFile.open(path, arena);
    if (!isGguf(file)) {
      throw file.damaged("it does not begin like a GGUF file");
    }
    return new GgufReader(file).read();
  }

  private GgufFile read() throws EngineException {
    checkVersion(cursor.readInt());
    long tensorCount = cursor.readCount(MIN_TENSOR_BYTES, "tensors");
    long entryCount = cursor.readCount(MIN_ENTRY_BYTES, "metadata entries");
    GgufMetadata metadata = new GgufMetadata(file, readEntries(entryCount));
    List<Header> headers = new ArrayList<>();
    for (long i = 0; i < tensorCount; i++) {
      headers.add(readHeader());
    }
    return new GgufFile(file, metadata, locate(headers, alignment(metadata)));
  }

  private void checkVersion(int version) throws EngineException {
    int swapped = Integer.reverseBytes(version);
    if (swapped >= 1 && swapped <= MAX_VERSION) {
      throw new EngineException.Unsupported(
          file.name() + " is a big-endian GGUF file: get the little-endian one.");
    }
    if (version < MIN_VERSION || version > MAX_VERSION) {
      throw new EngineException.Unsupported(
          file.name()
              + " is a GGUF file of version "
              + Integer.toUnsignedString(version)
              + ", versions 2 and 3 can be read: get a current file.");
    }
  }

  private Map<String, GgufMetadata.Entry> readEntries(long count) throws EngineException {
    Map<String, GgufMetadata.Entry> entries = new LinkedHashMap<>();
    for (long i = 0; i < count; i++) {
      String key = cursor.readString(MAX_KEY_BYTES, "metadata key");
      GgufValueType type = readType(key);
      if (entries.put(key, new GgufMetadata.Entry(type, cursor.position())) != null) {
        throw file.damaged("its metadata " + key + " stands there twice");
      }
      skipValue(key, type, 0);
    }
    return entries;
  }

  private GgufValueType readType(String key) throws EngineException {
    int id = cursor.readInt();
    return GgufValueType.of(id)
        .orElseThrow(
            () ->
                file.damaged(
                    "its metadata "
                        + key
                        + " has the unknown type "
                        + Integer.toUnsignedString(id)));
  }

  private void skipValue(String key, GgufValueType type, int depth) throws EngineException {
    switch (type) {
      case STRING -> cursor.skip(cursor.readCount(1, GgufCursor.STRING_BYTES));
      case ARRAY -> {
        if (depth == MAX_ARRAY_DEPTH) {
          throw file.damaged("its metadata " + key + " nests arrays deeper than any model does");
        }
        GgufValueType element = readType(key);
        long count = cursor.readCount(element.minimumBytes(), "elements of " + key);
        if (element.isFixedSize()) {
          cursor.skip(count * element.minimumBytes());
        } else if (element == GgufValueType.STRING) {
          cursor.skipStrings(count);
        } else {
          for (long i = 0; i < count; i++) {
            skipValue(key, element, depth + 1);
          }
        }
      }
      default -> cursor.skip(type.minimumBytes());
    }
  }

  private int alignment(GgufMetadata metadata) throws EngineException {
    long alignment = metadata.integer("general.alignment").orElse((long) DEFAULT_ALIGNMENT);
    if (alignment < 1 || alignment > MAX_ALIGNMENT || Long.bitCount(alignment) != 1) {
      throw file.damaged("its alignment is " + alignment);
    }
    return (int) alignment;
  }

  /** A tensor as the header lists it; {@code offset} counts from the start of the data. */
  private record Header(String name, List<Long> shape, int typeId, long offset) {}

  private Header readHeader() throws EngineException {
    String name = cursor.readString(MAX_KEY_BYTES, "tensor name");
    int dimensions = cursor.readInt();
    if (dimensions < 1 || dimensions > MAX_DIMENSIONS) {
      throw file.damaged(
          "tensor " + name + " has " + Integer.toUnsignedString(dimensions) + " dimensions");
    }
    List<Long> shape = new ArrayList<>(dimensions);
    for (int i = 0; i < dimensions; i++) {
      shape.addFirst(cursor.readLong());
    }
    return new Header(name, shape, cursor.readInt(), cursor.readLong());
  }

  private List<StoredTensor> locate(List<Header> headers, int alignment) throws EngineException {
    long dataStart = (cursor.position() + alignment - 1) / alignment * alignment;
    GgufPacking packing = new GgufPacking(file, dataStart, alignment);
    List<StoredTensor> tensors = new ArrayList<>(headers.size());
    for (Header header : headers) {
      Optional<GgmlType> type = GgmlType.of(header.typeId);
      String typeName =
          type.map(t -> t == GgmlType.MXFP4_OLLAMA ? GgmlType.MXFP4.name() : t.name())
              .orElseGet(() -> "type " + Integer.toUnsignedString(header.typeId));
      Optional<DType> run = type.flatMap(GgmlType::run);
      long elements = StoredTensor.elements(file, header.name, header.shape);
      MemorySegment data =
          run.isEmpty() ? MemorySegment.NULL : slice(header, run.get(), elements, dataStart);
      if (header.offset % alignment != 0) {
        throw file.damaged("tensor " + header.name + " is not aligned");
      }
      packing.add(
          header.name,
          header.offset,
          run.isEmpty() ? OptionalLong.empty() : OptionalLong.of(data.byteSize()));
      tensors.add(new StoredTensor(header.name, file, typeName, run, header.shape, data));
    }
    StoredTensor.requireDisjoint(tensors);
    packing.requireNoGaps();
    return tensors;
  }

  private MemorySegment slice(Header header, DType type, long elements, long dataStart)
      throws EngineException {
    if (header.shape.getLast() % type.blockElements() != 0) {
      throw file.damaged(
          "tensor "
              + header.name
              + " has rows of "
              + header.shape.getLast()
              + " elements, no whole number of "
              + type.label()
              + " blocks");
    }
    long blocks = elements / type.blockElements();
    long available = file.size() - dataStart - header.offset;
    if (header.offset < 0 || blocks > Math.max(0, available) / type.blockBytes()) {
      throw file.damaged(
          "tensor " + header.name + " lies past the end of the file (" + file.size() + " bytes)");
    }
    return file.bytes().asSlice(dataStart + header.offset, blocks * type.blockBytes());
  }
}

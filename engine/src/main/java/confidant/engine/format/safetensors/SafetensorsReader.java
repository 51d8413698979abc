package confidant.engine.format.safetensors;

import confidant.engine.api.EngineException;
import confidant.engine.format.LittleEndian;
import confidant.engine.format.MappedFile;
import confidant.engine.format.StoredTensor;
import confidant.engine.json.Json;
import confidant.engine.json.JsonException;
import confidant.engine.json.JsonValue;
import confidant.engine.json.JsonValue.JsonNumber;
import confidant.engine.json.JsonValue.JsonObject;
import java.lang.foreign.Arena;
import java.lang.foreign.ValueLayout;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Reads the header of a safetensors file:
 *
 * <ul>
 *   <li>length n of the header (uint64, little-endian)
 *   <li>n bytes of JSON, space-padded: per tensor {@code dtype}, {@code shape} and {@code
 *       data_offsets} [begin, end) counted from the end of the header; {@code __metadata__} is no
 *       tensor
 *   <li>the data: every byte belongs to exactly one tensor
 * </ul>
 */
public final class SafetensorsReader {
  /** Where the JSON begins. */
  private static final int PREFIX_BYTES = 8;

  /** Headers of gpt-oss take 200 KB; the limit bounds what a hostile one can allocate. */
  private static final long MAX_HEADER_BYTES = 8 << 20;

  private static final String METADATA = "__metadata__";

  private final MappedFile file;
  private final long dataStart;

  private SafetensorsReader(MappedFile file, long headerBytes) {
    this.file = file;
    this.dataStart = PREFIX_BYTES + headerBytes;
  }

  /** Whether {@code file} begins like a safetensors file. */
  public static boolean isSafetensors(MappedFile file) {
    return file.size() > PREFIX_BYTES
        && file.bytes().get(ValueLayout.JAVA_BYTE, PREFIX_BYTES) == '{';
  }

  /** Reads the header of the file at {@code path}, mapped into {@code arena}. */
  public static SafetensorsFile read(Path path, Arena arena) throws EngineException {
    MappedFile file = MappedFile.open(path, arena);
    if (file.size() <= PREFIX_BYTES) {
      throw file.damaged("it ends after " + file.size() + " bytes");
    }
    long headerBytes = file.bytes().get(LittleEndian.LONG, 0);
    if (headerBytes < 0 || headerBytes > file.size() - PREFIX_BYTES) {
      throw file.damaged(
          "its header would take "
              + Long.toUnsignedString(headerBytes)
              + " bytes, the file has "
              + file.size());
    }
    if (headerBytes > MAX_HEADER_BYTES) {
      throw file.damaged(
          "its header takes "
              + headerBytes
              + " bytes, more than the "
              + MAX_HEADER_BYTES
              + " allowed");
    }
    return new SafetensorsReader(file, headerBytes).read();
  }

  private SafetensorsFile read() throws EngineException {
    List<StoredTensor> tensors = new ArrayList<>();
    try {
      for (Map.Entry<String, JsonValue> member : header().members().entrySet()) {
        if (!member.getKey().equals(METADATA)) {
          tensors.add(tensor(member.getKey(), member.getValue()));
        }
      }
    } catch (JsonException e) {
      throw file.damaged("its header is wrong: " + e.getMessage());
    }
    return new SafetensorsFile(file, requireComplete(tensors));
  }

  private JsonObject header() {
    byte[] json =
        file.bytes().asSlice(PREFIX_BYTES, dataStart - PREFIX_BYTES).toArray(ValueLayout.JAVA_BYTE);
    return Json.parseObject(new String(json, StandardCharsets.UTF_8));
  }

  private StoredTensor tensor(String name, JsonValue value) throws EngineException {
    if (!(value instanceof JsonObject entry)) {
      throw file.damaged("tensor " + name + " is not described by an object");
    }
    String typeName = entry.string("dtype").orElseThrow(() -> missing(name, "dtype"));
    List<Long> shape = numbers(entry, name, "shape");
    List<Long> offsets = numbers(entry, name, "data_offsets");
    long elements = StoredTensor.elements(file, name, shape);
    if (offsets.size() != 2 || offsets.get(0) < 0 || offsets.get(1) < offsets.get(0)) {
      throw file.damaged("tensor " + name + " has the impossible offsets " + offsets);
    }
    long begin = offsets.get(0);
    long bytes = offsets.get(1) - begin;
    if (offsets.get(1) > file.size() - dataStart) {
      throw file.damaged(
          "tensor "
              + name
              + " ends "
              + (offsets.get(1) - (file.size() - dataStart))
              + " bytes past the end of the file");
    }
    Optional<SafetensorsType> type = SafetensorsType.of(typeName);
    if (type.isPresent()
        && (bytes % type.get().bytes() != 0 || bytes / type.get().bytes() != elements)) {
      throw file.damaged(
          "tensor "
              + name
              + " takes "
              + bytes
              + " bytes, which is not "
              + typeName
              + " of shape "
              + shape);
    }
    return new StoredTensor(
        name,
        file,
        typeName,
        type.flatMap(SafetensorsType::run),
        shape,
        file.bytes().asSlice(dataStart + begin, bytes));
  }

  private List<Long> numbers(JsonObject entry, String tensor, String member)
      throws EngineException {
    List<Long> numbers = new ArrayList<>();
    for (JsonValue item : entry.array(member).orElseThrow(() -> missing(tensor, member)).items()) {
      if (!(item instanceof JsonNumber number)) {
        throw file.damaged("tensor " + tensor + " has a " + member + " that is no number");
      }
      numbers.add(number.asLong());
    }
    return numbers;
  }

  private EngineException missing(String tensor, String member) {
    return file.damaged("tensor " + tensor + " has no " + member);
  }

  /** Checks that the tensors cover the data without overlap, gap or rest. */
  private List<StoredTensor> requireComplete(List<StoredTensor> tensors) throws EngineException {
    List<StoredTensor> sorted = StoredTensor.requireDisjoint(tensors);
    long covered = dataStart;
    for (StoredTensor tensor : sorted) {
      if (tensor.fileOffset() != covered) {
        throw file.damaged(
            "bytes " + covered + " to " + tensor.fileOffset() + " belong to no tensor");
      }
      covered += tensor.data().byteSize();
    }
    if (covered != file.size()) {
      throw file.damaged("bytes " + covered + " to " + file.size() + " belong to no tensor");
    }
    return sorted;
  }
}

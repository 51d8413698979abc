package confidant.app.cli;

import confidant.engine.api.MemoryReport;
import confidant.engine.chat.TokenEvent;
import confidant.engine.json.JsonValue;
import confidant.engine.json.JsonValue.JsonArray;
import confidant.engine.json.JsonValue.ObjectBuilder;
import java.util.List;
import java.util.Locale;
import java.util.OptionalLong;

/** What is in memory, in words and as JSON. */
final class MemoryText {
  private static final String UNTOLD = "the system does not tell how much is in memory";
  private static final double NANOS_PER_SECOND = 1e9;

  private MemoryText() {}

  /** How much of a part is in memory, for a row of a table. */
  static String line(MemoryReport.Part part) {
    String mapped = Sizes.bytes(part.mappedBytes());
    return part.residentBytes().isEmpty()
        ? "%s; %s".formatted(mapped, UNTOLD)
        : "%s, %s in memory".formatted(mapped, Sizes.bytes(part.residentBytes().getAsLong()));
  }

  /** The parts as an array; a figure that the system does not tell is left out. */
  static JsonArray toJson(List<MemoryReport.Part> parts) {
    return new JsonArray(parts.stream().map(MemoryText::toJson).toList());
  }

  private static JsonValue toJson(MemoryReport.Part part) {
    ObjectBuilder json =
        JsonValue.object()
            .put("part", part.part().name().toLowerCase(Locale.ROOT))
            .put("mapped_bytes", part.mappedBytes());
    put(json, "resident_bytes", part.residentBytes());
    return json.build();
  }

  /** Adds all figures; those that the system does not tell are left out. */
  static ObjectBuilder put(MemoryReport report, ObjectBuilder json) {
    json.put("parts", toJson(report.parts()))
        .put("heap_bytes", report.heapBytes())
        .put("cache_bytes", report.cacheBytes());
    put(json, "anonymous_bytes", report.anonymousBytes());
    put(json, "file_bytes", report.fileBytes());
    put(json, "shared_bytes", report.sharedBytes());
    put(json, "page_ins", report.pageIns());
    put(json, "disk_bytes", report.diskBytes());
    return json;
  }

  private static void put(ObjectBuilder json, String name, OptionalLong figure) {
    figure.ifPresent(value -> json.put(name, value));
  }

  /** A sentence on what is in memory. */
  static String memory(MemoryReport report) {
    StringBuilder text = new StringBuilder("Memory: ");
    report
        .anonymousBytes()
        .ifPresent(own -> text.append("%s of its own, of which ".formatted(Sizes.bytes(own))));
    text.append(
        "heap %s and keys and values %s; "
            .formatted(Sizes.bytes(report.heapBytes()), Sizes.bytes(report.cacheBytes())));
    text.append(
        report.residentBytes().isEmpty()
            ? "weights %s, %s".formatted(Sizes.bytes(report.mappedBytes()), UNTOLD)
            : "%s of %s of weights"
                .formatted(
                    Sizes.bytes(report.residentBytes().getAsLong()),
                    Sizes.bytes(report.mappedBytes())));
    report
        .pageIns()
        .ifPresent(times -> text.append("; waited for %,d pages from disk".formatted(times)));
    report
        .diskBytes()
        .ifPresent(bytes -> text.append(", %s read from there".formatted(Sizes.bytes(bytes))));
    return text.append('.').toString();
  }

  /** A sentence on how fast an answer came. */
  static String speed(TokenEvent.Usage usage) {
    return "Speed: read %,d tokens in %s, %,d known before; wrote %,d in %s."
        .formatted(
            usage.promptTokens() - usage.reusedTokens(),
            pace(usage.promptTokens() - usage.reusedTokens(), usage.prefillNanos()),
            usage.reusedTokens(),
            usage.generatedTokens(),
            pace(usage.generatedTokens(), usage.decodeNanos()));
  }

  private static String pace(int tokens, long nanos) {
    double seconds = nanos / NANOS_PER_SECOND;
    return "%.1f s (%.1f a second)".formatted(seconds, seconds > 0 ? tokens / seconds : 0);
  }
}

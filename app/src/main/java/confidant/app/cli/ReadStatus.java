package confidant.app.cli;

import confidant.engine.json.Json;
import confidant.engine.json.JsonException;
import confidant.engine.json.JsonValue;
import confidant.engine.json.JsonValue.JsonObject;
import confidant.engine.json.JsonValue.ObjectBuilder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.OptionalLong;

/**
 * The file {@code STATUS.json} in a folder of readings: of every paper whether it was read, how
 * long that took, and what the reading process held in memory by then. What an earlier run wrote of
 * other papers stays.
 */
final class ReadStatus {
  private static final String NAME = "STATUS.json";
  private static final long NANOS_PER_MILLI = 1_000_000;

  private final OutFolder folder;
  private final Map<String, JsonValue> papers = new LinkedHashMap<>();

  ReadStatus(OutFolder folder) {
    this.folder = folder;
    papers.putAll(earlier(folder.path().resolve(NAME)));
  }

  private static Map<String, JsonValue> earlier(Path file) {
    try {
      return Files.exists(file)
          ? Json.parseObject(Files.readString(file)).members()
          : Map.<String, JsonValue>of();
    } catch (IOException | JsonException e) {
      // It is written anew.
      return Map.of();
    }
  }

  /**
   * Takes down what became of a paper.
   *
   * @param peakBytes most memory of the reading process so far
   */
  void add(String paper, boolean read, long nanos, OptionalLong peakBytes) {
    ObjectBuilder entry =
        JsonValue.object()
            .put("status", read ? "ok" : "error")
            .put("ms", Math.round((double) nanos / NANOS_PER_MILLI));
    peakBytes.ifPresent(bytes -> entry.put("rss_mb", bytes >> 20));
    papers.put(paper, entry.build());
  }

  void write() throws CommandFailure {
    folder.write(NAME, Json.write(new JsonObject(papers)) + "\n");
  }
}

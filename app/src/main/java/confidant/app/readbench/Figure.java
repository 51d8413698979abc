package confidant.app.readbench;

import confidant.engine.json.JsonValue;
import confidant.engine.json.JsonValue.JsonObject;
import confidant.engine.json.JsonValue.ObjectBuilder;
import java.util.OptionalLong;

/**
 * What one way of reading took for the papers of one kind.
 *
 * @param files how many it read
 * @param pages of these files
 * @param p50 milliseconds within which half of the pages were read
 * @param p95 milliseconds within which 95 of 100 pages were read
 * @param peakBytes most memory that its process held; empty if that is not known
 */
record Figure(
    PaperKind kind,
    String method,
    int files,
    int pages,
    double p50,
    double p95,
    OptionalLong peakBytes) {

  JsonObject toJson() {
    ObjectBuilder object =
        JsonValue.object()
            .put("kind", kind.label())
            .put("method", method)
            .put("files", files)
            .put("pages", pages)
            .put("p50_ms_per_page", p50)
            .put("p95_ms_per_page", p95);
    peakBytes.ifPresent(bytes -> object.put("peak_bytes", bytes));
    return object.build();
  }
}

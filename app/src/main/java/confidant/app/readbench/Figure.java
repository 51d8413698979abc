package confidant.app.readbench;

import confidant.engine.json.JsonValue;
import confidant.engine.json.JsonValue.JsonObject;
import confidant.engine.json.JsonValue.ObjectBuilder;
import java.util.OptionalLong;

/**
 * What one way of reading took for the papers of one kind.
 *
 * @param files how many it read
 * @param all of all their pages
 * @param full of the pages of full papers
 * @param peakBytes most memory that its process held; empty if that is not known
 */
record Figure(
    PaperKind kind,
    String method,
    int files,
    PageTimes all,
    PageTimes full,
    OptionalLong peakBytes) {

  JsonObject toJson() {
    ObjectBuilder object =
        JsonValue.object()
            .put("kind", kind.label())
            .put("method", method)
            .put("files", files)
            .put("pages", all.pages())
            .put("p50_ms_per_page", all.p50())
            .put("p95_ms_per_page", all.p95())
            .put("ms", all.sum())
            .put("full_pages", full.pages());
    if (full.pages() > 0) {
      object.put("p50_ms_per_full_page", full.p50()).put("ms_full_pages", full.sum());
    }
    peakBytes.ifPresent(bytes -> object.put("peak_bytes", bytes));
    return object.build();
  }
}

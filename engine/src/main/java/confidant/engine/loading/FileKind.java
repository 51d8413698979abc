package confidant.engine.loading;

import confidant.engine.format.MappedFile;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;

/** Names what a file that is no model is, so that the message helps. */
final class FileKind {
  private static final Map<String, String> BY_BEGINNING = beginnings();

  private FileKind() {}

  private static Map<String, String> beginnings() {
    Map<String, String> kinds = new LinkedHashMap<>();
    kinds.put("%PDF-", "a PDF document");
    kinds.put("PK\3\4", "a zip archive (an office document, or PyTorch weights)");
    kinds.put("lmgg", "a model in a format older than GGUF");
    kinds.put("fmgg", "a model in a format older than GGUF");
    kinds.put("tjgg", "a model in a format older than GGUF");
    kinds.put("\u0089PNG", "a picture");
    kinds.put("\u00FF\u00D8\u00FF", "a picture");
    kinds.put("<!DOCTYPE", "a web page");
    kinds.put("<html", "a web page");
    kinds.put("{", "a JSON text");
    return kinds;
  }

  /** A noun phrase such as "a PDF document". */
  static String describe(MappedFile file) {
    for (Map.Entry<String, String> kind : BY_BEGINNING.entrySet()) {
      if (file.startsWith(kind.getKey().getBytes(StandardCharsets.ISO_8859_1))) {
        return kind.getValue();
      }
    }
    return "a file of an unknown kind";
  }
}

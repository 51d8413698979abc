package confidant.engine.json;

import java.io.Serial;

/** Text that is no JSON, or JSON of another shape than expected; the message says where. */
public final class JsonException extends IllegalArgumentException {
  @Serial private static final long serialVersionUID = 1L;

  public JsonException(String message) {
    super(message);
  }
}

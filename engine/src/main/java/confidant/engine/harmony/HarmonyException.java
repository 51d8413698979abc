package confidant.engine.harmony;

import java.io.Serial;

/** A conversation that cannot be rendered, or tokens that are no conversation. */
public final class HarmonyException extends IllegalArgumentException {
  @Serial private static final long serialVersionUID = 1L;

  public HarmonyException(String message) {
    super(message);
  }
}

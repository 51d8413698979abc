package confidant.ui.error;

import java.io.Serial;
import javafx.event.Event;
import javafx.event.EventType;

/** Somebody wants the details of a failure; whoever has them listens further up. */
public final class DetailsEvent extends Event {
  public static final EventType<DetailsEvent> COPY = new EventType<>(Event.ANY, "COPY_DETAILS");

  @Serial private static final long serialVersionUID = 1L;
  private final String code;

  DetailsEvent(String code) {
    super(COPY);
    this.code = code;
  }

  /** Stable name of what went wrong. */
  public String code() {
    return code;
  }
}

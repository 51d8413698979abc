package confidant.ui.chat;

import confidant.ui.common.Batches;
import confidant.ui.port.ChatPort;
import confidant.ui.port.ChatPort.Upcoming;
import confidant.ui.port.Outlook;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executor;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.value.ObservableValue;

/**
 * What the next question would take. Has it prepared whenever it changes what it would be about.
 */
public final class OutlookViewModel {

  /** What must be said about the room that is left, before it is used up. */
  public enum Warning {
    NONE,
    /** Papers do not fit whole. */
    PAPERS_TOO_LONG,
    /** A few questions more will fill the context. */
    NEARLY_FULL,
    /** The next question will hardly fit. */
    FULL
  }

  /** With less than this share of the context left for questions it is nearly full. */
  private static final double NEARLY_FULL_SHARE = 0.1;

  /** A short question, in tokens. */
  private static final int SHORT_QUESTION = 64;

  private final ChatPort port;
  private final Executor executor;
  private final ObservableValue<Optional<Upcoming>> upcoming;
  private final ReadOnlyObjectWrapper<Outlook> outlook =
      new ReadOnlyObjectWrapper<>(Outlook.UNKNOWN);
  private final ReadOnlyObjectWrapper<Warning> warning = new ReadOnlyObjectWrapper<>(Warning.NONE);
  private final ReadOnlyBooleanWrapper readingAhead = new ReadOnlyBooleanWrapper();
  private boolean scheduled;
  private Optional<Upcoming> prepared = Optional.empty();

  /**
   * @param upcoming what is known of the next question; empty while none can be asked
   */
  OutlookViewModel(ChatPort port, ObservableValue<Optional<Upcoming>> upcoming, Executor executor) {
    this.port = port;
    this.upcoming = upcoming;
    this.executor = executor;
    upcoming.subscribe(this::schedule);
    outlook.subscribe(now -> warning.set(warningOf(now)));
  }

  /** Several things may change in one go: what they come to counts. */
  private void schedule(Optional<Upcoming> next) {
    if (next.isEmpty()) {
      // Asking ends the preparation.
      prepared = Optional.empty();
      readingAhead.set(false);
    }
    if (!scheduled) {
      scheduled = true;
      executor.execute(this::prepare);
    }
  }

  private void prepare() {
    scheduled = false;
    Optional<Upcoming> next = upcoming.getValue();
    if (next.isPresent() && !next.equals(prepared)) {
      prepared = next;
      port.prepare(next.get(), new Batches<>(executor, outlooks -> apply(next, outlooks)));
    }
  }

  private void apply(Optional<Upcoming> about, List<Outlook> outlooks) {
    if (about.equals(prepared)) {
      outlook.set(outlooks.getLast());
      readingAhead.set(outlooks.getLast().beginning().underWay());
    }
  }

  private static Warning warningOf(Outlook outlook) {
    if (outlook.contextTokens() == 0) {
      return Warning.NONE;
    }
    if (!outlook.whole()) {
      return Warning.PAPERS_TOO_LONG;
    }
    if (outlook.freeTokens() < SHORT_QUESTION) {
      return Warning.FULL;
    }
    return outlook.freeTokens() < NEARLY_FULL_SHARE * outlook.contextTokens()
        ? Warning.NEARLY_FULL
        : Warning.NONE;
  }

  /** The latest outlook; {@link Outlook#UNKNOWN} until there is one. */
  public ReadOnlyObjectProperty<Outlook> outlookProperty() {
    return outlook.getReadOnlyProperty();
  }

  public ReadOnlyObjectProperty<Warning> warningProperty() {
    return warning.getReadOnlyProperty();
  }

  /** Whether papers are being read ahead of the question. */
  public ReadOnlyBooleanProperty readingAheadProperty() {
    return readingAhead.getReadOnlyProperty();
  }
}

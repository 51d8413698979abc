package confidant.app.wiring;

import confidant.app.chat.Pace;
import confidant.app.chat.Prospect;
import confidant.ui.port.Effort;
import confidant.ui.port.Outlook;
import java.util.EnumMap;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Tells the window what the next question would take, in its words. */
final class Outlooks {
  private final Effort prepared;
  private final Pace pace;
  private final Consumer<Outlook> listener;
  private @Nullable Prospect latest;

  /**
   * @param prepared the effort that the beginning is read for
   */
  Outlooks(Effort prepared, Pace pace, Consumer<Outlook> listener) {
    this.prepared = prepared;
    this.pace = pace;
    this.listener = listener;
  }

  /**
   * Passes {@code prospect} on.
   *
   * @param underWay whether more of the beginning is being read
   */
  void tell(Prospect prospect, boolean underWay) {
    latest = prospect;
    listener.accept(
        new Outlook(
            prospect.contextTokens(),
            prospect.paperTokens(),
            prospect.conversationTokens(),
            prospect.answerTokens(),
            prospect.whole(),
            new Outlook.Beginning(prospect.beginningTokens(), prospect.readTokens(), underWay),
            seconds(prospect)));
  }

  /** Nothing more is read. */
  void end() {
    if (latest != null) {
      tell(latest, false);
    }
  }

  /** Of papers that do not fit whole nobody knows beforehand how much is read. */
  private Map<Effort, Double> seconds(Prospect prospect) {
    Map<Effort, Double> seconds = new EnumMap<>(Effort.class);
    if (prospect.whole()) {
      for (Effort effort : Effort.values()) {
        // The effort stands at the very beginning: with another one all is read anew.
        int read = effort == prepared ? prospect.readTokens() : 0;
        OptionalDouble estimate =
            pace.seconds(Efforts.toEngine(effort), prospect.beginningTokens() - read);
        estimate.ifPresent(known -> seconds.put(effort, known));
      }
    }
    return seconds;
  }
}

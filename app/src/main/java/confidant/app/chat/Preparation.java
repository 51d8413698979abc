package confidant.app.chat;

import confidant.app.documents.Paper;
import confidant.engine.api.EngineException;
import confidant.engine.chat.Cancellation;
import confidant.engine.chat.ChatSession;
import confidant.engine.chat.Message;
import confidant.engine.chat.ReasoningEffort;
import confidant.ingest.prompt.PackResult;
import confidant.ingest.prompt.PromptPacker;
import confidant.ingest.prompt.TokenCounter;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/**
 * What the prompts of all questions that could be asked now begin with: instructions, earlier
 * turns, and the papers that these lack. It is counted, and read while nobody waits for anything.
 * Papers that do not fit whole are not part of it, since of them the question chooses the pages.
 */
public final class Preparation {
  /** Kept free for the question itself, in tokens. */
  private static final int QUESTION_ROOM = 256;

  /** Passes of one token by which the speed of writing is told before anything is written. */
  private static final int TRIALS = 3;

  private final ChatSession session;
  private final List<Message> beginning;
  private final Prospect prospect;

  private Preparation(ChatSession session, List<Message> beginning, Prospect prospect) {
    this.session = session;
    this.beginning = beginning;
    this.prospect = prospect;
  }

  /**
   * Counts what a question would begin with.
   *
   * @param before what was said before it, about none but {@code papers}
   * @param answerTokens kept free for the answer
   */
  static Preparation of(
      ChatSession session,
      TokenCounter counter,
      Conversation before,
      List<Paper> papers,
      ReasoningEffort effort,
      LocalDate today,
      int answerTokens) {
    List<Message> beginning = new ArrayList<>(before.messages(effort, today));
    int said = session.countTokens(beginning);
    int standing = before.paperTexts().stream().mapToInt(counter::count).sum();
    int room = session.contextTokens() - answerTokens - said - QUESTION_ROOM;
    PackResult packed =
        PromptPacker.pack(
            before.lacking(papers).stream().map(Paper::forPrompt).toList(),
            Math.max(0, room),
            counter);
    int lacking =
        switch (packed) {
          case PackResult.Packed all -> {
            if (!all.text().isEmpty()) {
              beginning.add(Turn.beginning(all.text()));
            }
            yield all.tokens();
          }
          case PackResult.TooLong tooLong -> tooLong.neededTokens();
        };
    Prospect prospect =
        new Prospect(
            session.contextTokens(),
            standing + lacking,
            Math.max(0, said - standing),
            answerTokens,
            packed instanceof PackResult.Packed,
            session.countTokens(beginning),
            session.heldTokens(beginning));
    return new Preparation(session, List.copyOf(beginning), prospect);
  }

  /** What the question would take, and how much of its beginning is read. */
  public Prospect prospect() {
    return prospect;
  }

  /**
   * Reads the beginning, as far as nobody cancels. What was read is kept.
   *
   * @param pace learns how fast that goes and, if it knows nothing of that, how fast writing does
   * @param listener told how much is read, again and again
   */
  public void read(Pace pace, Cancellation cancellation, Consumer<Prospect> listener)
      throws EngineException {
    PaceMeter meter = new PaceMeter(pace, System::nanoTime);
    session.prefill(
        beginning,
        cancellation,
        progress -> {
          meter.read(progress);
          listener.accept(prospect.read(progress.reused() + progress.done()));
        });
    meter.endReading();
    if (!cancellation.isCancelled()) {
      tryWriting(pace, cancellation);
      listener.accept(prospect.read(prospect.beginningTokens()));
    }
  }

  /**
   * Reading again what is held takes one pass, for the last token, as writing one does. The first
   * passes of that size may still be slow; the last one counts.
   */
  private void tryWriting(Pace pace, Cancellation cancellation) throws EngineException {
    if (pace.knowsWriting()) {
      return;
    }
    long nanos = 0;
    for (int i = 0; i < TRIALS; i++) {
      long start = System.nanoTime();
      session.prefill(beginning, cancellation, progress -> {});
      nanos = System.nanoTime() - start;
      if (cancellation.isCancelled()) {
        return;
      }
    }
    pace.wrote(1, nanos);
  }
}

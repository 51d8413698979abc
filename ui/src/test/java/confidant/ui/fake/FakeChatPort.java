package confidant.ui.fake;

import confidant.ui.port.ChatEvent;
import confidant.ui.port.ChatPort;
import confidant.ui.port.Outlook;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;

/** Remembers questions; the test sends the events. */
public final class FakeChatPort implements ChatPort {
  public final List<Question> questions = new CopyOnWriteArrayList<>();
  public final AtomicInteger stops = new AtomicInteger();
  public final AtomicInteger answersNow = new AtomicInteger();
  public final List<Upcoming> prepared = new CopyOnWriteArrayList<>();
  public final List<String> forgotten = new CopyOnWriteArrayList<>();
  private final List<Consumer<ChatEvent>> listeners = new CopyOnWriteArrayList<>();
  private final List<Consumer<Outlook>> outlooks = new CopyOnWriteArrayList<>();

  @Override
  public Answering ask(Question question, Consumer<ChatEvent> listener) {
    questions.add(question);
    listeners.add(listener);
    return new Answering() {
      @Override
      public void stop() {
        stops.incrementAndGet();
      }

      @Override
      public void answerNow() {
        answersNow.incrementAndGet();
      }
    };
  }

  @Override
  public void prepare(Upcoming upcoming, Consumer<Outlook> listener) {
    prepared.add(upcoming);
    outlooks.add(listener);
  }

  @Override
  public void forget(Collection<String> turnIds) {
    forgotten.addAll(turnIds);
  }

  /** Sends events to whoever asked last. */
  public void send(ChatEvent... events) {
    sendTo(questions.size() - 1, events);
  }

  /** Tells the outlook to whoever had a question prepared last. */
  public void send(Outlook outlook) {
    outlooks.getLast().accept(outlook);
  }

  /** Tells the outlook to whoever had a question prepared as the one with this index, from 0. */
  public void sendTo(int preparation, Outlook outlook) {
    outlooks.get(preparation).accept(outlook);
  }

  /** Sends events to whoever asked the question with this index, from 0. */
  public void sendTo(int question, ChatEvent... events) {
    for (ChatEvent event : events) {
      listeners.get(question).accept(event);
    }
  }
}

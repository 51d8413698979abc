package confidant.ui.fake;

import confidant.ui.port.ChatEvent;
import confidant.ui.port.ChatPort;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;

/** Remembers questions; the test sends the events. */
public final class FakeChatPort implements ChatPort {
  public final List<Question> questions = new CopyOnWriteArrayList<>();
  public final AtomicInteger stops = new AtomicInteger();
  public final List<String> forgotten = new CopyOnWriteArrayList<>();
  private final List<Consumer<ChatEvent>> listeners = new CopyOnWriteArrayList<>();

  @Override
  public Answering ask(Question question, Consumer<ChatEvent> listener) {
    questions.add(question);
    listeners.add(listener);
    return stops::incrementAndGet;
  }

  @Override
  public void forget(Collection<String> turnIds) {
    forgotten.addAll(turnIds);
  }

  /** Sends events to whoever asked last. */
  public void send(ChatEvent... events) {
    sendTo(questions.size() - 1, events);
  }

  /** Sends events to whoever asked the question with this index, from 0. */
  public void sendTo(int question, ChatEvent... events) {
    for (ChatEvent event : events) {
      listeners.get(question).accept(event);
    }
  }
}

package confidant.ui.fake;

import confidant.ui.port.ChatEvent;
import confidant.ui.port.ChatPort;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;

/** Remembers questions; the test sends the events. */
public final class FakeChatPort implements ChatPort {
  public final List<Question> questions = new CopyOnWriteArrayList<>();
  public final AtomicInteger stops = new AtomicInteger();
  public final AtomicInteger clears = new AtomicInteger();
  private volatile Consumer<ChatEvent> listener = _ -> {};

  @Override
  public Answering ask(Question question, Consumer<ChatEvent> listener) {
    questions.add(question);
    this.listener = listener;
    return stops::incrementAndGet;
  }

  @Override
  public void clear() {
    clears.incrementAndGet();
  }

  /** Sends events to whoever asked last. */
  public void send(ChatEvent... events) {
    for (ChatEvent event : events) {
      listener.accept(event);
    }
  }
}

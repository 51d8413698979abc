package confidant.app.chat;

import confidant.engine.chat.Cancellation;
import confidant.engine.chat.ChatSession;
import confidant.engine.chat.GenerationParams;
import confidant.engine.chat.Message;
import confidant.engine.chat.TokenEvent;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** Answers with prepared messages and counts a token per character of text. */
final class FakeSession implements ChatSession {
  final List<List<Message>> asked = new ArrayList<>();
  final List<List<Message>> readAhead = new ArrayList<>();
  final int contextTokens;
  List<Message> answer = List.of(Message.assistant("final", "Fine."));

  FakeSession(int contextTokens) {
    this.contextTokens = contextTokens;
  }

  @Override
  public int contextTokens() {
    return contextTokens;
  }

  @Override
  public int countTokens(List<Message> conversation) {
    return conversation.stream().mapToInt(message -> message.text().length()).sum();
  }

  @Override
  public void prefill(
      List<Message> conversation,
      Cancellation cancellation,
      Consumer<TokenEvent.Prefill> progress) {
    readAhead.add(conversation);
    int tokens = countTokens(conversation);
    progress.accept(new TokenEvent.Prefill(0, tokens, 0));
    if (!cancellation.isCancelled()) {
      progress.accept(new TokenEvent.Prefill(tokens, tokens, 0));
    }
  }

  /** What was read last is held. */
  @Override
  public int heldTokens(List<Message> conversation) {
    return !readAhead.isEmpty() && readAhead.getLast().equals(conversation)
        ? countTokens(conversation)
        : 0;
  }

  @Override
  public List<Message> generate(
      List<Message> conversation,
      GenerationParams params,
      Cancellation cancellation,
      Consumer<TokenEvent> events) {
    asked.add(conversation);
    events.accept(
        new TokenEvent.End(TokenEvent.EndReason.STOP, new TokenEvent.Usage(1, 0, 1, 0, 0, 1, 1)));
    return answer;
  }

  @Override
  public void save(OutputStream out) {
    throw new UnsupportedOperationException("holds nothing");
  }

  @Override
  public void restore(InputStream in) {
    throw new UnsupportedOperationException("holds nothing");
  }

  @Override
  public void close() {}
}

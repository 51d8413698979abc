package confidant.app.chat;

import confidant.app.documents.Paper;
import confidant.engine.Engine;
import confidant.engine.api.EngineException;
import confidant.engine.chat.Cancellation;
import confidant.engine.chat.ChatSession;
import confidant.engine.chat.GenerationParams;
import confidant.engine.chat.Message;
import confidant.engine.chat.TokenEvent;
import confidant.engine.tokenizer.Tokenizer;
import confidant.ingest.prompt.PackResult;
import confidant.ingest.prompt.PromptPacker;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/**
 * Continues a conversation about papers on one open model. Papers that were asked about before are
 * not sent again. Used by one thread at a time.
 */
public final class ChatService implements AutoCloseable {
  private final ChatSession session;
  private final Tokenizer tokenizer;
  private final int modelContextTokens;
  private final Supplier<LocalDate> today;
  private final Conversation conversation;

  /**
   * Opens a session for {@code conversation}, which may hold turns from another model.
   *
   * @param contextTokens positions to hold
   */
  public ChatService(
      Engine engine, int contextTokens, Conversation conversation, Supplier<LocalDate> today)
      throws EngineException {
    this(
        engine.newChat(contextTokens),
        engine.tokenizer(),
        engine.info().contextLength(),
        conversation,
        today);
  }

  /**
   * Goes on in {@code session}, which may be something else than an engine's: so lessons for the
   * demo model get the prompts that models get.
   *
   * @param modelContextTokens largest context the model has
   */
  public ChatService(
      ChatSession session,
      Tokenizer tokenizer,
      int modelContextTokens,
      Conversation conversation,
      Supplier<LocalDate> today) {
    this.session = session;
    this.tokenizer = tokenizer;
    this.modelContextTokens = modelContextTokens;
    this.conversation = conversation;
    this.today = today;
  }

  /**
   * Answers {@code question}; everything on the way reaches {@code events} on this thread.
   *
   * @return whether it was answered or did not fit; then there was no event
   */
  public AnswerResult ask(
      Question question,
      GenerationParams params,
      Cancellation cancellation,
      Consumer<TokenEvent> events)
      throws EngineException {
    forgetIfPapersWereRemoved(question.papers());
    int reserve = AnswerBudget.reserve(params.maxTokens(), session.contextTokens());
    int free = session.contextTokens() - reserve;
    List<Paper> added = newPapers(question.papers());
    Turn bare = turn(question, added, "");
    int bareTokens = session.countTokens(messages(question, bare));
    PackResult packed =
        PromptPacker.pack(
            added.stream().map(Paper::document).toList(),
            Math.max(0, free - bareTokens),
            this::count);
    return switch (packed) {
      case PackResult.TooLong papers ->
          tooLong(bareTokens + papers.neededTokens(), params, Optional.of(papers));
      case PackResult.Packed papers when bareTokens + papers.tokens() > free ->
          tooLong(bareTokens + papers.tokens(), params, Optional.empty());
      case PackResult.Packed papers -> {
        Turn turn = turn(question, added, papers.text());
        List<Message> written =
            session.generate(messages(question, turn), params, cancellation, events);
        conversation.add(turn, written);
        yield new AnswerResult.Answered();
      }
    };
  }

  /** Frees the session; the engine stays open. */
  @Override
  public void close() {
    session.close();
  }

  /** A paper that was taken away must not be in the prompt any more, nor what was said of it. */
  private void forgetIfPapersWereRemoved(List<Paper> papers) {
    Set<String> present = ids(papers);
    if (!present.containsAll(conversation.paperIds())) {
      conversation.clear();
    }
  }

  private List<Paper> newPapers(List<Paper> papers) {
    List<Paper> added = new ArrayList<>(papers);
    added.removeIf(paper -> conversation.paperIds().contains(paper.id()));
    return added;
  }

  private static Turn turn(Question question, List<Paper> added, String papersText) {
    return new Turn(ids(added), papersText, question.text(), List.of());
  }

  private static Set<String> ids(List<Paper> papers) {
    return papers.stream().map(Paper::id).collect(Collectors.toUnmodifiableSet());
  }

  private List<Message> messages(Question question, Turn turn) {
    return conversation.messages(question, turn, today.get());
  }

  private int count(String text) {
    return tokenizer.encode(text).length;
  }

  private AnswerResult tooLong(
      int needed, GenerationParams params, Optional<PackResult.TooLong> papers) {
    return new AnswerResult.TooLong(
        needed, params.maxTokens(), session.contextTokens(), modelContextTokens, papers);
  }
}

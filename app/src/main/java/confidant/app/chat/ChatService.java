package confidant.app.chat;

import confidant.app.documents.Paper;
import confidant.engine.Engine;
import confidant.engine.api.EngineException;
import confidant.engine.chat.Cancellation;
import confidant.engine.chat.ChatSession;
import confidant.engine.chat.GenerationParams;
import confidant.engine.chat.Message;
import confidant.engine.chat.ReasoningEffort;
import confidant.engine.chat.TokenEvent;
import confidant.engine.tokenizer.Tokenizer;
import confidant.ingest.prompt.Coverage;
import confidant.ingest.prompt.Excerpt;
import confidant.ingest.prompt.ExcerptFinder;
import confidant.ingest.prompt.ExcerptFinder.Source;
import confidant.ingest.prompt.PackResult;
import confidant.ingest.prompt.PagePiece;
import confidant.ingest.prompt.PromptPacker;
import confidant.ingest.prompt.Purpose;
import confidant.ingest.prompt.Templates;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/**
 * Continues conversations about papers on one open model. Papers that were asked about before are
 * not sent again. Of papers that are too long, a question gets the pages that match it, and a
 * summary is made of notes on all of their parts. Used by one thread at a time.
 */
public final class ChatService implements AutoCloseable {
  /** At most this share of what is free goes to pages that match, so that later ones have room. */
  private static final int EXCERPT_SHARE = 2;

  /** Pages above this share of the context are found and shown by pieces. */
  private static final int PASSAGE_SHARE = 8;

  /**
   * At most this share of what is free goes to the notes on one part, so that some fit together.
   */
  private static final int NOTE_SHARE = 4;

  /** With less, notes would say nothing. */
  private static final int LEAST_ROOM_FOR_NOTES = 512;

  private final ChatSession session;
  private final StoppableCounter counter;
  private final int modelContextTokens;
  private final Supplier<LocalDate> today;

  /**
   * Opens a session.
   *
   * @param contextTokens positions to hold
   */
  public ChatService(Engine engine, int contextTokens, Supplier<LocalDate> today)
      throws EngineException {
    this(engine.newChat(contextTokens), engine.tokenizer(), engine.info().contextLength(), today);
  }

  /**
   * Goes on in {@code session}, which may be something else than an engine's: so lessons for the
   * demo model get the prompts that models get.
   *
   * @param modelContextTokens largest context the model has
   */
  public ChatService(
      ChatSession session, Tokenizer tokenizer, int modelContextTokens, Supplier<LocalDate> today) {
    this.session = session;
    counter = new StoppableCounter(tokenizer);
    this.modelContextTokens = modelContextTokens;
    this.today = today;
  }

  /**
   * Answers {@code question}; everything on the way reaches {@code listener} on this thread.
   *
   * @param soFar what was said before, by this model or another
   * @return whether it was answered or did not fit; then there was no last event
   */
  public AnswerResult ask(
      Conversation soFar,
      Question question,
      GenerationParams params,
      Cancellation cancellation,
      AnswerListener listener)
      throws EngineException {
    Conversation before = withoutRemoved(soFar, question.papers());
    Asked asked =
        new Asked(before, question, params, cancellation, listener, today.get(), new Cost());
    counter.heed(cancellation);
    try {
      return ask(asked);
    } catch (CancellationException e) {
      return stopped(asked);
    }
  }

  private AnswerResult ask(Asked asked) throws EngineException {
    Conversation before = asked.before();
    Question question = asked.question();
    List<Paper> lacking = before.lacking(question.papers());
    String request = question.request(unknown(before, lacking));
    int room = room(asked, request);
    PackResult packed =
        PromptPacker.pack(
            lacking.stream().map(Paper::forPrompt).toList(), Math.max(0, room), counter);
    return switch (packed) {
      case PackResult.Packed papers when room < papers.tokens() ->
          tooLong(asked, papers.tokens() - room, Optional.empty());
      case PackResult.Packed papers -> {
        Brought brought = Brought.whole(ids(lacking), papers.text());
        yield answer(asked, new Turn(brought, request), List.of());
      }
      case PackResult.TooLong papers -> {
        Optional<AnswerResult> answered =
            question.purpose() == Purpose.QUESTION
                ? fromPages(asked, lacking, request, room)
                : fromNotes(asked, lacking, request);
        yield answered.isPresent()
            ? answered.get()
            : tooLong(asked, papers.neededTokens() - room, Optional.of(papers));
      }
    };
  }

  /**
   * Counts what a question about {@code papers} would begin with that goes on from {@code soFar}.
   *
   * @param maxTokens most tokens that its answer may take
   * @return empty if somebody cancelled
   */
  public Optional<Preparation> prepare(
      Conversation soFar,
      List<Paper> papers,
      ReasoningEffort effort,
      int maxTokens,
      Cancellation cancellation) {
    counter.heed(cancellation);
    try {
      return Optional.of(
          Preparation.of(
              session,
              counter,
              withoutRemoved(soFar, papers),
              papers,
              effort,
              today.get(),
              AnswerBudget.reserve(maxTokens, session.contextTokens())));
    } catch (CancellationException e) {
      return Optional.empty();
    }
  }

  /** Frees the session; the engine stays open. */
  @Override
  public void close() {
    session.close();
  }

  /** A paper that was taken away must not be in the prompt any more, nor what was said of it. */
  private static Conversation withoutRemoved(Conversation soFar, List<Paper> papers) {
    return ids(papers).containsAll(soFar.paperIds()) ? soFar : Conversation.empty();
  }

  /** The papers of which nothing stands in the conversation. */
  private static List<Paper> unknown(Conversation before, List<Paper> papers) {
    Set<String> known = before.paperIds();
    return papers.stream().filter(paper -> !known.contains(paper.id())).toList();
  }

  /** Answers from the pages that match; empty if not one fits. */
  private Optional<AnswerResult> fromPages(
      Asked asked, List<Paper> papers, String request, int room) throws EngineException {
    Excerpt excerpt = excerpt(asked, papers, room / EXCERPT_SHARE);
    boolean nothingKnown = unknown(asked.before(), papers).size() == papers.size();
    if (excerpt.isEmpty() && nothingKnown) {
      excerpt = excerpt(asked, papers, room);
    }
    if (room < 0 || (excerpt.isEmpty() && nothingKnown)) {
      return Optional.empty();
    }
    Map<String, Set<PagePiece>> pieces = new HashMap<>();
    List<Coverage> coverage = new ArrayList<>();
    for (int i = 0; i < papers.size(); i++) {
      Paper paper = papers.get(i);
      Set<PagePiece> shown = excerpt.shown().get(i);
      if (!shown.isEmpty()) {
        pieces.put(paper.id(), shown);
      }
      coverage(asked.before(), paper, shown, excerpt.leftOut().get(i)).ifPresent(coverage::add);
    }
    Brought brought = Brought.pieces(pieces, excerpt.text());
    return Optional.of(answer(asked, new Turn(brought, request), coverage));
  }

  private Excerpt excerpt(Asked asked, List<Paper> papers, int budgetTokens) {
    Conversation before = asked.before();
    Set<String> known = before.paperIds();
    List<Source> sources =
        papers.stream()
            .map(
                paper ->
                    new Source(paper.forPrompt(), before.pieces(paper), known.contains(paper.id())))
            .toList();
    return ExcerptFinder.find(
        sources,
        asked.question().text(),
        session.contextTokens() / PASSAGE_SHARE,
        budgetTokens,
        counter);
  }

  /** Which pages of a paper were shown by now; empty if all were, or notes on all of them. */
  private static Optional<Coverage> coverage(
      Conversation before, Paper paper, Set<PagePiece> added, List<String> leftOut) {
    Set<PagePiece> shown = new HashSet<>(before.pieces(paper));
    shown.addAll(added);
    int pages = paper.document().pages().size();
    long whole = shown.stream().filter(piece -> piece.pieces() == 1).count();
    boolean onlyNotes = shown.isEmpty() && before.paperIds().contains(paper.id());
    if (onlyNotes || (whole == pages && leftOut.isEmpty())) {
      return Optional.empty();
    }
    List<String> read = shown.isEmpty() ? List.of() : List.of(PagePiece.label(shown));
    return Optional.of(new Coverage(paper.document().name(), pages, read, leftOut));
  }

  /** Answers from notes on all parts; empty if there is no room for them. */
  private Optional<AnswerResult> fromNotes(Asked asked, List<Paper> papers, String request)
      throws EngineException {
    String withNotes = Templates.joined() + "\n\n" + request;
    int room = room(asked, withNotes);
    if (room < LEAST_ROOM_FOR_NOTES) {
      return Optional.empty();
    }
    int noteTokens = Math.min(asked.params().maxTokens(), room / NOTE_SHARE);
    NoteTaker notes = new NoteTaker(session, counter, asked, noteTokens);
    notes.read(papers);
    Optional<String> text = notes.text(room);
    if (asked.cancellation().isCancelled()) {
      return Optional.of(stopped(asked));
    }
    if (text.isEmpty()) {
      return Optional.empty();
    }
    asked.listener().joining();
    Brought brought = Brought.notes(ids(papers), text.get());
    return Optional.of(answer(asked, new Turn(brought, withNotes), notes.coverage()));
  }

  private static AnswerResult stopped(Asked asked) {
    asked
        .listener()
        .event(new TokenEvent.End(TokenEvent.EndReason.CANCELLED, asked.cost().total()));
    return new AnswerResult.Answered(asked.before());
  }

  private AnswerResult answer(Asked asked, Turn turn, List<Coverage> coverage)
      throws EngineException {
    List<Message> written =
        session.generate(
            messages(asked, turn),
            asked.params(),
            asked.cancellation(),
            event -> tell(asked, event, coverage));
    return new AnswerResult.Answered(asked.before().with(turn, written));
  }

  private static void tell(Asked asked, TokenEvent event, List<Coverage> coverage) {
    if (event instanceof TokenEvent.End(var reason, var usage)) {
      if (!coverage.isEmpty()) {
        asked.listener().coverage(coverage);
      }
      asked.cost().add(usage);
      asked.listener().event(new TokenEvent.End(reason, asked.cost().total()));
    } else {
      asked.listener().event(event);
    }
  }

  private static Set<String> ids(List<Paper> papers) {
    return papers.stream().map(Paper::id).collect(Collectors.toUnmodifiableSet());
  }

  /** Tokens that are free for papers; below 0 if even without them there are too many. */
  private int room(Asked asked, String request) {
    return session.contextTokens()
        - reserve(asked.params())
        - session.countTokens(messages(asked, new Turn(Brought.nothing(), request)));
  }

  private int reserve(GenerationParams params) {
    return AnswerBudget.reserve(params.maxTokens(), session.contextTokens());
  }

  private List<Message> messages(Asked asked, Turn turn) {
    return asked.before().messages(asked.question().effort(), turn, asked.today());
  }

  private AnswerResult tooLong(
      Asked asked, int missingTokens, Optional<PackResult.TooLong> papers) {
    int free = session.contextTokens() - reserve(asked.params());
    return new AnswerResult.TooLong(
        free + missingTokens,
        asked.params().maxTokens(),
        session.contextTokens(),
        modelContextTokens,
        papers);
  }
}

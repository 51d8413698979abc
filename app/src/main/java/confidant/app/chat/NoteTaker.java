package confidant.app.chat;

import confidant.app.chat.AnswerListener.PartReading;
import confidant.app.documents.Paper;
import confidant.engine.api.EngineException;
import confidant.engine.chat.ChatSession;
import confidant.engine.chat.GenerationParams;
import confidant.engine.chat.Message;
import confidant.engine.chat.ReasoningEffort;
import confidant.engine.chat.TokenEvent;
import confidant.engine.chat.TokenEvent.EndReason;
import confidant.ingest.prompt.Coverage;
import confidant.ingest.prompt.DocumentSplitter;
import confidant.ingest.prompt.DocumentSplitter.Split;
import confidant.ingest.prompt.Note;
import confidant.ingest.prompt.Part;
import confidant.ingest.prompt.PromptPacker;
import confidant.ingest.prompt.PromptPaper;
import confidant.ingest.prompt.Templates;
import confidant.ingest.prompt.TokenCounter;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/**
 * Reads papers that are too long for one prompt: splits them into parts, lets the model take notes
 * on each in a pass of its own, and puts the notes in place of the papers. Notes that are together
 * still too long are condensed in groups until they fit.
 */
final class NoteTaker {
  /** Takes at least as many tokens as any other label of pages. */
  private static final String WIDEST_LABEL = "9999 (9999 of 9999)";

  private final ChatSession session;
  private final TokenCounter counter;
  private final Asked asked;
  private final int noteTokens;
  private final List<Notes> papers = new ArrayList<>();

  /**
   * For one question.
   *
   * @param noteTokens most tokens that the model may write on a part
   */
  NoteTaker(ChatSession session, TokenCounter counter, Asked asked, int noteTokens) {
    this.session = session;
    this.counter = counter;
    this.asked = asked;
    this.noteTokens = noteTokens;
  }

  /** What was noted on one paper, and what was not. */
  private static final class Notes {
    private final PromptPaper paper;
    private final Split split;
    private final List<String> read = new ArrayList<>();
    private final List<String> missed = new ArrayList<>();
    private List<Note> notes = new ArrayList<>();

    Notes(PromptPaper paper, Split split) {
      this.paper = paper;
      this.split = split;
      missed.addAll(split.leftOut());
    }

    void add(Part part, Pass pass) {
      if (pass.text.isEmpty()) {
        missed.add("pages " + part.shown() + ", on which nothing was noted");
        return;
      }
      read.add(part.shown());
      notes.add(new Note(part.shown(), pass.text));
      if (pass.reason != EndReason.STOP) {
        missed.add("the end of the notes on pages " + part.shown() + ", which became too long");
      }
    }

    Coverage coverage() {
      return new Coverage(paper.document().name(), paper.document().pages().size(), read, missed);
    }
  }

  /** What the model wrote for readers in one pass, and why it ended. */
  private record Pass(String text, EndReason reason) {}

  /** Reads all parts of {@code longPapers}, as far as nobody cancels. */
  void read(List<Paper> longPapers) throws EngineException {
    for (Paper paper : longPapers) {
      PromptPaper prompt = paper.forPrompt();
      papers.add(
          new Notes(prompt, DocumentSplitter.split(prompt, room(partRequest(prompt)), counter)));
    }
    int parts = papers.stream().mapToInt(notes -> notes.split.parts().size()).sum();
    int number = 0;
    for (Notes notes : papers) {
      for (Part part : notes.split.parts()) {
        if (asked.cancellation().isCancelled()) {
          return;
        }
        String name = notes.paper.document().name();
        asked.listener().part(new PartReading(++number, parts, name, part.shown()));
        int pages = notes.paper.document().pages().size();
        notes.add(part, pass(part.text(), Templates.part(part.shown(), pages)));
      }
    }
  }

  /** The notes as prompt text; empty if they do not fit, or if somebody cancelled. */
  Optional<String> text(int budgetTokens) throws EngineException {
    while (!asked.cancellation().isCancelled()) {
      Optional<String> text =
          PromptPacker.packNotes(
              papers.stream().map(notes -> notes.paper).toList(),
              papers.stream().map(notes -> notes.notes).toList(),
              budgetTokens,
              counter);
      if (text.isPresent() || !condense()) {
        return text;
      }
    }
    return Optional.empty();
  }

  /** Which pages the notes are about. */
  List<Coverage> coverage() {
    return papers.stream().map(Notes::coverage).toList();
  }

  /** Makes one note of several wherever possible; says whether it was possible anywhere. */
  private boolean condense() throws EngineException {
    boolean fewer = false;
    int room = room(Templates.condense());
    for (Notes notes : papers) {
      List<Note> condensed = new ArrayList<>();
      for (List<Note> group : groups(notes, room)) {
        condensed.add(group.size() == 1 ? group.getFirst() : condense(notes, group, room));
      }
      fewer |= condensed.size() < notes.notes.size();
      notes.notes = condensed;
    }
    return fewer;
  }

  private List<List<Note>> groups(Notes notes, int room) {
    List<List<Note>> groups = new ArrayList<>();
    for (Note note : notes.notes) {
      List<Note> last = groups.isEmpty() ? List.of() : groups.getLast();
      List<Note> with = new ArrayList<>(last);
      with.add(note);
      if (!last.isEmpty() && packed(notes, with, room).isPresent()) {
        groups.removeLast();
        groups.add(with);
      } else {
        groups.add(List.of(note));
      }
    }
    return groups;
  }

  private Note condense(Notes notes, List<Note> group, int room) throws EngineException {
    String pages = group.stream().map(Note::pages).collect(Collectors.joining(", "));
    Pass pass = pass(packed(notes, group, room).orElseThrow(), Templates.condense());
    if (pass.text.isEmpty()) {
      notes.missed.add("pages " + pages + ", whose notes were lost when they were condensed");
    }
    return new Note(pages, pass.text);
  }

  private Optional<String> packed(Notes notes, List<Note> group, int room) {
    return PromptPacker.packNotes(List.of(notes.paper), List.of(group), room, counter);
  }

  private static String partRequest(PromptPaper paper) {
    return Templates.part(WIDEST_LABEL, paper.document().pages().size());
  }

  /** Tokens that a pass leaves for papers beside {@code request}. */
  private int room(String request) {
    return session.contextTokens() - noteTokens - session.countTokens(messages("", request));
  }

  private List<Message> messages(String text, String request) {
    List<Message> messages =
        new ArrayList<>(Instructions.messages(ReasoningEffort.LOW, asked.today()));
    messages.add(Message.user(text + "\n" + request));
    return messages;
  }

  private Pass pass(String text, String request) throws EngineException {
    GenerationParams all = asked.params();
    GenerationParams params =
        new GenerationParams(
            noteTokens, all.temperature(), all.topK(), all.topP(), all.minP(), all.seed());
    PassEvents events = new PassEvents();
    List<Message> written =
        session.generate(messages(text, request), params, asked.cancellation(), events);
    String notes =
        Conversation.forReaders(written).stream()
            .map(Message::text)
            .collect(Collectors.joining("\n"))
            .strip();
    return new Pass(notes, events.reason);
  }

  /** Passes on that the model reads and writes, but as working notes. */
  private final class PassEvents implements Consumer<TokenEvent> {
    private EndReason reason = EndReason.CANCELLED;

    @Override
    public void accept(TokenEvent event) {
      switch (event) {
        case TokenEvent.Prefill prefill -> asked.listener().event(prefill);
        case TokenEvent.Reasoning reasoning -> asked.listener().event(reasoning);
        case TokenEvent.ReasoningClosed closed -> asked.listener().event(closed);
        case TokenEvent.Answer(String text) ->
            asked.listener().event(new TokenEvent.Reasoning(text));
        case TokenEvent.ToolCall _ -> {} // a note has none to wait for
        case TokenEvent.End(var endReason, var usage) -> {
          reason = endReason;
          asked.cost().add(usage);
        }
      }
    }
  }
}

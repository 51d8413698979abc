package confidant.app.chat;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import confidant.app.chat.AnswerResult.TooLong;
import confidant.app.documents.Paper;
import confidant.engine.api.EngineException;
import confidant.engine.chat.Cancellation;
import confidant.engine.chat.Content;
import confidant.engine.chat.GenerationParams;
import confidant.engine.chat.Message;
import confidant.engine.chat.ReasoningEffort;
import confidant.engine.chat.Role;
import confidant.engine.chat.TokenEvent;
import confidant.ingest.ReadReport;
import confidant.ingest.document.Block;
import confidant.ingest.document.BoundingBox;
import confidant.ingest.document.Conventions;
import confidant.ingest.document.Conventions.DateOrder;
import confidant.ingest.document.Conventions.DecimalMark;
import confidant.ingest.document.Document;
import confidant.ingest.document.DocumentKind;
import confidant.ingest.document.Findings;
import confidant.ingest.document.Page;
import confidant.ingest.prompt.Coverage;
import confidant.ingest.prompt.Purpose;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ChatServiceTest {
  private static final LocalDate TODAY = LocalDate.of(2026, 1, 31);
  private static final BoundingBox BOX = new BoundingBox(0, 0, 1, 1);
  private static final int MAX_TOKENS = 100;
  private final FakeSession session = new FakeSession(4000);
  private final Heard heard = new Heard();

  /** What was said by now. */
  private Conversation said = Conversation.empty();

  private final Paper bill = paper("bill", "bill.pdf", "Total 80.12", 1);
  private final Paper letter = paper("letter", "letter.pdf", "Dear Alex", 1);

  @Test
  void thePromptHasSystemDeveloperAndThePapersBeforeTheQuestion() throws EngineException {
    ask(service(session), "How much?", List.of(bill, letter), ReasoningEffort.HIGH);
    List<Message> messages = session.asked.getFirst();
    assertEquals(
        List.of(Role.SYSTEM, Role.DEVELOPER, Role.USER),
        messages.stream().map(Message::role).toList());
    Content.SystemContent system = (Content.SystemContent) messages.get(0).content().getFirst();
    assertEquals(Optional.of(ReasoningEffort.HIGH), system.reasoningEffort());
    assertEquals(Optional.of("2026-01-31"), system.conversationStartDate());
    String user = messages.get(2).text();
    assertTrue(user.contains("Total 80.12") && user.contains("<!-- page 1 -->"), user);
    assertTrue(user.indexOf("bill.pdf") < user.indexOf("letter.pdf"), user);
    assertTrue(user.endsWith("How much?"), user);
  }

  @Test
  void aSecondQuestionGoesOnAndDoesNotRepeatThePaper() throws EngineException {
    session.answer =
        List.of(
            Message.assistant("analysis", "I look for the total."),
            Message.assistant("final", "80.12 (p. 1)"));
    ChatService service = service(session);
    ask(service, "How much?", List.of(bill));
    ask(service, "And until when?", List.of(bill));
    List<Message> second = session.asked.get(1);
    assertEquals(
        List.of(Role.SYSTEM, Role.DEVELOPER, Role.USER, Role.ASSISTANT, Role.USER),
        second.stream().map(Message::role).toList());
    assertEquals("80.12 (p. 1)", second.get(3).text());
    assertEquals("And until when?", second.get(4).text());
  }

  @Test
  void theBeginningOfTheSecondPromptIsTheFirstSoThatTheCacheHolds() throws EngineException {
    ChatService service = service(session);
    ask(service, "How much?", List.of(bill));
    ask(service, "And?", List.of(bill));
    List<Message> first = session.asked.get(0);
    assertEquals(first, session.asked.get(1).subList(0, first.size()));
  }

  private Preparation prepare(ChatService service, List<Paper> papers) {
    return service
        .prepare(said, papers, ReasoningEffort.LOW, MAX_TOKENS, new Cancellation())
        .orElseThrow();
  }

  private void readAhead(Preparation preparation) throws EngineException {
    preparation.read(new Pace(MAX_TOKENS), new Cancellation(), prospect -> {});
  }

  /** Whether a prompt begins with what was read ahead, but for the end of its last message. */
  private static void assertBeginsWith(List<Message> readAhead, List<Message> prompt) {
    int last = readAhead.size() - 1;
    assertEquals(readAhead.subList(0, last), prompt.subList(0, last));
    assertEquals(readAhead.get(last).role(), prompt.get(last).role());
    assertTrue(
        prompt.get(last).text().startsWith(readAhead.get(last).text()), prompt.get(last).text());
  }

  @Test
  void whatIsReadAheadIsTheBeginningOfAnyQuestionAndOfASummary() throws EngineException {
    Paper slip = paper("slip", "slip.pdf", DocumentKind.PAYSLIP, List.of("Net 80.12"));
    ChatService service = service(session);
    readAhead(prepare(service, List.of(slip, letter)));
    ask(service, "How much?", List.of(slip, letter));
    said = Conversation.empty();
    ask(
        service,
        new Question(
            Purpose.SUMMARY, "", List.of(slip, letter), ReasoningEffort.LOW, Locale.ENGLISH),
        new Cancellation());
    List<Message> readAhead = session.readAhead.getFirst();
    assertTrue(readAhead.getLast().text().contains("Dear Alex"));
    assertBeginsWith(readAhead, session.asked.get(0));
    assertBeginsWith(readAhead, session.asked.get(1));
  }

  @Test
  void afterAnAnswerTheConversationAndNewPapersAreReadAhead() throws EngineException {
    ChatService service = service(session);
    ask(service, "How much?", List.of(bill));
    readAhead(prepare(service, List.of(bill)));
    readAhead(prepare(service, List.of(bill, letter)));
    ask(service, "Who wrote?", List.of(bill, letter));
    List<Message> withoutLetter = session.readAhead.getFirst();
    assertEquals("Fine.", withoutLetter.getLast().text());
    assertBeginsWith(withoutLetter, session.asked.get(1));
    assertBeginsWith(session.readAhead.getLast(), session.asked.get(1));
    assertTrue(session.readAhead.getLast().getLast().text().contains("Dear Alex"));
  }

  @Test
  void papersThatDoNotFitWholeAreNotReadAhead() throws EngineException {
    Preparation preparation = prepare(service(session), List.of(contract()));
    readAhead(preparation);
    assertFalse(preparation.prospect().whole());
    assertTrue(preparation.prospect().paperTokens() > session.contextTokens());
    String read =
        session.readAhead.getFirst().stream().map(Message::text).reduce("", String::concat);
    assertFalse(read.contains("Clause"), read);
  }

  @Test
  void aRemovedPaperIsNotReadAhead() throws EngineException {
    ChatService service = service(session);
    ask(service, "How much?", List.of(bill, letter));
    readAhead(prepare(service, List.of(letter)));
    String read =
        session.readAhead.getLast().stream().map(Message::text).reduce("", String::concat);
    assertFalse(read.contains("80.12"), read);
  }

  @Test
  void theProspectTellsPapersFromConversation() throws EngineException {
    ChatService service = service(session);
    Prospect nothing = prepare(service, List.of()).prospect();
    assertEquals(0, nothing.paperTokens());
    assertEquals(nothing.beginningTokens(), nothing.conversationTokens());
    Prospect withPaper = prepare(service, List.of(bill)).prospect();
    assertTrue(withPaper.paperTokens() > 0);
    assertEquals(nothing.conversationTokens(), withPaper.conversationTokens());
    ask(service, "How much?", List.of(bill));
    Prospect asked = prepare(service, List.of(bill)).prospect();
    assertEquals(withPaper.paperTokens(), asked.paperTokens());
    assertTrue(asked.conversationTokens() > withPaper.conversationTokens());
    assertEquals(session.contextTokens(), asked.contextTokens());
    assertEquals(MAX_TOKENS, asked.answerTokens());
  }

  @Test
  void theProspectTellsWhatIsReadAlready() throws EngineException {
    ChatService service = service(session);
    assertEquals(0, prepare(service, List.of(bill)).prospect().readTokens());
    List<Integer> told = new ArrayList<>();
    prepare(service, List.of(bill))
        .read(
            new Pace(MAX_TOKENS), new Cancellation(), prospect -> told.add(prospect.readTokens()));
    Prospect again = prepare(service, List.of(bill)).prospect();
    assertEquals(again.beginningTokens(), again.readTokens());
    assertEquals(again.beginningTokens(), told.getLast());
  }

  @Test
  void aPreparationThatIsCancelledSaysNoMoreAndWritingIsNotTried() throws EngineException {
    Cancellation cancellation = new Cancellation();
    List<Integer> told = new ArrayList<>();
    Pace pace = new Pace(MAX_TOKENS);
    prepare(service(session), List.of(bill))
        .read(
            pace,
            cancellation,
            prospect -> {
              told.add(prospect.readTokens());
              cancellation.cancel();
            });
    assertEquals(List.of(0), told);
    assertEquals(1, session.readAhead.size());
    assertFalse(pace.knowsWriting());
  }

  @Test
  void theSpeedOfWritingIsTriedUntilItIsKnown() throws EngineException {
    ChatService service = service(session);
    Pace pace = new Pace(MAX_TOKENS);
    prepare(service, List.of(bill)).read(pace, new Cancellation(), prospect -> {});
    assertTrue(pace.knowsWriting());
    int passes = session.readAhead.size();
    assertTrue(passes > 1);
    prepare(service, List.of(bill)).read(pace, new Cancellation(), prospect -> {});
    assertEquals(passes + 1, session.readAhead.size());
  }

  @Test
  void aStopIsHeardWhilePapersAreBeingCounted() throws EngineException {
    Cancellation cancellation = new Cancellation();
    cancellation.cancel();
    Conversation before = said;
    AnswerResult result =
        ask(
            service(session),
            new Question(
                Purpose.QUESTION, "?", List.of(contract()), ReasoningEffort.LOW, Locale.ENGLISH),
            cancellation);
    assertInstanceOf(AnswerResult.Answered.class, result);
    assertEquals(before, said);
    assertEquals(TokenEvent.EndReason.CANCELLED, heard.ends.getLast().reason());
    assertEquals(List.of(), session.asked);
    assertEquals(
        Optional.empty(),
        service(session)
            .prepare(said, List.of(bill), ReasoningEffort.LOW, MAX_TOKENS, cancellation));
  }

  @Test
  void twoQuestionsCanGoOnFromTheSameTurn() throws EngineException {
    session.answer = List.of(Message.assistant("final", "It is 80.12."));
    ChatService service = service(session);
    ask(service, "How much?", List.of(bill));
    Conversation first = said;
    ask(service, "And until when?", List.of(bill));
    said = first;
    ask(service, "Who wrote?", List.of(bill));
    List<Message> third = session.asked.get(2);
    assertEquals(session.asked.get(1).size(), third.size());
    assertEquals("Who wrote?", third.getLast().text());
  }

  @Test
  void aPaperAddedLaterComesWithTheNextQuestion() throws EngineException {
    ChatService service = service(session);
    ask(service, "How much?", List.of(bill));
    ask(service, "Who wrote?", List.of(bill, letter));
    String last = session.asked.get(1).getLast().text();
    assertTrue(last.contains("Dear Alex") && !last.contains("Total 80.12"), last);
  }

  @Test
  void aRemovedPaperLeavesNothingInThePrompt() throws EngineException {
    session.answer = List.of(Message.assistant("final", "It is 80.12."));
    ChatService service = service(session);
    ask(service, "How much?", List.of(bill, letter));
    ask(service, "Who wrote?", List.of(letter));
    String prompt = session.asked.get(1).stream().map(Message::text).reduce("", String::concat);
    assertFalse(prompt.contains("80.12"), prompt);
    assertTrue(prompt.contains("Dear Alex"), prompt);
  }

  @Test
  void anAnswerStoppedBeforeItsFirstWordBringsThePaperAgain() throws EngineException {
    session.answer = List.of(Message.assistant("analysis", "Let me see"));
    ChatService service = service(session);
    ask(service, "How much?", List.of(bill));
    ask(service, "How much?", List.of(bill));
    assertEquals(session.asked.get(0), session.asked.get(1));
  }

  @Test
  void theTemplateOfItsKindComesOnceWithAPaper() throws EngineException {
    Paper slip = paper("slip", "slip.pdf", DocumentKind.PAYSLIP, List.of("Net 80.12"));
    ChatService service = service(session);
    ask(service, "How much?", List.of(slip));
    ask(service, "And gross?", List.of(slip));
    String first = session.asked.get(0).getLast().text();
    assertTrue(first.endsWith("\n\nHow much?") && first.contains("\n- Payslip: "), first);
    assertEquals("And gross?", session.asked.get(1).getLast().text());
  }

  @Test
  void aSummaryIsAskedForInThePersonsLanguageBehindThePapers() throws EngineException {
    Question question =
        new Question(Purpose.SUMMARY, "", List.of(bill), ReasoningEffort.LOW, Locale.GERMAN);
    ask(service(session), question, new Cancellation());
    String user = session.asked.getFirst().getLast().text();
    assertTrue(user.endsWith("Write in German."), user);
    assertEquals(List.of(), heard.coverage, "all was read");
  }

  @Test
  void aQuestionAboutALongPaperGetsThePagesThatMatch() throws EngineException {
    ask(service(session), "What is the notice period?", List.of(contract()));
    String user = session.asked.getFirst().getLast().text();
    assertTrue(user.contains("pages=\"30\" shown=\"1, 17\""), user);
    assertTrue(user.contains("three months") && user.endsWith("What is the notice period?"), user);
    assertEquals(List.of("contract.pdf: of 30 pages read were pages 1, 17."), heard.sentences());
    assertEquals(List.of(TokenEvent.End.class), heard.kinds(), "the end comes once");
  }

  @Test
  void ofAShortPaperBesideALongOneAllIsRead() throws EngineException {
    ask(service(session), "What is the notice period?", List.of(bill, contract()));
    String user = session.asked.getFirst().getLast().text();
    assertTrue(user.contains("Total 80.12") && user.contains("three months"), user);
    assertEquals(List.of("contract.pdf: of 30 pages read were pages 1, 17."), heard.sentences());
  }

  @Test
  void aSecondQuestionAboutALongPaperAddsOnlyOtherPages() throws EngineException {
    ChatService service = service(session);
    ask(service, "What is the notice period?", List.of(contract()));
    ask(service, "May the garden be used in the notice period?", List.of(contract()));
    List<Message> first = session.asked.get(0);
    assertEquals(first, session.asked.get(1).subList(0, first.size()), "so that the cache holds");
    String user = session.asked.get(1).getLast().text();
    assertTrue(user.contains("shown=\"5\"") && !user.contains("three months"), user);
    assertEquals(
        "contract.pdf: of 30 pages read were pages 1, 5, 17.", heard.sentences().getLast());
  }

  @Test
  void aLongPaperIsSummarisedFromNotesOnAllItsParts() throws EngineException {
    Paper book = paper("book", "book.pdf", "x".repeat(450), 21);
    ChatService service = service(session);
    assertInstanceOf(AnswerResult.Answered.class, summarise(service, book));
    assertEquals(List.of("1 of 3: 1-7", "2 of 3: 8-14", "3 of 3: 15-21"), heard.parts);
    assertEquals(4, session.asked.size());
    for (int part = 0; part < 3; part++) {
      String user = session.asked.get(part).getLast().text();
      assertTrue(user.contains("<!-- page " + (7 * part + 1) + " -->"), user);
      assertEquals(3, session.asked.get(part).size(), "a part knows nothing of the conversation");
    }
    String last = session.asked.getLast().getLast().text();
    assertTrue(last.contains("shown=\"notes\"") && !last.contains("xxx"), last);
    assertTrue(last.contains("<!-- notes on pages 15-21 -->\n\nFine.\n"), last);
    assertEquals(
        List.of("book.pdf: of 21 pages read in 3 parts were pages 1-7; 8-14; 15-21."),
        heard.sentences());
    assertEquals(1, heard.ends.size());
    assertEquals(4, heard.ends.getFirst().usage().promptTokens(), "what all passes cost");
    ask(service, "Why?", List.of(book));
    List<Message> question = session.asked.getLast();
    assertTrue(question.get(2).text().contains("notes on pages 1-7"), "the summary stays");
    assertTrue(question.getLast().text().contains("shown=\"1"), question.getLast().text());
    assertFalse(question.getLast().text().contains("<facts"), question.getLast().text());
  }

  @Test
  void notesThatAreTogetherTooLongAreCondensed() throws EngineException {
    FakeSession small = new FakeSession(1500);
    Paper book = paper("book", "book.pdf", "x".repeat(700), 60);
    assertInstanceOf(AnswerResult.Answered.class, summarise(service(small), book));
    assertEquals(60, heard.parts.size());
    assertTrue(small.asked.size() > 62, "notes on notes");
    String last = small.asked.getLast().getLast().text();
    assertTrue(last.contains("<!-- notes on pages 1, 2, 3, "), last);
    assertEquals(60, heard.coverage.getFirst().read().size());
    assertEquals(List.of(), heard.coverage.getFirst().missed());
    for (List<Message> messages : small.asked) {
      assertTrue(small.countTokens(messages) <= 1500 - MAX_TOKENS);
    }
  }

  @Test
  void aPartWithoutNotesIsNamed() throws EngineException {
    session.answer = List.of(Message.assistant("analysis", "Let me see"));
    summarise(service(session), paper("book", "book.pdf", "x".repeat(500), 8));
    assertEquals(
        List.of(
            "book.pdf: of 8 pages nothing was read. Not covered: pages 1-6, on which nothing was"
                + " noted; pages 7-8, on which nothing was noted."),
        heard.sentences());
  }

  @Test
  void cancellingEndsTheReadingOfParts() throws EngineException {
    Cancellation cancellation = new Cancellation();
    heard.beforePart = cancellation::cancel;
    Paper book = paper("book", "book.pdf", "x".repeat(500), 20);
    Question question =
        new Question(Purpose.SUMMARY, "", List.of(book), ReasoningEffort.LOW, Locale.ENGLISH);
    AnswerResult result = ask(service(session), question, cancellation);
    assertInstanceOf(AnswerResult.Answered.class, result);
    assertEquals(1, session.asked.size());
    assertEquals(TokenEvent.EndReason.CANCELLED, heard.ends.getFirst().reason());
  }

  @Test
  void aPaperOfWhichNothingFitsIsRefused() throws EngineException {
    Paper book = paper("book", "book.pdf", "x".repeat(6000), 2);
    TooLong refused = assertInstanceOf(TooLong.class, ask(service(session), "?", List.of(book)));
    assertEquals(List.of(), session.asked);
    assertTrue(refused.problem().contains("not even the first page of book.pdf fits"));
    assertEquals(Optional.of(16_384), refused.sufficientContext());
  }

  @Test
  void aSummaryWithoutRoomForNotesIsRefused() throws EngineException {
    FakeSession tiny = new FakeSession(900);
    Paper book = paper("book", "book.pdf", "x".repeat(100), 20);
    assertInstanceOf(TooLong.class, summarise(service(tiny), book));
    assertEquals(List.of(), tiny.asked);
  }

  @Test
  void aQuestionThatAloneDoesNotFitIsRefused() throws EngineException {
    TooLong refused =
        assertInstanceOf(TooLong.class, ask(service(session), "x".repeat(5000), List.of()));
    assertTrue(refused.problem().contains("4,000"), refused.problem());
  }

  @Test
  void theContextSuggestedIsLargeEnough() throws EngineException {
    for (int length : new int[] {10, 700, 1500, 3000, 6000, 12_000}) {
      Paper book = paper("book", "book.pdf", "x".repeat(length), 1);
      if (ask(service(session), "?", List.of(book)) instanceof TooLong refused) {
        int context = refused.sufficientContext().orElseThrow();
        int reserve = AnswerBudget.reserve(refused.maxTokens(), context);
        assertTrue(context - reserve >= refused.neededTokens(), refused.problem());
      }
    }
  }

  @Test
  void noContextIsSuggestedThatTheModelDoesNotHave() throws EngineException {
    Paper book = paper("book", "book.pdf", "x".repeat(30_000), 1);
    TooLong refused = assertInstanceOf(TooLong.class, ask(service(session), "?", List.of(book)));
    assertEquals(Optional.empty(), refused.sufficientContext());
  }

  private static ChatService service(FakeSession session) {
    return new ChatService(session, new CharacterTokenizer(), 20_000, () -> TODAY);
  }

  private AnswerResult ask(ChatService service, String text, List<Paper> papers)
      throws EngineException {
    return ask(service, text, papers, ReasoningEffort.LOW);
  }

  private AnswerResult ask(
      ChatService service, String text, List<Paper> papers, ReasoningEffort effort)
      throws EngineException {
    return ask(
        service,
        new Question(Purpose.QUESTION, text, papers, effort, Locale.ENGLISH),
        new Cancellation());
  }

  private AnswerResult ask(ChatService service, Question question, Cancellation cancellation)
      throws EngineException {
    AnswerResult result =
        service.ask(said, question, GenerationParams.greedy(MAX_TOKENS), cancellation, heard);
    if (result instanceof AnswerResult.Answered(Conversation next)) {
      said = next;
    }
    return result;
  }

  private AnswerResult summarise(ChatService service, Paper paper) throws EngineException {
    return ask(
        service,
        new Question(Purpose.SUMMARY, "", List.of(paper), ReasoningEffort.LOW, Locale.ENGLISH),
        new Cancellation());
  }

  private static Paper paper(String id, String name, String line, int pages) {
    return paper(id, name, DocumentKind.OTHER, Collections.nCopies(pages, line));
  }

  /** Thirty pages that do not fit. */
  private static Paper contract() {
    List<String> lines = new ArrayList<>(Collections.nCopies(30, "Clause. " + "x".repeat(200)));
    lines.set(4, "A garden may be used.");
    lines.set(16, "The notice period is three months.");
    return paper("contract", "contract.pdf", DocumentKind.OTHER, lines);
  }

  private static Paper paper(String id, String name, DocumentKind kind, List<String> lines) {
    List<Page> pages = new ArrayList<>();
    for (String line : lines) {
      Block block = new Block.Paragraph(List.of(new Block.Line(line, BOX)), BOX);
      pages.add(new Page(pages.size() + 1, 595, 842, List.of(block)));
    }
    return new Paper(
        id,
        new Document(name, "application/pdf", pages),
        new ReadReport(pages.size(), List.of(), List.of()),
        new Findings(
            kind,
            1,
            new Conventions(DecimalMark.UNKNOWN, DateOrder.UNKNOWN),
            List.of(),
            List.of()));
  }

  /** Keeps what it is told. */
  private static final class Heard implements AnswerListener {
    private final List<TokenEvent> events = new ArrayList<>();
    private final List<TokenEvent.End> ends = new ArrayList<>();
    private final List<String> parts = new ArrayList<>();
    private final List<Coverage> coverage = new ArrayList<>();
    private Runnable beforePart = () -> {};

    @Override
    public void event(TokenEvent event) {
      events.add(event);
      if (event instanceof TokenEvent.End end) {
        ends.add(end);
      }
    }

    @Override
    public void part(PartReading part) {
      beforePart.run();
      parts.add("%d of %d: %s".formatted(part.part(), part.parts(), part.shown()));
    }

    @Override
    public void coverage(List<Coverage> pages) {
      coverage.addAll(pages);
    }

    private List<String> sentences() {
      return coverage.stream().map(Coverage::sentence).toList();
    }

    private List<Class<?>> kinds() {
      return events.stream().<Class<?>>map(Object::getClass).toList();
    }
  }
}

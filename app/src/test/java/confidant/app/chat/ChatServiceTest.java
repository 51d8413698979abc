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
import confidant.ingest.ReadReport;
import confidant.ingest.document.Block;
import confidant.ingest.document.BoundingBox;
import confidant.ingest.document.Document;
import confidant.ingest.document.Page;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ChatServiceTest {
  private static final LocalDate TODAY = LocalDate.of(2026, 1, 31);
  private static final BoundingBox BOX = new BoundingBox(0, 0, 1, 1);
  private static final int MAX_TOKENS = 100;
  private final FakeSession session = new FakeSession(4000);
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
  void aPaperThatDoesNotFitIsRefusedWithWhatWouldFit() throws EngineException {
    Paper book = paper("book", "book.pdf", "x".repeat(500), 20);
    TooLong refused = assertInstanceOf(TooLong.class, ask(service(session), "?", List.of(book)));
    assertEquals(List.of(), session.asked);
    int fit = refused.papers().orElseThrow().pagesThatFit();
    assertTrue(fit > 0 && fit < 20, refused.problem());
    assertTrue(refused.problem().contains("first " + fit + " of 20 pages of book.pdf"));
    assertEquals(Optional.of(16_384), refused.sufficientContext());
    Paper part = paper("book", "book.pdf", "x".repeat(500), fit);
    assertInstanceOf(
        AnswerResult.Answered.class, ask(service(session), "?", List.of(part)), "as promised");
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
    Paper book = paper("book", "book.pdf", "x".repeat(900), 40);
    TooLong refused = assertInstanceOf(TooLong.class, ask(service(session), "?", List.of(book)));
    assertEquals(Optional.empty(), refused.sufficientContext());
  }

  private static ChatService service(FakeSession session) {
    return new ChatService(
        session, new CharacterTokenizer(), 20_000, new Conversation(), () -> TODAY);
  }

  private static AnswerResult ask(ChatService service, String text, List<Paper> papers)
      throws EngineException {
    return ask(service, text, papers, ReasoningEffort.LOW);
  }

  private static AnswerResult ask(
      ChatService service, String text, List<Paper> papers, ReasoningEffort effort)
      throws EngineException {
    return service.ask(
        new Question(text, papers, effort),
        GenerationParams.greedy(MAX_TOKENS),
        new Cancellation(),
        event -> {});
  }

  private static Paper paper(String id, String name, String line, int pages) {
    List<Page> list = new ArrayList<>();
    for (int number = 1; number <= pages; number++) {
      Block block = new Block.Paragraph(List.of(new Block.Line(line, BOX)), BOX);
      list.add(new Page(number, 595, 842, List.of(block)));
    }
    return new Paper(
        id,
        new Document(name, "application/pdf", list),
        new ReadReport(pages, List.of(), List.of()));
  }
}

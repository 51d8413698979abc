package confidant.ui.chat;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import confidant.ui.chat.ExchangeViewModel.State;
import confidant.ui.common.Texts;
import confidant.ui.documents.DocumentsViewModel;
import confidant.ui.fake.FakeChatPort;
import confidant.ui.fake.FakeDocumentPort;
import confidant.ui.fake.FakeModelPort;
import confidant.ui.fake.FakeSettingsPort;
import confidant.ui.fake.ManualFrames;
import confidant.ui.models.ModelViewModel;
import confidant.ui.port.ChatEvent;
import confidant.ui.port.ChatEvent.EndReason;
import confidant.ui.port.ChatPort.Kind;
import confidant.ui.port.ChatPort.Question;
import confidant.ui.port.DocumentEvent;
import confidant.ui.port.Effort;
import confidant.ui.settings.SettingsViewModel;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ConversationViewModelTest {
  private static final ChatEvent COMPLETE = new ChatEvent.Ended(EndReason.COMPLETE, 40, 12.5);

  private final ManualFrames frames = new ManualFrames();
  private final FakeChatPort chat = new FakeChatPort();
  private final FakeDocumentPort papers = new FakeDocumentPort();
  private final FakeModelPort modelPort = new FakeModelPort(FakeModelPort.TRAINED);
  private final DocumentsViewModel documents = new DocumentsViewModel(papers, frames);
  private final SettingsViewModel settings =
      new SettingsViewModel(new FakeSettingsPort(Effort.MEDIUM, false));
  private final ConversationViewModel conversation =
      new ConversationViewModel(
          chat,
          documents,
          new ModelViewModel(modelPort, new Texts(Locale.ENGLISH), frames),
          settings,
          frames);

  private void addReadyPaper() {
    documents.add(List.of(Path.of("a.pdf")));
    papers.send(new DocumentEvent.Ready("d1", "a.pdf", 2, 100, List.of()));
    frames.next();
  }

  private void ask(String text) {
    conversation.draftProperty().set(text);
    conversation.ask();
  }

  private ExchangeViewModel last() {
    return conversation.exchanges().getLast();
  }

  private void send(ChatEvent... events) {
    chat.send(events);
    frames.next();
  }

  private State state() {
    return last().stateProperty().get();
  }

  @Test
  void summariseIsPossibleOncePapersAreRead() {
    assertFalse(conversation.canSummariseProperty().get());
    documents.add(List.of(Path.of("a.pdf")));
    frames.next();
    assertFalse(conversation.canSummariseProperty().get());
    papers.send(new DocumentEvent.Ready("d1", "a.pdf", 2, 100, List.of()));
    frames.next();
    assertTrue(conversation.canSummariseProperty().get());
  }

  @Test
  void asksForASummaryOfThePapersWithTheChosenEffort() {
    addReadyPaper();
    settings.effortProperty().set(Effort.HIGH);
    conversation.summarise();
    Question question = chat.questions.getFirst();
    assertEquals(Kind.SUMMARY, question.kind());
    assertEquals("", question.text());
    assertEquals(List.of("d1"), question.documentIds());
    assertEquals(Effort.HIGH, question.effort());
    assertEquals(Optional.empty(), question.after());
  }

  @Test
  void asksWhatWasTypedAndEmptiesTheField() {
    ask("  What is due?\n");
    assertEquals("What is due?", chat.questions.getFirst().text());
    assertEquals("", conversation.draftProperty().get());
  }

  @Test
  void asksNothingForBlanksOrWhileAnAnswerIsOnItsWay() {
    ask(" \n ");
    assertEquals(0, chat.questions.size());
    ask("First?");
    ask("Second?");
    assertEquals(1, chat.questions.size());
    assertEquals("Second?", conversation.draftProperty().get(), "what was typed is kept");
  }

  @Test
  void asksNothingWhileAPaperIsStillRead() {
    documents.add(List.of(Path.of("a.pdf")));
    frames.next();
    ask("What is due?");
    assertEquals(0, chat.questions.size());
  }

  @Test
  void goesThroughEveryStageOfAnAnswer() {
    ask("What is due?");
    assertEquals(State.PREPARING, state());
    send(new ChatEvent.WaitingForModel());
    assertEquals(State.WAITING_FOR_MODEL, state());
    send(new ChatEvent.ReadingPrompt(128, 512, 3));
    assertEquals(State.READING_PROMPT, state());
    send(new ChatEvent.Reasoning("secret notes", 7));
    assertEquals(State.THINKING, state());
    assertEquals(7, last().thinkingTokensProperty().get());
    send(new ChatEvent.AnswerText("42 "), new ChatEvent.AnswerText("euro."));
    assertEquals(State.ANSWERING, state());
    assertEquals("42 euro.", last().answerProperty().get());
    send(COMPLETE);
    assertEquals(State.ENDED, state());
    assertFalse(conversation.answeringProperty().get());
  }

  @Test
  void reasoningIsNeverPartOfTheAnswer() {
    ask("?");
    send(new ChatEvent.Reasoning("secret notes", 7), new ChatEvent.AnswerText("Yes."), COMPLETE);
    assertEquals("Yes.", last().answerProperty().get());
  }

  @Test
  void reasoningIsNotKeptUnlessItIsWanted() {
    ask("?");
    send(new ChatEvent.Reasoning("secret notes", 7));
    assertEquals("", last().reasoningProperty().get());
    settings.showReasoningProperty().set(true);
    send(new ChatEvent.Reasoning(" and", 8), new ChatEvent.Reasoning(" more", 9));
    assertEquals(" and more", last().reasoningProperty().get());
  }

  @Test
  void reasoningThatWasKeptIsForgottenWhenItIsNoLongerWanted() {
    settings.showReasoningProperty().set(true);
    ask("?");
    send(new ChatEvent.Reasoning("secret notes", 7), COMPLETE);
    assertEquals("secret notes", last().reasoningProperty().get());
    settings.showReasoningProperty().set(false);
    assertEquals("", last().reasoningProperty().get());
    settings.showReasoningProperty().set(true);
    assertEquals("", last().reasoningProperty().get());
  }

  @Test
  void theAnswerCanBeHadNowWhileTheModelThinksAndOnce() {
    ask("?");
    conversation.answerNow();
    assertFalse(last().canAnswerNowProperty().get());
    send(new ChatEvent.ReadingPrompt(1, 9, -1));
    conversation.answerNow();
    assertEquals(0, chat.answersNow.get());
    send(new ChatEvent.Reasoning("hm", 1));
    assertTrue(last().canAnswerNowProperty().get());
    conversation.answerNow();
    assertEquals(1, chat.answersNow.get());
    send(new ChatEvent.Reasoning("hm", 2));
    assertFalse(last().canAnswerNowProperty().get());
    conversation.answerNow();
    assertEquals(1, chat.answersNow.get());
    send(new ChatEvent.AnswerText("Yes."), COMPLETE);
    assertEquals("Yes.", last().answerProperty().get());
  }

  @Test
  void anAnswerThatIsBeingStoppedCannotBeHadNow() {
    ask("?");
    send(new ChatEvent.Reasoning("hm", 1));
    conversation.stop();
    assertFalse(last().canAnswerNowProperty().get());
    conversation.answerNow();
    assertEquals(0, chat.answersNow.get());
  }

  @Test
  void anAnswerChangesOnceAFrameHoweverFastItComes() {
    ask("?");
    List<String> seen = new ArrayList<>();
    last().answerProperty().subscribe((_, now) -> seen.add(now));
    for (int i = 0; i < 1000; i++) {
      chat.send(new ChatEvent.AnswerText("x"));
    }
    frames.next();
    assertEquals(List.of("x".repeat(1000)), seen);
  }

  @Test
  void stopEndsTheAnswerAtEveryStage() {
    List<ChatEvent> stages =
        List.of(
            new ChatEvent.WaitingForModel(),
            new ChatEvent.ReadingPrompt(1, 9, -1),
            new ChatEvent.Reasoning("n", 1),
            new ChatEvent.AnswerText("a"));
    for (ChatEvent stage : stages) {
      ask("?");
      send(stage);
      int before = chat.stops.get();
      conversation.stop();
      assertEquals(before + 1, chat.stops.get());
      send(new ChatEvent.AnswerText(" late"));
      assertEquals(State.STOPPING, state(), "late text does not look like going on");
      send(new ChatEvent.Ended(EndReason.STOPPED, 1, 0));
      assertEquals(State.ENDED, state());
      assertFalse(conversation.canStopProperty().get());
    }
  }

  @Test
  void theConversationIsUsableAfterAStop() {
    ask("First?");
    conversation.stop();
    send(new ChatEvent.Ended(EndReason.STOPPED, 0, 0));
    ask("Second?");
    send(new ChatEvent.AnswerText("Yes."), COMPLETE);
    assertEquals("Yes.", last().answerProperty().get());
  }

  @Test
  void stopEndsReadingWhenThereIsNoAnswer() {
    documents.add(List.of(Path.of("a.pdf")));
    frames.next();
    assertTrue(conversation.canStopProperty().get());
    conversation.stop();
    assertEquals(List.of("d1"), papers.removed);
    assertEquals(0, chat.stops.get());
  }

  @Test
  void aFailureKeepsItsSentenceAndWhatWasWritten() {
    ask("?");
    send(new ChatEvent.AnswerText("Half"), new ChatEvent.Failed("The prompt is too long."));
    assertEquals(State.FAILED, state());
    assertEquals("Half", last().answerProperty().get());
    assertEquals("The prompt is too long.", last().failureProperty().get());
    assertFalse(conversation.answeringProperty().get());
  }

  @Test
  void everyAnswerOfAnUntrainedModelCarriesItsCaution() {
    modelPort.become(FakeModelPort.UNTRAINED);
    frames.next();
    ask("?");
    send(new ChatEvent.AnswerText("xyzzy"), COMPLETE);
    String caution = new Texts(Locale.ENGLISH).get("model.untrained");
    assertEquals(caution, last().cautionProperty().get());
    modelPort.become(FakeModelPort.TRAINED);
    frames.next();
    assertEquals(caution, last().cautionProperty().get());
  }

  @Test
  void aNewConversationBeginsOnlyWhenNoAnswerIsOnItsWay() {
    ask("?");
    conversation.clear();
    assertEquals(List.of(), chat.forgotten);
    send(COMPLETE);
    conversation.clear();
    assertEquals(List.of(chat.questions.getFirst().turnId()), chat.forgotten);
    assertEquals(List.of(), conversation.exchanges());
  }

  @Test
  void eventsOfAnEarlierAnswerDoNotTouchALaterOne() {
    ask("First?");
    send(COMPLETE);
    ask("Second?");
    chat.sendTo(0, new ChatEvent.AnswerText("late"), COMPLETE);
    frames.next();
    assertEquals("", conversation.exchanges().getFirst().answerProperty().get());
    assertTrue(conversation.answeringProperty().get());
  }
}

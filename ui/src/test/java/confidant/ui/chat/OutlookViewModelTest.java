package confidant.ui.chat;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import confidant.ui.chat.OutlookViewModel.Warning;
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
import confidant.ui.port.ChatPort.Upcoming;
import confidant.ui.port.DocumentEvent;
import confidant.ui.port.Effort;
import confidant.ui.port.Outlook;
import confidant.ui.port.Outlook.Beginning;
import confidant.ui.settings.SettingsViewModel;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** The outlook as a conversation has it prepared. */
class OutlookViewModelTest {
  private static final ChatEvent COMPLETE = new ChatEvent.Ended(EndReason.COMPLETE, 40, 12.5);

  private final ManualFrames frames = new ManualFrames();
  private final FakeChatPort chat = new FakeChatPort();
  private final FakeDocumentPort papers = new FakeDocumentPort();
  private final DocumentsViewModel documents = new DocumentsViewModel(papers, frames);
  private final SettingsViewModel settings =
      new SettingsViewModel(new FakeSettingsPort(Effort.MEDIUM, false));
  private final ConversationViewModel conversation =
      new ConversationViewModel(
          chat,
          documents,
          new ModelViewModel(
              new FakeModelPort(FakeModelPort.TRAINED), new Texts(Locale.ENGLISH), frames),
          settings,
          frames);
  private final OutlookViewModel outlook = conversation.outlook();

  /** All that is waiting, and what comes of it. */
  private void settle() {
    while (frames.next() > 0) {
      // Tasks may add tasks for the next frame.
    }
  }

  private void addReadyPapers(int count) {
    for (int i = 1; i <= count; i++) {
      documents.add(List.of(Path.of(i + ".pdf")));
      papers.send(new DocumentEvent.Ready("d" + i, i + ".pdf", 2, 100, List.of()));
    }
    settle();
  }

  private static Outlook outlook(int papers, int conversation, boolean whole) {
    return new Outlook(
        4000, papers, conversation, 1000, whole, new Beginning(500, 100, true), Map.of());
  }

  private void ask(String text) {
    conversation.draftProperty().set(text);
    conversation.ask();
    settle();
  }

  private Upcoming lastPrepared() {
    return chat.prepared.getLast();
  }

  @Test
  void aQuestionIsPreparedBeforeThereAreAnyPapers() {
    settle();
    assertEquals(List.of(new Upcoming(Optional.empty(), List.of(), Effort.MEDIUM)), chat.prepared);
    assertEquals(Outlook.UNKNOWN, outlook.outlookProperty().get());
  }

  @Test
  void papersArePreparedOnceTheyAreRead() {
    documents.add(List.of(Path.of("a.pdf")));
    settle();
    assertEquals(List.of(), lastPrepared().documentIds());
    papers.send(new DocumentEvent.Ready("d1", "a.pdf", 2, 100, List.of()));
    settle();
    assertEquals(List.of("d1"), lastPrepared().documentIds());
  }

  @Test
  void severalChangesInAFrameArePreparedOnce() {
    settle();
    int before = chat.prepared.size();
    addReadyPapers(1);
    documents.add(List.of(Path.of("2.pdf"), Path.of("3.pdf")));
    settle();
    papers.send(
        new DocumentEvent.Ready("d2", "2.pdf", 2, 100, List.of()),
        new DocumentEvent.Ready("d3", "3.pdf", 2, 100, List.of()));
    settings.effortProperty().set(Effort.HIGH);
    settle();
    assertEquals(before + 2, chat.prepared.size());
    assertEquals(
        new Upcoming(Optional.empty(), List.of("d1", "d2", "d3"), Effort.HIGH), lastPrepared());
  }

  @Test
  void aRemovedPaperIsNoLongerPrepared() {
    addReadyPapers(2);
    documents.remove(documents.documents().getFirst());
    settle();
    assertEquals(List.of("d2"), lastPrepared().documentIds());
  }

  @Test
  void nothingIsPreparedWhileAnAnswerIsOnItsWay() {
    addReadyPapers(1);
    chat.send(outlook(100, 10, true));
    settle();
    assertTrue(outlook.readingAheadProperty().get());
    int before = chat.prepared.size();
    ask("Why?");
    assertFalse(outlook.readingAheadProperty().get());
    settings.effortProperty().set(Effort.LOW);
    settle();
    assertEquals(before, chat.prepared.size());
    chat.send(COMPLETE);
    settle();
    String turn = chat.questions.getFirst().turnId();
    assertEquals(new Upcoming(Optional.of(turn), List.of("d1"), Effort.LOW), lastPrepared());
  }

  @Test
  void theSameIsPreparedAgainAfterAnAnswerThatLeftNothing() {
    settle();
    ask("Why?");
    chat.send(COMPLETE);
    settle();
    conversation.clear();
    settle();
    assertEquals(Optional.empty(), lastPrepared().after());
    assertEquals(3, chat.prepared.size());
  }

  @Test
  void theLatestOutlookOfAFrameCounts() {
    settle();
    chat.send(outlook(1, 1, true));
    chat.send(outlook(2, 2, true));
    settle();
    assertEquals(outlook(2, 2, true), outlook.outlookProperty().get());
  }

  @Test
  void whatIsToldOfAnEarlierPreparationMeansNothing() {
    addReadyPapers(1);
    int first = chat.prepared.size() - 1;
    settings.effortProperty().set(Effort.HIGH);
    settle();
    chat.sendTo(first, outlook(1, 1, true));
    settle();
    assertEquals(Outlook.UNKNOWN, outlook.outlookProperty().get());
  }

  @Test
  void warnsBeforeTheContextIsFull() {
    settle();
    assertEquals(Warning.NONE, outlook.warningProperty().get());
    chat.send(outlook(1000, 1000, true));
    settle();
    assertEquals(Warning.NONE, outlook.warningProperty().get());
    chat.send(outlook(1000, 1650, true));
    settle();
    assertEquals(Warning.NEARLY_FULL, outlook.warningProperty().get());
    chat.send(outlook(1000, 1990, true));
    settle();
    assertEquals(Warning.FULL, outlook.warningProperty().get());
    chat.send(outlook(9000, 300, false));
    settle();
    assertEquals(Warning.PAPERS_TOO_LONG, outlook.warningProperty().get());
  }
}

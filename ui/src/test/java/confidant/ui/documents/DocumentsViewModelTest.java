package confidant.ui.documents;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import confidant.ui.documents.DocumentViewModel.State;
import confidant.ui.fake.FakeDocumentPort;
import confidant.ui.fake.ManualFrames;
import confidant.ui.port.DocumentEvent;
import confidant.ui.port.PaperKind;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

class DocumentsViewModelTest {
  private final ManualFrames frames = new ManualFrames();
  private final FakeDocumentPort port = new FakeDocumentPort();
  private final DocumentsViewModel documents = new DocumentsViewModel(port, frames);

  private void add(String... files) {
    documents.add(List.of(files).stream().map(Path::of).toList());
    frames.next();
  }

  private void send(DocumentEvent... events) {
    port.send(events);
    frames.next();
  }

  private static DocumentEvent ready(String id, int tokens) {
    return new DocumentEvent.Ready(id, id + ".pdf", 2, tokens, List.of());
  }

  private DocumentViewModel only() {
    assertEquals(1, documents.documents().size());
    return documents.documents().getFirst();
  }

  @Test
  void showsEveryFileInItsOrderBeforeItIsRead() {
    add("b.pdf", "a.pdf");
    assertEquals(
        List.of("b.pdf", "a.pdf"),
        documents.documents().stream().map(d -> d.nameProperty().get()).toList());
    assertTrue(documents.readingProperty().get());
    assertFalse(documents.anyReadyProperty().get());
  }

  @Test
  void followsTheReadingPageByPage() {
    add("a.pdf");
    send(new DocumentEvent.Reading("d1", 3, 7));
    assertEquals(State.READING, only().stateProperty().get());
    assertEquals(3, only().pageProperty().get());
    assertEquals(7, only().pagesProperty().get());
  }

  @Test
  void countsPagesAndTokensOfWhatIsRead() {
    add("a.pdf", "b.pdf");
    send(ready("d1", 100), ready("d2", 250));
    assertEquals(350, documents.tokensProperty().get());
    assertEquals(List.of("d1", "d2"), documents.readyIds());
    assertFalse(documents.readingProperty().get());
  }

  @Test
  void knowsTheKindOfWhatIsRead() {
    add("a.pdf");
    assertEquals(PaperKind.OTHER, only().kindProperty().get());
    send(new DocumentEvent.Ready("d1", "a.pdf", 2, 5, List.of(), PaperKind.PAYSLIP));
    assertEquals(PaperKind.PAYSLIP, only().kindProperty().get());
  }

  @Test
  void showsNoticesOneALine() {
    add("a.pdf");
    send(new DocumentEvent.Ready("d1", "a.pdf", 2, 5, List.of("Page 1 is empty.", "Page 2 too.")));
    assertEquals("Page 1 is empty.\nPage 2 too.", only().messageProperty().get());
  }

  @Test
  void keepsAPaperThatFailedWithItsSentenceButAsksNothingAboutIt() {
    add("a.pdf");
    send(new DocumentEvent.Failed("d1", "a.pdf is encrypted: save it without its password."));
    assertEquals(State.FAILED, only().stateProperty().get());
    assertEquals(List.of(), documents.readyIds());
    assertFalse(documents.readingProperty().get());
  }

  @Test
  void forgetsARemovedPaperAndWhatStillArrivesOfIt() {
    add("a.pdf");
    documents.remove(only());
    send(ready("d1", 100));
    assertEquals(List.of(), documents.documents());
    assertEquals(List.of("d1"), port.removed);
    assertEquals(0, documents.tokensProperty().get());
  }

  @Test
  void takesARemovedPaperAgainWhenItIsAddedAgain() {
    add("a.pdf");
    documents.remove(only());
    send(new DocumentEvent.Queued("d1", "a.pdf"), ready("d1", 100));
    assertEquals(State.READY, only().stateProperty().get());
  }

  @Test
  void stoppingForgetsOnlyWhatIsNotReadYet() {
    add("a.pdf", "b.pdf", "c.pdf");
    send(ready("d1", 100), new DocumentEvent.Reading("d2", 1, 9));
    documents.stopReading();
    assertEquals(List.of("d2", "d3"), port.removed);
    assertEquals("d1", only().id());
  }

  @Test
  void adoptsManyEventsInOneFrame() {
    add("a.pdf");
    for (int page = 1; page <= 500; page++) {
      port.send(new DocumentEvent.Reading("d1", page, 500));
    }
    assertEquals(1, frames.next());
    assertEquals(500, only().pageProperty().get());
  }

  @Test
  void asksThePortNothingWhenNoFileWasChosen() {
    documents.add(List.of());
    assertEquals(List.of(), port.added);
    assertEquals(0, frames.next());
  }

  private static DocumentEvent locked(String id, String message) {
    return new DocumentEvent.PasswordNeeded(id, message);
  }

  @Test
  void asksForPasswordsOneAfterTheOther() {
    PasswordViewModel password = documents.password();
    add("a.pdf", "b.pdf");
    assertFalse(password.openProperty().get());
    send(locked("d1", ""), locked("d2", ""));
    assertTrue(password.openProperty().get());
    assertEquals("a.pdf", password.nameProperty().get());
    password.submit("");
    assertEquals("a.pdf", password.nameProperty().get(), "nothing was typed");
    password.submit("one");
    assertEquals("b.pdf", password.nameProperty().get());
    password.submit("two");
    assertFalse(password.openProperty().get());
    assertEquals(List.of("d1 one", "d2 two"), port.unlocked);
    assertFalse(documents.readingProperty().get());
  }

  @Test
  void asksAgainAfterAWrongPasswordAndSaysSo() {
    PasswordViewModel password = documents.password();
    add("a.pdf");
    send(locked("d1", ""));
    assertEquals("", password.messageProperty().get());
    password.submit("guess");
    send(locked("d1", "a.pdf does not open with this password."));
    assertTrue(password.openProperty().get());
    assertEquals("a.pdf does not open with this password.", password.messageProperty().get());
    password.submit("right");
    send(ready("d1", 100));
    assertEquals(State.READY, only().stateProperty().get());
    assertEquals("", only().messageProperty().get());
  }

  @Test
  void aPaperStaysLockedUntilItIsAskedAboutAgain() {
    PasswordViewModel password = documents.password();
    add("a.pdf");
    send(locked("d1", ""));
    password.cancel();
    assertFalse(password.openProperty().get());
    assertEquals(State.LOCKED, only().stateProperty().get());
    password.ask(only());
    assertTrue(password.openProperty().get());
    documents.remove(only());
    assertFalse(password.openProperty().get());
    assertEquals(List.of(), port.unlocked);
  }

  @Test
  void knowsWhetherAPaperIsAboutHealth() {
    add("a.pdf", "b.pdf");
    send(ready("d1", 10));
    assertFalse(documents.medicalProperty().get());
    send(new DocumentEvent.Ready("d2", "b.pdf", 1, 5, List.of(), PaperKind.MEDICAL_LETTER));
    assertTrue(documents.medicalProperty().get());
    documents.remove(documents.documents().getLast());
    assertFalse(documents.medicalProperty().get());
  }

  @Test
  void aFailureHasACodeUntilThePaperIsReadOnceMore() {
    add("a.pdf");
    send(new DocumentEvent.Failed("d1", "It is damaged.", "E-PAPER-DAMAGED"));
    assertEquals("E-PAPER-DAMAGED", only().failureCodeProperty().get());
    send(new DocumentEvent.Queued("d1", "a.pdf"));
    assertEquals("", only().failureCodeProperty().get());
  }
}

package confidant.ui.about;

import confidant.ui.common.Texts;
import confidant.ui.port.AboutPort;
import java.util.concurrent.Executor;
import java.util.stream.Collectors;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/** The About box: whether it is open, and the facts in the person's language. */
public final class AboutViewModel {
  private final AboutPort port;
  private final FactWords words;
  private final Executor frames;
  private final ReadOnlyBooleanWrapper open = new ReadOnlyBooleanWrapper();
  private final ObservableList<Fact> facts = FXCollections.observableArrayList();
  private final ObservableList<Fact> readOnlyFacts =
      FXCollections.unmodifiableObservableList(facts);

  /**
   * One line of the box.
   *
   * @param key which fact it is
   * @param name of the fact, for people
   */
  public record Fact(String key, String name, String value) {}

  public AboutViewModel(AboutPort port, Texts texts, Executor frames) {
    this.port = port;
    this.words = new FactWords(texts);
    this.frames = frames;
  }

  /** Opens the box; the facts are collected anew and appear when they are there. */
  public void show() {
    open.set(true);
    port.ask(found -> frames.execute(() -> facts.setAll(words.of(found))));
  }

  public void close() {
    open.set(false);
  }

  public ReadOnlyBooleanProperty openProperty() {
    return open.getReadOnlyProperty();
  }

  /** Empty until they were collected for the first time. */
  public ObservableList<Fact> facts() {
    return readOnlyFacts;
  }

  /** All facts as lines of text, for a message to somebody who helps. */
  public String asText() {
    return facts.stream()
        .map(fact -> fact.name() + ": " + fact.value())
        .collect(Collectors.joining("\n"));
  }
}

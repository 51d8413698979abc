package confidant.ui.chat;

import confidant.ui.common.Batches;
import confidant.ui.documents.DocumentsViewModel;
import confidant.ui.models.ModelViewModel;
import confidant.ui.port.ChatEvent;
import confidant.ui.port.ChatPort;
import confidant.ui.port.ChatPort.Kind;
import confidant.ui.port.ChatPort.Question;
import confidant.ui.port.ChatPort.Upcoming;
import confidant.ui.settings.SettingsViewModel;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Executor;
import javafx.beans.binding.Bindings;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.beans.value.ObservableValue;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;

/** The conversation and the question being typed. One question is answered at a time. */
public final class ConversationViewModel {
  private final ChatPort port;
  private final DocumentsViewModel documents;
  private final ModelViewModel model;
  private final SettingsViewModel settings;
  private final Executor executor;
  private final ObservableList<ExchangeViewModel> exchanges = FXCollections.observableArrayList();
  private final ObservableList<ExchangeViewModel> readOnly =
      FXCollections.unmodifiableObservableList(exchanges);
  private final StringProperty draft = new SimpleStringProperty("");
  private final ReadOnlyBooleanWrapper answering = new ReadOnlyBooleanWrapper();
  private final ReadOnlyBooleanWrapper canAsk = new ReadOnlyBooleanWrapper();
  private final ReadOnlyBooleanWrapper canSummarise = new ReadOnlyBooleanWrapper();
  private final ReadOnlyBooleanWrapper canStop = new ReadOnlyBooleanWrapper();
  private final ReadOnlyBooleanWrapper canClear = new ReadOnlyBooleanWrapper();
  private final OutlookViewModel outlook;
  private ChatPort.@Nullable Answering underWay;

  public ConversationViewModel(
      ChatPort port,
      DocumentsViewModel documents,
      ModelViewModel model,
      SettingsViewModel settings,
      Executor executor) {
    this.port = port;
    this.documents = documents;
    this.model = model;
    this.settings = settings;
    this.executor = executor;
    // While papers are read a question would be about some of them only, without saying so.
    var idle = answering.not().and(documents.readingProperty().not());
    canAsk.bind(idle.and(Bindings.createBooleanBinding(() -> !draft.get().isBlank(), draft)));
    canSummarise.bind(idle.and(documents.anyReadyProperty()));
    canStop.bind(answering.or(documents.readingProperty()));
    canClear.bind(answering.not().and(Bindings.isNotEmpty(exchanges)));
    settings
        .showReasoningProperty()
        .subscribe(
            shown -> {
              if (!shown) {
                exchanges.forEach(ExchangeViewModel::forgetReasoning);
              }
            });
    ObservableValue<Optional<Upcoming>> upcoming =
        Bindings.createObjectBinding(
            this::upcoming, answering, exchanges, documents.documents(), settings.effortProperty());
    outlook = new OutlookViewModel(port, upcoming, executor);
  }

  /** Asks what was typed. Nothing happens if that is not possible now. */
  public void ask() {
    if (canAsk.get()) {
      String text = draft.get().strip();
      draft.set("");
      ask(Kind.QUESTION, text);
    }
  }

  /** Asks for a summary of the papers. Nothing happens if that is not possible now. */
  public void summarise() {
    if (canSummarise.get()) {
      ask(Kind.SUMMARY, "");
    }
  }

  private void ask(Kind kind, String text) {
    Question question =
        new Question(
            UUID.randomUUID().toString(),
            lastTurn(),
            kind,
            text,
            documents.readyIds(),
            settings.effortProperty().get());
    ExchangeViewModel exchange = new ExchangeViewModel(question);
    exchanges.add(exchange);
    answering.set(true);
    ChatPort.Answering answer =
        port.ask(question, new Batches<>(executor, events -> apply(exchange, events)));
    exchange.onAnswerNow(answer::answerNow);
    underWay = answer;
  }

  /** The turn that the next question goes on from. */
  private Optional<String> lastTurn() {
    return exchanges.isEmpty()
        ? Optional.empty()
        : Optional.of(exchanges.getLast().question().turnId());
  }

  private void apply(ExchangeViewModel exchange, List<ChatEvent> events) {
    exchange.apply(events, model.noticeProperty().get(), settings.showReasoningProperty().get());
    // A late word about an earlier answer says nothing about the present one.
    if (!exchanges.isEmpty() && exchanges.getLast() == exchange) {
      answering.set(!exchange.stateProperty().get().isFinal());
    }
  }

  /** Ends the answer on its way; if there is none, the reading of papers. */
  public void stop() {
    if (answering.get() && underWay != null) {
      exchanges.getLast().stopping();
      underWay.stop();
    } else {
      documents.stopReading();
    }
  }

  /** Ends the reasoning of the answer on its way, and begins the answer. */
  public void answerNow() {
    if (answering.get()) {
      exchanges.getLast().answerNow();
    }
  }

  /** Begins anew; papers stay. Nothing happens while an answer is on its way. */
  public void clear() {
    if (canClear.get()) {
      port.forget(exchanges.stream().map(exchange -> exchange.question().turnId()).toList());
      exchanges.clear();
    }
  }

  /** What is known of the next question; empty while an answer is on its way. */
  private Optional<Upcoming> upcoming() {
    return answering.get()
        ? Optional.empty()
        : Optional.of(
            new Upcoming(lastTurn(), documents.readyIds(), settings.effortProperty().get()));
  }

  /** What the next question would take. */
  public OutlookViewModel outlook() {
    return outlook;
  }

  public ObservableList<ExchangeViewModel> exchanges() {
    return readOnly;
  }

  /** The question being typed. */
  public StringProperty draftProperty() {
    return draft;
  }

  public ReadOnlyBooleanProperty answeringProperty() {
    return answering.getReadOnlyProperty();
  }

  public ReadOnlyBooleanProperty canAskProperty() {
    return canAsk.getReadOnlyProperty();
  }

  public ReadOnlyBooleanProperty canSummariseProperty() {
    return canSummarise.getReadOnlyProperty();
  }

  public ReadOnlyBooleanProperty canStopProperty() {
    return canStop.getReadOnlyProperty();
  }

  public ReadOnlyBooleanProperty canClearProperty() {
    return canClear.getReadOnlyProperty();
  }
}

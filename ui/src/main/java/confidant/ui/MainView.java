package confidant.ui;

import confidant.ui.about.AboutView;
import confidant.ui.about.AboutViewModel;
import confidant.ui.chat.ComposerView;
import confidant.ui.chat.ConversationView;
import confidant.ui.chat.ConversationViewModel;
import confidant.ui.chat.EmptyView;
import confidant.ui.common.Buttons;
import confidant.ui.common.Column;
import confidant.ui.common.FileDialogs;
import confidant.ui.common.Icon;
import confidant.ui.common.NoticeBar;
import confidant.ui.common.NoticeBar.Tone;
import confidant.ui.common.Shown;
import confidant.ui.common.Texts;
import confidant.ui.documents.DocumentsView;
import confidant.ui.documents.DocumentsViewModel;
import confidant.ui.documents.DropZone;
import confidant.ui.documents.PasswordView;
import confidant.ui.models.ModelViewModel;
import confidant.ui.paper.FiguresViewModel;
import confidant.ui.paper.PaperView;
import confidant.ui.paper.PaperViewModel;
import confidant.ui.settings.SettingsViewModel;
import javafx.beans.binding.BooleanBinding;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/** Everything in the window. Files can be dropped anywhere on it. */
final class MainView extends StackPane {
  private static final KeyCombination OPEN =
      new KeyCodeCombination(KeyCode.O, KeyCombination.SHORTCUT_DOWN);
  private static final KeyCombination NEW =
      new KeyCodeCombination(KeyCode.N, KeyCombination.SHORTCUT_DOWN);

  private static final KeyCombination FIND =
      new KeyCodeCombination(KeyCode.F, KeyCombination.SHORTCUT_DOWN);

  /** What a paper takes of the window. */
  private static final double PAPER_SHARE = 0.42;

  private final ConversationViewModel conversation;
  private final DocumentsViewModel documents;
  private final PaperViewModel paper;
  private final PaperView paperView;
  private final AboutViewModel about;
  private final FileDialogs dialogs;
  private final ComposerView composer;

  MainView(
      ConversationViewModel conversation,
      DocumentsViewModel documents,
      PaperViewModel paper,
      FiguresViewModel figures,
      ModelViewModel model,
      SettingsViewModel settings,
      AboutViewModel about,
      FileDialogs dialogs,
      Texts texts) {
    this.conversation = conversation;
    this.documents = documents;
    this.paper = paper;
    this.about = about;
    this.dialogs = dialogs;
    setId("drop-zone");

    composer = new ComposerView(conversation, settings, texts, this::choosePapers);
    VBox top = new VBox(new HeaderView(conversation, model, settings, about, dialogs, texts));
    top.getChildren().addAll(notices(model, texts));
    VBox controls =
        new VBox(
            new DocumentsView(documents, texts, paper::open),
            composer,
            new StatusBar(settings, texts));
    controls.getStyleClass().add("controls");
    StackPane bottom = Column.around(controls);
    bottom.getStyleClass().add("bottom");
    bottom.setMinHeight(Region.USE_PREF_SIZE);
    StackPane middle =
        new StackPane(
            new EmptyView(conversation, documents, texts, this::choosePapers),
            new ConversationView(conversation, figures, texts));
    // In a small window it is the middle that gives way.
    middle.setMinHeight(0);
    paperView = new PaperView(paper, texts);
    paperView.prefWidthProperty().bind(widthProperty().multiply(PAPER_SHARE));
    BorderPane talk = new BorderPane(middle, null, null, bottom, null);
    talk.setMinWidth(0);
    BorderPane content = new BorderPane(talk, top, null, null, null);
    content.setRight(Shown.when(paper.openProperty(), paperView));
    content.disableProperty().bind(about.openProperty().or(documents.password().openProperty()));
    getChildren()
        .addAll(
            content,
            dropHint(texts),
            new AboutView(about, texts),
            new PasswordView(documents.password(), texts));
    addEventFilter(KeyEvent.KEY_PRESSED, this::shortcut);
  }

  /** Puts the keyboard where a question is typed. */
  void focusQuestion() {
    composer.focusQuestion();
  }

  private static Node[] notices(ModelViewModel model, Texts texts) {
    BooleanBinding trained = model.untrainedProperty().not();
    NoticeBar untrained =
        new NoticeBar(Tone.WARNING, model.untrainedProperty(), model.noticeProperty());
    untrained.setId("untrained");
    NoticeBar notice = new NoticeBar(Tone.INFO, trained, model.noticeProperty());
    notice.setId("model-notice");
    Button dismiss = Buttons.icon(Icon.CLOSE, texts.get("notice.dismiss"), model::dismissFailure);
    NoticeBar failure = NoticeBar.of(Tone.DANGER, model.failureProperty(), dismiss);
    failure.setId("model-error");
    return new Node[] {untrained, notice, failure};
  }

  private Node dropHint(Texts texts) {
    DropZone zone = new DropZone(this, documents::add);
    Label words = new Label(texts.get("drop.hint"), Icon.PAPER.draw());
    StackPane hint = new StackPane(words);
    hint.setId("drop-hint");
    hint.setMouseTransparent(true);
    return Shown.when(zone.hoveredProperty(), hint);
  }

  private void choosePapers() {
    documents.add(dialogs.papers());
  }

  private void shortcut(KeyEvent event) {
    if (about.openProperty().get() || documents.password().openProperty().get()) {
      return;
    }
    if (OPEN.match(event)) {
      choosePapers();
    } else if (FIND.match(event) && paper.openProperty().get()) {
      paperView.find();
    } else if (NEW.match(event)) {
      conversation.clear();
    } else if (event.getCode() == KeyCode.ESCAPE && conversation.canStopProperty().get()) {
      conversation.stop();
    } else {
      return;
    }
    event.consume();
  }
}

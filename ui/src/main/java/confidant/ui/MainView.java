package confidant.ui;

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
import confidant.ui.error.DetailsButton;
import confidant.ui.error.DetailsEvent;
import confidant.ui.help.Shortcut;
import confidant.ui.models.ModelViewModel;
import confidant.ui.paper.FiguresViewModel;
import confidant.ui.paper.PaperView;
import confidant.ui.paper.PaperViewModel;
import java.io.File;
import java.nio.file.Path;
import java.util.List;
import javafx.beans.binding.BooleanBinding;
import javafx.beans.binding.BooleanExpression;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.input.Clipboard;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/** Everything in the window. Files can be dropped anywhere on it. */
final class MainView extends StackPane {
  /** What a paper takes of the window. */
  private static final double PAPER_SHARE = 0.42;

  private final ConversationViewModel conversation;
  private final DocumentsViewModel documents;
  private final PaperViewModel paper;
  private final PaperView paperView;
  private final Pages pages;
  private final BooleanExpression pageOpen;
  private final FileDialogs dialogs;
  private final ComposerView composer;

  MainView(
      ConversationViewModel conversation,
      DocumentsViewModel documents,
      PaperViewModel paper,
      FiguresViewModel figures,
      ModelViewModel model,
      Pages pages,
      FileDialogs dialogs,
      Texts texts) {
    this.conversation = conversation;
    this.documents = documents;
    this.paper = paper;
    this.pages = pages;
    this.pageOpen = pages.open(documents);
    this.dialogs = dialogs;
    setId("drop-zone");

    composer = new ComposerView(conversation, pages.settings(), texts, this::choosePapers);
    VBox top = new VBox(new HeaderView(conversation, pages, dialogs, texts));
    top.getChildren().addAll(notices(model, pages.models()::show, texts));
    VBox controls =
        new VBox(
            medical(documents, texts),
            new DocumentsView(documents, texts, paper::open),
            composer,
            new StatusBar(pages.settings(), texts));
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
    content.disableProperty().bind(pageOpen);
    getChildren().addAll(content, dropHint(texts));
    getChildren().addAll(pages.views(documents, dialogs, texts));
    addEventHandler(DetailsEvent.COPY, pages::copyDetails);
    addEventFilter(KeyEvent.KEY_PRESSED, this::shortcut);
  }

  /** Puts the keyboard where a question is typed. */
  void focusQuestion() {
    composer.focusQuestion();
  }

  private static Node[] notices(ModelViewModel model, Runnable findModel, Texts texts) {
    BooleanBinding trained = model.untrainedProperty().not();
    NoticeBar untrained =
        new NoticeBar(
            Tone.WARNING,
            model.untrainedProperty(),
            model.noticeProperty(),
            realModel(findModel, texts));
    untrained.setId("untrained");
    NoticeBar notice =
        new NoticeBar(Tone.INFO, trained, model.noticeProperty(), realModel(findModel, texts));
    notice.setId("model-notice");
    Button dismiss = Buttons.icon(Icon.CLOSE, texts.get("notice.dismiss"), model::dismissFailure);
    NoticeBar failure =
        NoticeBar.of(
            Tone.DANGER,
            model.failureProperty(),
            DetailsButton.of(model.failureCodeProperty(), texts),
            dismiss);
    failure.setId("model-error");
    return new Node[] {untrained, notice, failure};
  }

  /** The way from the model that comes along to the one that gives real answers. */
  private static Button realModel(Runnable findModel, Texts texts) {
    Button button = new Button(texts.get("models.real"));
    button.getStyleClass().add("real-model");
    button.setAccessibleText(button.getText());
    button.setMinWidth(Region.USE_PREF_SIZE);
    button.setOnAction(_ -> findModel.run());
    return button;
  }

  private static NoticeBar medical(DocumentsViewModel documents, Texts texts) {
    NoticeBar line =
        new NoticeBar(
                Tone.INFO,
                documents.medicalProperty(),
                new ReadOnlyStringWrapper(texts.get("medical.no-advice")))
            .compact();
    line.setId("medical");
    return line;
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
    if (pages.changeLook(event) || (!pageOpen.get() && (pages.open(event) || act(event)))) {
      event.consume();
    }
  }

  /** Does what a key says; true if it was a key that does something now. */
  private boolean act(KeyEvent event) {
    if (Shortcut.OPEN.matches(event)) {
      choosePapers();
    } else if (Shortcut.FIND.matches(event) && paper.openProperty().get()) {
      paperView.find();
    } else if (Shortcut.PASTE.matches(event)) {
      // Words on the clipboard are for whatever control has the keyboard.
      return pasteFiles(Clipboard.getSystemClipboard());
    } else if (Shortcut.NEW.matches(event)) {
      conversation.clear();
    } else if (Shortcut.QUESTION.matches(event)) {
      focusQuestion();
    } else if (Shortcut.STOP.matches(event) && conversation.canStopProperty().get()) {
      conversation.stop();
    } else {
      return false;
    }
    return true;
  }

  private boolean pasteFiles(Clipboard clipboard) {
    List<Path> files = clipboard.getFiles().stream().map(File::toPath).toList();
    documents.add(files);
    return !files.isEmpty();
  }
}

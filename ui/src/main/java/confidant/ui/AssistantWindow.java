package confidant.ui;

import confidant.ui.about.AboutViewModel;
import confidant.ui.chat.ConversationViewModel;
import confidant.ui.common.FileDialogs;
import confidant.ui.common.FxExecutor;
import confidant.ui.common.SystemFileDialogs;
import confidant.ui.common.Texts;
import confidant.ui.documents.DocumentsViewModel;
import confidant.ui.models.ModelViewModel;
import confidant.ui.paper.FiguresViewModel;
import confidant.ui.paper.PaperViewModel;
import confidant.ui.port.AboutPort;
import confidant.ui.port.ChatPort;
import confidant.ui.port.DocumentPort;
import confidant.ui.port.ModelPort;
import confidant.ui.port.PaperPort;
import confidant.ui.port.SettingsPort;
import confidant.ui.settings.SettingsViewModel;
import confidant.ui.theme.ThemeManager;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Executor;
import java.util.function.Function;
import javafx.scene.Scene;
import javafx.stage.Stage;

/** The program's window. */
public final class AssistantWindow {
  private static final double MIN_WIDTH = 640;
  private static final double MIN_HEIGHT = 480;
  private static final double WIDTH = 960;
  private static final double HEIGHT = 720;

  private final Texts texts;
  private final Function<Stage, FileDialogs> dialogs;
  private final SettingsViewModel settings;
  private final ModelViewModel model;
  private final DocumentsViewModel documents;
  private final PaperViewModel paper;
  private final FiguresViewModel figures;
  private final ConversationViewModel conversation;
  private final AboutViewModel about;

  /** A window in the person's language. */
  public AssistantWindow(
      ChatPort chat,
      DocumentPort documents,
      PaperPort papers,
      ModelPort model,
      SettingsPort settings,
      AboutPort about) {
    this(chat, documents, papers, model, settings, about, new Texts(Locale.getDefault()));
  }

  private AssistantWindow(
      ChatPort chat,
      DocumentPort documents,
      PaperPort papers,
      ModelPort model,
      SettingsPort settings,
      AboutPort about,
      Texts texts) {
    this(
        chat,
        documents,
        papers,
        model,
        settings,
        about,
        texts,
        stage -> new SystemFileDialogs(stage, texts));
  }

  /** A window with words and file dialogs of the caller's choice. */
  AssistantWindow(
      ChatPort chat,
      DocumentPort documents,
      PaperPort papers,
      ModelPort model,
      SettingsPort settings,
      AboutPort about,
      Texts texts,
      Function<Stage, FileDialogs> dialogs) {
    this.texts = texts;
    this.dialogs = dialogs;
    Executor frames = new FxExecutor();
    this.settings = new SettingsViewModel(settings);
    this.model = new ModelViewModel(model, texts, frames);
    this.documents = new DocumentsViewModel(documents, frames);
    this.paper = new PaperViewModel(papers, this.documents, frames);
    this.figures = new FiguresViewModel(papers, frames, paper);
    this.conversation =
        new ConversationViewModel(chat, this.documents, this.model, this.settings, frames);
    this.about = new AboutViewModel(about, texts, frames);
  }

  /** Shows the window on {@code stage}. On the JavaFX thread. */
  public void show(Stage stage) {
    MainView view =
        new MainView(
            conversation,
            documents,
            paper,
            figures,
            model,
            settings,
            about,
            dialogs.apply(stage),
            texts);
    Scene scene = new Scene(view, WIDTH, HEIGHT);
    ThemeManager.dress(scene, settings.darkProperty());
    stage.setTitle(texts.get("window.title"));
    stage.setMinWidth(MIN_WIDTH);
    stage.setMinHeight(MIN_HEIGHT);
    stage.setScene(scene);
    stage.setOnHidden(_ -> conversation.stop());
    stage.show();
    view.focusQuestion();
  }

  /** Adds files as if they had been dropped. On the JavaFX thread. */
  public void open(List<Path> files) {
    documents.add(files);
  }
}

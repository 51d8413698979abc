package confidant.ui;

import confidant.ui.about.AboutViewModel;
import confidant.ui.chat.ConversationViewModel;
import confidant.ui.common.FileDialogs;
import confidant.ui.common.FxExecutor;
import confidant.ui.common.SystemFileDialogs;
import confidant.ui.common.Texts;
import confidant.ui.documents.DocumentsViewModel;
import confidant.ui.error.ErrorDetails;
import confidant.ui.help.HelpViewModel;
import confidant.ui.models.ModelViewModel;
import confidant.ui.models.ModelsViewModel;
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
import java.util.concurrent.Executor;
import java.util.function.Function;
import javafx.scene.Scene;
import javafx.stage.Stage;
import org.jspecify.annotations.Nullable;

/** The program's window. */
public final class AssistantWindow {
  private static final double MIN_WIDTH = 640;
  private static final double MIN_HEIGHT = 480;
  private static final double LARGE_TEXT_WIDTH = 900;
  private static final double LARGE_TEXT_HEIGHT = 640;
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
  private final Pages pages;
  private @Nullable Stage shown;

  /** A window in the person's language. */
  public AssistantWindow(
      ChatPort chat,
      DocumentPort documents,
      PaperPort papers,
      ModelPort model,
      SettingsPort settings,
      AboutPort about) {
    this(chat, documents, papers, model, settings, about, new Texts(settings.locale()));
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
    this.settings = new SettingsViewModel(settings, ThemeManager.system());
    this.model = new ModelViewModel(model, texts, frames);
    this.documents = new DocumentsViewModel(documents, frames);
    this.paper = new PaperViewModel(papers, this.documents, frames);
    this.figures = new FiguresViewModel(papers, frames, paper);
    this.conversation =
        new ConversationViewModel(chat, this.documents, this.model, this.settings, frames);
    this.pages =
        new Pages(
            new ModelsViewModel(model, this.model, this.settings, texts, frames),
            this.settings,
            new HelpViewModel(),
            new AboutViewModel(about, texts, frames),
            new ErrorDetails(about, texts, frames));
  }

  /** Shows the window on {@code stage}. On the JavaFX thread. */
  public void show(Stage stage) {
    MainView view = view(stage);
    Scene scene = new Scene(view, WIDTH, HEIGHT);
    ThemeManager.dress(scene, settings);
    stage.setTitle(texts.get("window.title"));
    settings.textPercentProperty().subscribe(percent -> leaveRoom(stage, percent.intValue()));
    stage.setScene(scene);
    WindowPlaces places = new WindowPlaces(stage, settings, WIDTH, HEIGHT);
    places.restore();
    stage.setOnHidden(
        _ -> {
          places.remember();
          conversation.stop();
        });
    settings.languageProperty().subscribe((_, _) -> speak(scene, stage));
    stage.show();
    view.focusQuestion();
    shown = stage;
  }

  /** Larger text needs a larger window, up to what fits on every screen. */
  private static void leaveRoom(Stage stage, int textPercent) {
    double scale = Math.max(1, textPercent / 100.0);
    stage.setMinWidth(Math.min(LARGE_TEXT_WIDTH, scale * MIN_WIDTH));
    stage.setMinHeight(Math.min(LARGE_TEXT_HEIGHT, scale * MIN_HEIGHT));
  }

  private MainView view(Stage stage) {
    return new MainView(
        conversation, documents, paper, figures, model, pages, dialogs.apply(stage), texts);
  }

  /** Builds the view anew in the language that was chosen; all it shows is in the view models. */
  private void speak(Scene scene, Stage stage) {
    texts.speak(settings.locale());
    scene.setRoot(view(stage));
  }

  /** Puts the window before all others. On the JavaFX thread. */
  public void raise() {
    if (shown != null) {
      shown.setIconified(false);
      shown.toFront();
      shown.requestFocus();
    }
  }

  /** Adds files as if they had been dropped. On the JavaFX thread. */
  public void open(List<Path> files) {
    documents.add(files);
  }
}

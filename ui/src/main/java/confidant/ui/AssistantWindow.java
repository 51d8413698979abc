package confidant.ui;

import confidant.ui.port.ChatPort;
import confidant.ui.port.DocumentPort;
import confidant.ui.port.ModelPort;
import confidant.ui.port.SettingsPort;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import javafx.stage.Stage;

/** The program's window. */
public final class AssistantWindow {
  private final DocumentPort documents;

  public AssistantWindow(
      ChatPort chat, DocumentPort documents, ModelPort model, SettingsPort settings) {
    Objects.requireNonNull(chat);
    Objects.requireNonNull(model);
    Objects.requireNonNull(settings);
    this.documents = documents;
  }

  /** Shows the window on {@code stage}. On the JavaFX thread. */
  public void show(Stage stage) {
    stage.show();
  }

  /** Adds files as if they had been dropped. On the JavaFX thread. */
  public void open(List<Path> files) {
    documents.add(files, event -> {});
  }
}

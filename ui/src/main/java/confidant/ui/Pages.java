package confidant.ui;

import confidant.ui.about.AboutView;
import confidant.ui.about.AboutViewModel;
import confidant.ui.common.FileDialogs;
import confidant.ui.common.Shown;
import confidant.ui.common.Texts;
import confidant.ui.documents.DocumentsViewModel;
import confidant.ui.documents.PasswordView;
import confidant.ui.error.DetailsEvent;
import confidant.ui.error.ErrorDetails;
import confidant.ui.help.HelpView;
import confidant.ui.help.HelpViewModel;
import confidant.ui.help.Shortcut;
import confidant.ui.models.ModelsView;
import confidant.ui.models.ModelsViewModel;
import confidant.ui.settings.SettingsView;
import confidant.ui.settings.SettingsViewModel;
import java.util.List;
import java.util.function.Supplier;
import javafx.beans.binding.BooleanExpression;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.StackPane;

/**
 * The pages that open above all else – models, settings, keys, what the program is, passwords – and
 * the keys that lead to them.
 *
 * @param models which model is used
 * @param settings what the window remembers
 * @param help which keys do what
 * @param about what the program is
 * @param errors what is told of failures
 */
record Pages(
    ModelsViewModel models,
    SettingsViewModel settings,
    HelpViewModel help,
    AboutViewModel about,
    ErrorDetails errors) {

  /** A node for each page. */
  List<Node> views(DocumentsViewModel documents, FileDialogs dialogs, Texts texts) {
    return List.of(
        onceOpen(models.openProperty(), () -> new ModelsView(models, dialogs, texts)),
        onceOpen(settings.openProperty(), () -> new SettingsView(settings, texts)),
        onceOpen(help.openProperty(), () -> new HelpView(help, texts)),
        new AboutView(about, texts),
        new PasswordView(documents.password(), texts));
  }

  /** Most starts of the program never show these pages, so they are made when they are opened. */
  private static Node onceOpen(ObservableValue<Boolean> open, Supplier<Node> page) {
    StackPane place = new StackPane();
    open.subscribe(
        isOpen -> {
          if (isOpen && place.getChildren().isEmpty()) {
            place.getChildren().add(page.get());
          }
        });
    return Shown.when(open, place);
  }

  /** Whether one of them is open, so that what lies behind takes no keys. */
  BooleanExpression open(DocumentsViewModel documents) {
    return models
        .openProperty()
        .or(settings.openProperty())
        .or(help.openProperty())
        .or(about.openProperty())
        .or(documents.password().openProperty());
  }

  /** Opens the page that a key leads to; true if it was such a key. */
  boolean open(KeyEvent event) {
    if (Shortcut.MODEL.matches(event)) {
      models.show();
    } else if (Shortcut.SETTINGS.matches(event)) {
      settings.show();
    } else if (Shortcut.HELP.matches(event)) {
      help.show();
    } else {
      return false;
    }
    return true;
  }

  /** Changes the window's look as a key says; true if it was such a key. Works on pages, too. */
  boolean changeLook(KeyEvent event) {
    if (Shortcut.DARK.matches(event)) {
      settings.switchDark();
    } else if (Shortcut.LARGER.matches(event)) {
      settings.enlargeText();
    } else if (Shortcut.SMALLER.matches(event)) {
      settings.reduceText();
    } else if (Shortcut.USUAL_SIZE.matches(event)) {
      settings.resetText();
    } else {
      return false;
    }
    return true;
  }

  /** Puts the details of a failure on the clipboard. */
  void copyDetails(DetailsEvent event) {
    errors.collect(
        event.code(),
        details -> {
          ClipboardContent content = new ClipboardContent();
          content.putString(details);
          Clipboard.getSystemClipboard().setContent(content);
        });
    event.consume();
  }
}

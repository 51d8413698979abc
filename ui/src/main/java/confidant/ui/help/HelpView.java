package confidant.ui.help;

import confidant.ui.common.Overlay;
import confidant.ui.common.Texts;
import javafx.scene.control.Label;
import javafx.scene.layout.GridPane;

/** Which keys do what. */
public final class HelpView extends Overlay {
  /** Keys that only mean something where the keyboard is: the text of each, and what it does. */
  private static final String[] LOCAL = {"ask", "line", "tab", "space", "select", "copy", "menu"};

  private final GridPane grid = new GridPane();

  public HelpView(HelpViewModel help, Texts texts) {
    super(
        "help",
        texts.get("help.title"),
        texts.get("overlay.close"),
        help.openProperty(),
        help::close);
    grid.getStyleClass().add("help-keys");
    for (Shortcut shortcut : Shortcut.values()) {
      row(spelled(shortcut, texts), texts.get(shortcut.textKey()));
    }
    for (String local : LOCAL) {
      row(texts.get("help." + local + "-keys"), texts.get("help." + local));
    }
    body().getChildren().add(grid);
  }

  /** JavaFX writes keys in English only. */
  private static String spelled(Shortcut shortcut, Texts texts) {
    return shortcut
        .display()
        .replace("Ctrl", texts.get("help.ctrl"))
        .replace("Shift", texts.get("help.shift"));
  }

  private void row(String keys, String words) {
    Label key = new Label(keys);
    key.getStyleClass().add("help-key");
    key.setMinWidth(USE_PREF_SIZE);
    Label text = new Label(words);
    text.setWrapText(true);
    text.setMinHeight(USE_PREF_SIZE);
    key.setLabelFor(text);
    grid.addRow(grid.getRowCount(), key, text);
  }
}

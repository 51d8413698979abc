package confidant.ui.documents;

import atlantafx.base.theme.Styles;
import confidant.ui.common.Shown;
import confidant.ui.common.Texts;
import javafx.beans.binding.Bindings;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.PasswordField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/** The question for a password, in the middle of the window; Escape leaves the paper locked. */
public final class PasswordView extends StackPane {
  private final PasswordViewModel password;
  private final PasswordField field = new PasswordField();

  public PasswordView(PasswordViewModel password, Texts texts) {
    this.password = password;
    setId("password");
    getStyleClass().add("veil");
    Label title = new Label();
    title.setId("password-title");
    title.getStyleClass().add("password-title");
    title.setWrapText(true);
    title.textProperty().bind(password.nameProperty().map(n -> texts.get("password.title", n)));
    Label message = new Label();
    message.setId("password-message");
    message.getStyleClass().add("password-message");
    message.setWrapText(true);
    message.textProperty().bind(password.messageProperty());
    Shown.when(password.messageProperty().map(text -> !text.isEmpty()), message);
    field.setId("password-field");
    field.setAccessibleText(texts.get("password.word"));
    field.setPromptText(texts.get("password.word"));
    field.setOnAction(_ -> submit());
    Label promise = new Label(texts.get("password.promise"));
    promise.getStyleClass().add("password-promise");
    promise.setWrapText(true);
    VBox box = new VBox(title, message, field, promise, buttons(texts));
    box.getStyleClass().addAll("overlay-box", "password-box");
    box.setMaxHeight(USE_PREF_SIZE);
    getChildren().add(box);
    Shown.when(password.openProperty(), this);
    password.openProperty().subscribe(open -> begin(open));
    // The next paper may be another while the box stays open.
    password.nameProperty().subscribe(_ -> begin(password.openProperty().get()));
    addEventFilter(KeyEvent.KEY_PRESSED, this::escape);
  }

  private HBox buttons(Texts texts) {
    Button cancel = new Button(texts.get("password.cancel"));
    cancel.setId("password-cancel");
    cancel.setAccessibleText(cancel.getText());
    cancel.setOnAction(_ -> password.cancel());
    Button submit = new Button(texts.get("password.open"));
    submit.setId("password-open");
    submit.setAccessibleText(submit.getText());
    submit.getStyleClass().add(Styles.ACCENT);
    submit.setOnAction(_ -> submit());
    submit.disableProperty().bind(Bindings.isEmpty(field.textProperty()));
    HBox buttons = new HBox(cancel, submit);
    buttons.getStyleClass().add("password-buttons");
    buttons.setAlignment(Pos.CENTER_RIGHT);
    return buttons;
  }

  private void begin(boolean open) {
    field.clear();
    if (open) {
      field.requestFocus();
    }
  }

  private void submit() {
    String word = field.getText();
    field.clear();
    password.submit(word);
  }

  private void escape(KeyEvent event) {
    if (event.getCode() == KeyCode.ESCAPE) {
      password.cancel();
      event.consume();
    }
  }
}

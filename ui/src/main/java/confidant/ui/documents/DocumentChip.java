package confidant.ui.documents;

import atlantafx.base.theme.Styles;
import confidant.ui.common.Buttons;
import confidant.ui.common.Icon;
import confidant.ui.common.Shown;
import confidant.ui.common.Texts;
import confidant.ui.documents.DocumentViewModel.State;
import confidant.ui.error.DetailsButton;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.StringBinding;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** A paper: its name, how far its reading is, what was wrong with it, and a way to remove it. */
final class DocumentChip extends VBox {
  private static final PseudoClass FAILED = PseudoClass.getPseudoClass("failed");

  private final DocumentViewModel document;
  private final Texts texts;

  DocumentChip(
      DocumentViewModel document, Texts texts, Runnable show, Runnable remove, Runnable unlock) {
    this.document = document;
    this.texts = texts;
    getStyleClass().add("document");
    setMaxHeight(Region.USE_PREF_SIZE);
    StringBinding detail =
        Bindings.createStringBinding(
            this::detail,
            document.stateProperty(),
            document.pageProperty(),
            document.pagesProperty(),
            document.tokensProperty(),
            document.kindProperty());
    getChildren().addAll(head(detail, show, remove, unlock), progress(), message());
    accessibleTextProperty()
        .bind(
            Bindings.createStringBinding(
                () ->
                    String.join(
                        ". ",
                        document.nameProperty().get(),
                        detail.get(),
                        document.messageProperty().get()),
                document.nameProperty(),
                detail,
                document.messageProperty()));
    document
        .stateProperty()
        .subscribe(state -> pseudoClassStateChanged(FAILED, state == State.FAILED));
  }

  private HBox head(StringBinding detail, Runnable show, Runnable remove, Runnable unlock) {
    Label name = new Label();
    name.getStyleClass().add("document-name");
    name.textProperty().bind(document.nameProperty());
    Label detailLabel = new Label();
    detailLabel.getStyleClass().add("document-detail");
    detailLabel.textProperty().bind(detail);
    detailLabel.setMinWidth(Region.USE_PREF_SIZE);
    Region space = new Region();
    HBox.setHgrow(space, Priority.ALWAYS);
    Button button = Buttons.icon(Icon.CLOSE, "", remove);
    button.getStyleClass().add("document-remove");
    button
        .accessibleTextProperty()
        .bind(document.nameProperty().map(text -> texts.get("document.remove", text)));
    button.getTooltip().textProperty().bind(button.accessibleTextProperty());
    HBox head = new HBox(show(show), name, detailLabel, space, unlock(unlock), details(), button);
    head.getStyleClass().add("document-head");
    head.setAlignment(Pos.CENTER_LEFT);
    return head;
  }

  private Button show(Runnable show) {
    Button button = Buttons.icon(Icon.PAPER, "", show);
    button.getStyleClass().add("document-show");
    button
        .accessibleTextProperty()
        .bind(document.nameProperty().map(text -> texts.get("document.show", text)));
    button.getTooltip().textProperty().bind(button.accessibleTextProperty());
    button.disableProperty().bind(document.stateProperty().isNotEqualTo(State.READY));
    return button;
  }

  private Button unlock(Runnable unlock) {
    Button button = new Button(texts.get("document.unlock"));
    button.getStyleClass().addAll(Styles.SMALL, "document-unlock");
    button.setAccessibleText(texts.get("document.unlock"));
    button.setMinWidth(Region.USE_PREF_SIZE);
    button.setOnAction(_ -> unlock.run());
    return Shown.when(document.stateProperty().map(state -> state == State.LOCKED), button);
  }

  private Button details() {
    return DetailsButton.of(document.failureCodeProperty(), texts);
  }

  private ProgressBar progress() {
    ProgressBar bar = new ProgressBar();
    bar.getStyleClass().add(Styles.SMALL);
    bar.setMaxWidth(Double.MAX_VALUE);
    bar.progressProperty()
        .bind(
            Bindings.createDoubleBinding(
                this::progressValue, document.pageProperty(), document.pagesProperty()));
    bar.setAccessibleText(texts.get("document.progress"));
    return Shown.when(document.stateProperty().map(state -> state == State.READING), bar);
  }

  private double progressValue() {
    int pages = document.pagesProperty().get();
    // The page being read is not read yet.
    return pages == 0
        ? ProgressBar.INDETERMINATE_PROGRESS
        : (document.pageProperty().get() - 0.5) / pages;
  }

  private Label message() {
    Label message = new Label();
    message.getStyleClass().add("document-message");
    message.setWrapText(true);
    message.setMinHeight(Region.USE_PREF_SIZE);
    message.textProperty().bind(document.messageProperty());
    return Shown.when(document.messageProperty().map(text -> !text.isEmpty()), message);
  }

  private String detail() {
    int pages = document.pagesProperty().get();
    return switch (document.stateProperty().get()) {
      case QUEUED -> texts.get("document.queued");
      case READING ->
          pages == 0
              ? texts.get("document.opening")
              : texts.get("document.reading", document.pageProperty().get(), pages);
      case READY -> kind() + texts.get("document.ready", pages, document.tokensProperty().get());
      case LOCKED -> texts.get("document.locked");
      case FAILED -> texts.get("document.failed");
    };
  }

  private String kind() {
    String name =
        switch (document.kindProperty().get()) {
          case PAYSLIP -> texts.get("kind.payslip");
          case BANK_STATEMENT -> texts.get("kind.bank-statement");
          case MEDICAL_LETTER -> texts.get("kind.medical-letter");
          case LAB_REPORT -> texts.get("kind.lab-report");
          case INVOICE -> texts.get("kind.invoice");
          case TAX_FORM -> texts.get("kind.tax-form");
          case OTHER -> "";
        };
    return name.isEmpty() ? "" : name + " · ";
  }
}

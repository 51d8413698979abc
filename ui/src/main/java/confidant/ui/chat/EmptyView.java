package confidant.ui.chat;

import confidant.ui.common.Buttons;
import confidant.ui.common.Icon;
import confidant.ui.common.Shown;
import confidant.ui.common.Texts;
import confidant.ui.documents.DocumentsViewModel;
import confidant.ui.port.PaperKind;
import java.util.List;
import java.util.Locale;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.scene.shape.SVGPath;
import javafx.scene.text.TextAlignment;

/** What stands where the conversation will be: an invitation, then what can be done next. */
public final class EmptyView extends VBox {
  private static final PseudoClass INVITING = PseudoClass.getPseudoClass("inviting");

  private static final List<PaperKind> SAMPLES =
      List.of(
          PaperKind.PAYSLIP,
          PaperKind.BANK_STATEMENT,
          PaperKind.LAB_REPORT,
          PaperKind.MEDICAL_LETTER);

  /** Lower than this it shows words only, in pixels. */
  private static final double ROOM_FOR_PICTURE = 250;

  /**
   * @param open lets the person choose papers
   */
  public EmptyView(
      ConversationViewModel conversation,
      DocumentsViewModel documents,
      Texts texts,
      Runnable open) {
    setId("empty");
    getStyleClass().add("empty");
    BooleanBinding noPapers = Bindings.isEmpty(documents.documents());
    noPapers.subscribe(none -> pseudoClassStateChanged(INVITING, none));
    setMinHeight(0);
    SVGPath drawing = Icon.PAPER.draw();
    drawing.getStyleClass().add("empty-drawing");
    // Drawn at three times its grid, with a line that does not grow along.
    drawing.setScaleX(3);
    drawing.setScaleY(3);
    drawing.setStrokeWidth(0.6);
    VBox picture = new VBox(drawing);
    picture.getStyleClass().add("empty-picture");
    Button button = Buttons.labelled(Icon.PLUS, texts.get("empty.open"), open);
    button.setId("open-first");
    getChildren()
        .addAll(
            Shown.when(heightProperty().greaterThan(ROOM_FOR_PICTURE), picture),
            Shown.when(noPapers, title(texts.get("empty.title"))),
            Shown.when(noPapers, sentence(texts.get("empty.text"))),
            Shown.when(noPapers, button),
            Shown.when(noPapers, samples(documents, texts)),
            Shown.when(noPapers.not(), title(texts.get("empty.ready-title"))),
            Shown.when(noPapers.not(), sentence(texts.get("empty.ready-text"))));
    Shown.when(Bindings.isEmpty(conversation.exchanges()), this);
  }

  /** For those who have no paper at hand, or trust no program with theirs as yet. */
  private static Node samples(DocumentsViewModel documents, Texts texts) {
    FlowPane row = new FlowPane(new Label(texts.get("empty.samples")));
    row.setId("samples");
    row.getStyleClass().add("empty-samples");
    row.setAlignment(Pos.CENTER);
    for (PaperKind kind : SAMPLES) {
      String name = kind.name().toLowerCase(Locale.ROOT).replace('_', '-');
      Hyperlink link = new Hyperlink(texts.get("kind." + name));
      link.setId("sample-" + name);
      link.setOnAction(_ -> documents.addSample(kind));
      row.getChildren().add(link);
    }
    return row;
  }

  private static Node title(String words) {
    Label label = new Label(words);
    label.getStyleClass().add("empty-title");
    return label;
  }

  private static Node sentence(String words) {
    Label label = new Label(words);
    label.getStyleClass().add("empty-text");
    label.setWrapText(true);
    label.setTextAlignment(TextAlignment.CENTER);
    label.setMinHeight(Region.USE_PREF_SIZE);
    return label;
  }
}

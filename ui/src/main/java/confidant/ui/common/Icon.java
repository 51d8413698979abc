package confidant.ui.common;

import javafx.scene.shape.SVGPath;

/** Line drawings on a 16 × 16 grid; their colour comes from the style sheet. */
public enum Icon {
  CLOSE("M4 4 L12 12 M12 4 L4 12"),
  COPY("M6 6 H13 V13 H6 Z M10 6 V3 H3 V10 H6"),
  DOWN("M8 3 V13 M4 9 L8 13 L12 9"),
  FIND("M7 2.5 A4.5 4.5 0 1 1 7 11.5 A4.5 4.5 0 1 1 7 2.5 Z M10.3 10.3 L14 14"),
  FIT_PAGE("M4 2 H12 V14 H4 Z M8 4.5 V11.5 M6.5 6 L8 4.5 L9.5 6 M6.5 10 L8 11.5 L9.5 10"),
  FIT_WIDTH("M2 2 V14 M14 2 V14 M4.5 8 H11.5 M6.5 6 L4.5 8 L6.5 10 M9.5 6 L11.5 8 L9.5 10"),
  HELP(
      "M8 1.5 A6.5 6.5 0 1 1 8 14.5 A6.5 6.5 0 1 1 8 1.5 Z M6 6.4 A2 2 0 1 1 8.6 8.2 Q8 8.5 8 9.6"
          + " M8 11.6 V11.8"),
  INFO("M8 1.5 A6.5 6.5 0 1 1 8 14.5 A6.5 6.5 0 1 1 8 1.5 Z M8 7 V11.5 M8 4.6 V4.8"),
  MINUS("M3 8 H13"),
  MOON("M13 9.5 A5.5 5.5 0 1 1 6.5 3 A4.5 4.5 0 0 0 13 9.5 Z"),
  NEW("M8.5 3 H3 V13 H13 V7.5 M12 2 L14 4 L8.5 9.5 L6 10 L6.5 7.5 Z"),
  PAGES("M2 2 H6 V7 H2 Z M2 9.5 H6 V14 H2 Z M9 3 H14 M9 6 H14 M9 10.5 H14 M9 13.5 H14"),
  PAPER("M4 1.5 H9.5 L13 5 V14.5 H4 Z M9.5 1.5 V5 H13 M6.5 8.5 H10.5 M6.5 11.5 H10.5"),
  PLUS("M8 3 V13 M3 8 H13"),
  SEND("M8 13 V3 M4 7 L8 3 L12 7"),
  SETTINGS(
      "M2 4.5 H8 M12 4.5 H14 M10 2.5 A2 2 0 1 1 10 6.5 A2 2 0 1 1 10 2.5 Z"
          + " M2 11.5 H4 M8 11.5 H14 M6 9.5 A2 2 0 1 1 6 13.5 A2 2 0 1 1 6 9.5 Z"),
  STOP("M4.5 4.5 H11.5 V11.5 H4.5 Z"),
  SUN(
      "M8 5 A3 3 0 1 1 8 11 A3 3 0 1 1 8 5 Z M8 1 V2.5 M8 13.5 V15 M1 8 H2.5 M13.5 8 H15"
          + " M3 3 L4.1 4.1 M11.9 11.9 L13 13 M13 3 L11.9 4.1 M4.1 11.9 L3 13"),
  TURN("M12.5 5 A5.5 5.5 0 1 0 13.5 8.5 M13 2 V5.2 H9.8"),
  UP("M8 13 V3 M4 7 L8 3 L12 7"),
  WARNING("M8 2 L15 14 H1 Z M8 6.5 V10 M8 11.8 V12.2");

  private final String path;

  Icon(String path) {
    this.path = path;
  }

  /** A new node with this drawing. */
  public SVGPath draw() {
    SVGPath drawing = new SVGPath();
    drawing.setContent(path);
    drawing.getStyleClass().add("icon");
    return drawing;
  }
}

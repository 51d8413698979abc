package confidant.ui.help;

import java.util.List;
import java.util.Locale;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;

/** Keys that do something wherever the keyboard is, in the order of the page that lists them. */
public enum Shortcut {
  OPEN(withShortcut(KeyCode.O)),
  PASTE(withShortcut(KeyCode.V)),
  NEW(withShortcut(KeyCode.N)),
  FIND(withShortcut(KeyCode.F)),
  STOP(key(KeyCode.ESCAPE)),
  QUESTION(withShortcut(KeyCode.L)),
  MODEL(withShortcut(KeyCode.M)),
  SETTINGS(withShortcut(KeyCode.COMMA)),
  DARK(new KeyCodeCombination(KeyCode.D, KeyCombination.SHORTCUT_DOWN, KeyCombination.SHIFT_DOWN)),
  LARGER(
      withShortcut(KeyCode.PLUS),
      withShortcut(KeyCode.ADD),
      withShortcut(KeyCode.EQUALS),
      new KeyCodeCombination(
          KeyCode.EQUALS, KeyCombination.SHORTCUT_DOWN, KeyCombination.SHIFT_DOWN)),
  SMALLER(withShortcut(KeyCode.MINUS), withShortcut(KeyCode.SUBTRACT)),
  USUAL_SIZE(withShortcut(KeyCode.DIGIT0), withShortcut(KeyCode.NUMPAD0)),
  // Where "/" lies above "7", the second form is typed.
  HELP(
      key(KeyCode.F1),
      withShortcut(KeyCode.SLASH),
      new KeyCodeCombination(
          KeyCode.DIGIT7, KeyCombination.SHORTCUT_DOWN, KeyCombination.SHIFT_DOWN));

  @SuppressWarnings("ImmutableEnumChecker") // neither the list nor a combination ever changes
  private final List<KeyCombination> keys;

  Shortcut(KeyCombination... keys) {
    this.keys = List.of(keys);
  }

  private static KeyCombination withShortcut(KeyCode code) {
    return new KeyCodeCombination(code, KeyCombination.SHORTCUT_DOWN);
  }

  private static KeyCombination key(KeyCode code) {
    return new KeyCodeCombination(code);
  }

  /** Whether {@code event} is the pressing of these keys. */
  public boolean matches(KeyEvent event) {
    return keys.stream().anyMatch(combination -> combination.match(event));
  }

  /** The keys as they are written on keyboards here. */
  String display() {
    return keys.getFirst().getDisplayText();
  }

  /** The text that says what they do. */
  String textKey() {
    return "shortcut." + name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}

package confidant.ui.port;

import java.util.Locale;
import java.util.Optional;

/** What the window remembers. */
public interface SettingsPort {

  Effort effort();

  void setEffort(Effort effort);

  Theme theme();

  void setTheme(Theme theme);

  /** Size of the text, in percent of the usual one. */
  int textPercent();

  void setTextPercent(int percent);

  /** Whether colours are as far apart as they can be. */
  boolean highContrast();

  void setHighContrast(boolean highContrast);

  Motion motion();

  void setMotion(Motion motion);

  Language language();

  /** Takes effect at once, also on the language of answers. */
  void setLanguage(Language language);

  /** The locale that the chosen language means on this computer. */
  Locale locale();

  /** Whether the model's reasoning is shown and kept; it is neither unless somebody wants it. */
  boolean showReasoning();

  void setShowReasoning(boolean showReasoning);

  /** Whether half of the cores are left to other programs. */
  boolean halfCores();

  /** Takes effect at once, also on an answer that is being written. */
  void setHalfCores(boolean halfCores);

  /** Tokens that papers, conversation and answer may take together; 0 for a sensible size. */
  int contextTokens();

  /** Takes effect with the next question. */
  void setContextTokens(int tokens);

  /** Where the window was when it was closed; empty if it never was. */
  Optional<WindowPlace> windowPlace();

  void setWindowPlace(WindowPlace place);
}

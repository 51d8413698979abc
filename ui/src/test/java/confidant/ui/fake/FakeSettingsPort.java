package confidant.ui.fake;

import confidant.ui.port.Effort;
import confidant.ui.port.Language;
import confidant.ui.port.Motion;
import confidant.ui.port.SettingsPort;
import confidant.ui.port.Theme;
import confidant.ui.port.WindowPlace;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Remembers until the test ends. */
public final class FakeSettingsPort implements SettingsPort {
  private volatile Effort effort;
  private volatile Theme theme;
  private volatile int textPercent = 100;
  private volatile boolean highContrast;
  private volatile Motion motion = Motion.SYSTEM;
  private volatile Language language = Language.SYSTEM;
  private volatile boolean showReasoning;
  private volatile boolean halfCores;
  private volatile int contextTokens;
  private volatile @Nullable WindowPlace windowPlace;

  public FakeSettingsPort(Effort effort, boolean dark) {
    this.effort = effort;
    this.theme = dark ? Theme.DARK : Theme.LIGHT;
  }

  @Override
  public Effort effort() {
    return effort;
  }

  @Override
  public void setEffort(Effort effort) {
    this.effort = effort;
  }

  @Override
  public Theme theme() {
    return theme;
  }

  @Override
  public void setTheme(Theme theme) {
    this.theme = theme;
  }

  @Override
  public int textPercent() {
    return textPercent;
  }

  @Override
  public void setTextPercent(int percent) {
    this.textPercent = percent;
  }

  @Override
  public boolean highContrast() {
    return highContrast;
  }

  @Override
  public void setHighContrast(boolean highContrast) {
    this.highContrast = highContrast;
  }

  @Override
  public Motion motion() {
    return motion;
  }

  @Override
  public void setMotion(Motion motion) {
    this.motion = motion;
  }

  @Override
  public Language language() {
    return language;
  }

  @Override
  public void setLanguage(Language language) {
    this.language = language;
  }

  /** That of an English computer. */
  @Override
  public Locale locale() {
    return language == Language.GERMAN ? Locale.GERMAN : Locale.ENGLISH;
  }

  @Override
  public boolean showReasoning() {
    return showReasoning;
  }

  @Override
  public void setShowReasoning(boolean showReasoning) {
    this.showReasoning = showReasoning;
  }

  @Override
  public boolean halfCores() {
    return halfCores;
  }

  @Override
  public void setHalfCores(boolean halfCores) {
    this.halfCores = halfCores;
  }

  @Override
  public int contextTokens() {
    return contextTokens;
  }

  @Override
  public void setContextTokens(int tokens) {
    this.contextTokens = tokens;
  }

  @Override
  public Optional<WindowPlace> windowPlace() {
    return Optional.ofNullable(windowPlace);
  }

  @Override
  public void setWindowPlace(WindowPlace place) {
    this.windowPlace = place;
  }
}

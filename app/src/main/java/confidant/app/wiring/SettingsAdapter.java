package confidant.app.wiring;

import confidant.app.models.ModelService;
import confidant.app.settings.Look;
import confidant.app.settings.Settings;
import confidant.app.settings.SettingsStore;
import confidant.ui.port.Effort;
import confidant.ui.port.Language;
import confidant.ui.port.Motion;
import confidant.ui.port.SettingsPort;
import confidant.ui.port.Theme;
import confidant.ui.port.WindowPlace;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.UnaryOperator;

/** Lets the window remember, and the model in use know. */
final class SettingsAdapter implements SettingsPort {
  private final SettingsStore store;
  private final ModelService models;
  private final ContextChoice context;
  private final Languages languages;

  SettingsAdapter(
      SettingsStore store, ModelService models, ContextChoice context, Languages languages) {
    this.store = store;
    this.models = models;
    this.context = context;
    this.languages = languages;
  }

  private Settings settings() {
    return store.get();
  }

  private void updateLook(UnaryOperator<Look> change) {
    store.update(settings -> settings.withLook(change.apply(settings.look())));
  }

  @Override
  public Effort effort() {
    return Efforts.toWindow(settings().effort());
  }

  @Override
  public void setEffort(Effort effort) {
    store.update(settings -> settings.withEffort(Efforts.toEngine(effort)));
  }

  @Override
  public Theme theme() {
    return settings().look().theme();
  }

  @Override
  public void setTheme(Theme theme) {
    updateLook(look -> look.withTheme(theme));
  }

  @Override
  public int textPercent() {
    return settings().look().textPercent();
  }

  @Override
  public void setTextPercent(int percent) {
    updateLook(look -> look.withTextPercent(percent));
  }

  @Override
  public boolean highContrast() {
    return settings().look().highContrast();
  }

  @Override
  public void setHighContrast(boolean highContrast) {
    updateLook(look -> look.withHighContrast(highContrast));
  }

  @Override
  public Motion motion() {
    return settings().look().motion();
  }

  @Override
  public void setMotion(Motion motion) {
    updateLook(look -> look.withMotion(motion));
  }

  @Override
  public Language language() {
    return settings().language();
  }

  @Override
  public void setLanguage(Language language) {
    store.update(settings -> settings.withLanguage(language));
    languages.use(language);
  }

  @Override
  public Locale locale() {
    return languages.locale(language());
  }

  @Override
  public boolean showReasoning() {
    return settings().showReasoning();
  }

  @Override
  public void setShowReasoning(boolean showReasoning) {
    store.update(settings -> settings.withShowReasoning(showReasoning));
  }

  @Override
  public boolean halfCores() {
    return settings().halfCores();
  }

  @Override
  public void setHalfCores(boolean halfCores) {
    store.update(settings -> settings.withHalfCores(halfCores));
    models.shareCores();
  }

  @Override
  public int contextTokens() {
    return context.requested().orElse(0);
  }

  @Override
  public void setContextTokens(int tokens) {
    context.choose(tokens == 0 ? OptionalInt.empty() : OptionalInt.of(tokens));
    models.retell();
  }

  @Override
  public Optional<WindowPlace> windowPlace() {
    return settings().window();
  }

  @Override
  public void setWindowPlace(WindowPlace place) {
    store.update(settings -> settings.withWindow(place));
  }
}

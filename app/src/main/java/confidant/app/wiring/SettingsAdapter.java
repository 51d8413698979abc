package confidant.app.wiring;

import confidant.app.models.ModelService;
import confidant.app.settings.SettingsStore;
import confidant.ui.port.Effort;
import confidant.ui.port.SettingsPort;

/** Lets the window remember, and the model in use know. */
final class SettingsAdapter implements SettingsPort {
  private final SettingsStore store;
  private final ModelService models;

  SettingsAdapter(SettingsStore store, ModelService models) {
    this.store = store;
    this.models = models;
  }

  @Override
  public Effort effort() {
    return Efforts.toWindow(store.get().effort());
  }

  @Override
  public void setEffort(Effort effort) {
    store.update(settings -> settings.withEffort(Efforts.toEngine(effort)));
  }

  @Override
  public boolean dark() {
    return store.get().dark();
  }

  @Override
  public void setDark(boolean dark) {
    store.update(settings -> settings.withDark(dark));
  }

  @Override
  public boolean showReasoning() {
    return store.get().showReasoning();
  }

  @Override
  public void setShowReasoning(boolean showReasoning) {
    store.update(settings -> settings.withShowReasoning(showReasoning));
  }

  @Override
  public boolean halfCores() {
    return store.get().halfCores();
  }

  @Override
  public void setHalfCores(boolean halfCores) {
    store.update(settings -> settings.withHalfCores(halfCores));
    models.shareCores();
  }
}

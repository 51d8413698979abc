package confidant.app.wiring;

import confidant.app.settings.SettingsStore;
import confidant.ui.port.Effort;
import confidant.ui.port.SettingsPort;

/** Lets the window remember. */
final class SettingsAdapter implements SettingsPort {
  private final SettingsStore store;

  SettingsAdapter(SettingsStore store) {
    this.store = store;
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
}

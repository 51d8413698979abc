package confidant.ui.fake;

import confidant.ui.port.Effort;
import confidant.ui.port.SettingsPort;

/** Remembers until the test ends. */
public final class FakeSettingsPort implements SettingsPort {
  private volatile Effort effort;
  private volatile boolean dark;
  private volatile boolean halfCores;
  private volatile boolean showReasoning;

  public FakeSettingsPort(Effort effort, boolean dark) {
    this.effort = effort;
    this.dark = dark;
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
  public boolean dark() {
    return dark;
  }

  @Override
  public void setDark(boolean dark) {
    this.dark = dark;
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
  public boolean showReasoning() {
    return showReasoning;
  }

  @Override
  public void setShowReasoning(boolean showReasoning) {
    this.showReasoning = showReasoning;
  }
}

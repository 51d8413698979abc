package confidant.ui.port;

/** What the window remembers. */
public interface SettingsPort {

  Effort effort();

  void setEffort(Effort effort);

  boolean dark();

  void setDark(boolean dark);
}

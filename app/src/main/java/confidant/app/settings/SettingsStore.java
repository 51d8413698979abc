package confidant.app.settings;

import confidant.app.storage.AppDirs;
import confidant.app.storage.AtomicFile;
import confidant.engine.json.Json;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.function.UnaryOperator;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Settings in a JSON file. A file that cannot be understood is set aside under another name, so
 * that nothing is lost. Thread-safe.
 */
public final class SettingsStore {
  private static final Logger LOG = LoggerFactory.getLogger(SettingsStore.class);
  private final Path file;
  private Settings settings;

  /** Reads the settings; the defaults if there are none. */
  public SettingsStore(AppDirs dirs) {
    file = dirs.config().resolve("settings.json");
    settings = load();
  }

  public synchronized Settings get() {
    return settings;
  }

  /** Changes the settings and writes them. Failing to write is logged, not thrown. */
  public synchronized void update(UnaryOperator<Settings> change) {
    Settings changed = change.apply(settings);
    if (changed.equals(settings)) {
      return;
    }
    settings = changed;
    byte[] json = Json.write(SettingsJson.write(changed)).getBytes(StandardCharsets.UTF_8);
    try {
      AtomicFile.write(file, new ByteArrayInputStream(json));
    } catch (IOException e) {
      LOG.warn("The settings could not be saved: {}.", e.getClass().getSimpleName());
    }
  }

  /** Reading anything but a regular file, such as a pipe, might never end. */
  private Settings load() {
    if (Files.exists(file) && !Files.isRegularFile(file)) {
      LOG.warn("The settings are ignored, since {} is no regular file.", file);
      return Settings.defaults();
    }
    try {
      return SettingsJson.read(Json.parseObject(Files.readString(file)));
    } catch (java.nio.file.NoSuchFileException e) {
      return Settings.defaults();
    } catch (IOException | IllegalArgumentException e) {
      setAside();
      return Settings.defaults();
    }
  }

  private void setAside() {
    Path aside = file.resolveSibling("settings.damaged.json");
    try {
      Files.move(file, aside, StandardCopyOption.REPLACE_EXISTING);
      LOG.warn("The settings could not be read and start afresh; the old ones are in {}.", aside);
    } catch (IOException e) {
      LOG.warn("The settings could not be read: {}.", e.getClass().getSimpleName());
    }
  }
}

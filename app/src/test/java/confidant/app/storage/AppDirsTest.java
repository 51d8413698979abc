package confidant.app.storage;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;

class AppDirsTest {
  private static final Path HOME = Path.of("/home/alex");

  @Test
  void linuxFollowsTheXdgVariables() {
    AppDirs dirs =
        AppDirs.of("Linux", Map.of("XDG_CONFIG_HOME", "/c", "XDG_CACHE_HOME", "/k"), HOME);
    assertEquals(Path.of("/c/confidant"), dirs.config());
    assertEquals(Path.of("/k/confidant"), dirs.cache());
    assertEquals(Path.of("/home/alex/.local/state/confidant"), dirs.state());
  }

  @Test
  void emptyAndRelativeXdgVariablesAreIgnored() {
    AppDirs dirs =
        AppDirs.of("Linux", Map.of("XDG_CONFIG_HOME", "", "XDG_CACHE_HOME", "cache"), HOME);
    assertEquals(Path.of("/home/alex/.config/confidant"), dirs.config());
    assertEquals(Path.of("/home/alex/.cache/confidant"), dirs.cache());
  }

  @Test
  void macUsesTheLibraryFolder() {
    AppDirs dirs = AppDirs.of("Mac OS X", Map.of(), HOME);
    assertEquals(Path.of("/home/alex/Library/Application Support/confidant"), dirs.config());
    assertEquals(Path.of("/home/alex/Library/Caches/confidant"), dirs.cache());
  }

  @Test
  void windowsKeepsSettingsWithTheRoamingProfile() {
    AppDirs dirs = AppDirs.of("Windows 11", Map.of("APPDATA", "/roaming"), HOME);
    assertEquals(Path.of("/roaming/confidant"), dirs.config());
    assertEquals(Path.of("/home/alex/AppData/Local/confidant/cache"), dirs.cache());
  }
}

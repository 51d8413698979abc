package confidant.app.about;

import confidant.engine.api.VmFlags;

/**
 * Whether classes came from an ahead-of-time cache: an archive that the build or the launcher made
 * of them, loaded and linked, and that Java drops without a word if it no longer fits.
 */
public final class StartUpCache {
  private StartUpCache() {}

  /** Whether this process uses one. Java says it of the archive that its classes came from. */
  public static boolean isUsed(VmFlags flags) {
    boolean named = flags.get("AOTCache").filter(flag -> !flag.value().isEmpty()).isPresent();
    return named && System.getProperty("java.vm.info", "").contains("sharing");
  }
}

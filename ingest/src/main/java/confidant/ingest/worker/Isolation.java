package confidant.ingest.worker;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Takes the network away from a process: on Linux by a network namespace of its own, in which not
 * even the machine itself can be reached. Where the kernel does not let a person make one, and on
 * other systems, it rests on what the process is made of: no code in it opens a connection.
 */
final class Isolation {
  private static final Logger LOG = LoggerFactory.getLogger(Isolation.class);
  private static final List<String> OWN_NETWORK =
      List.of("unshare", "--user", "--map-current-user", "--net", "--");
  private static final long TRIAL_SECONDS = 2;

  private Isolation() {}

  /** Words to put before a command. */
  static List<String> prefix() {
    return Trial.WORKS ? OWN_NETWORK : List.of();
  }

  /** Made once in a process. */
  private static final class Trial {
    static final boolean WORKS = isLinux() && works();

    private static boolean isLinux() {
      return System.getProperty("os.name", "").toLowerCase(Locale.ROOT).startsWith("linux");
    }

    private static boolean works() {
      try {
        ProcessBuilder builder = new ProcessBuilder(new ArrayList<>(OWN_NETWORK));
        builder.command().add("true");
        Process process =
            builder
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        try {
          return process.waitFor(TRIAL_SECONDS, TimeUnit.SECONDS) && process.exitValue() == 0;
        } finally {
          process.destroyForcibly();
        }
      } catch (IOException e) {
        LOG.debug("No network namespace can be made", e);
        return false;
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        return false;
      }
    }
  }
}

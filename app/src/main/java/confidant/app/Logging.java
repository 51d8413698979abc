package confidant.app;

import java.util.logging.ConsoleHandler;
import java.util.logging.Formatter;
import java.util.logging.Level;
import java.util.logging.LogManager;
import java.util.logging.LogRecord;
import java.util.logging.Logger;

/**
 * What of the log is shown: this program's warnings, one line each; with debugging everything.
 * Libraries are quiet, since their messages may quote a paper.
 */
final class Logging {
  private static final String OWN = "confidant";

  /** Loggers are held weakly by the platform; these must keep their levels. */
  private static final Logger ROOT_LOGGER = Logger.getLogger("");

  private static final Logger OWN_LOGGER = Logger.getLogger(OWN);

  private Logging() {}

  static void configure(boolean debug) {
    LogManager.getLogManager().reset();
    ConsoleHandler handler = new ConsoleHandler();
    handler.setLevel(Level.ALL);
    handler.setFormatter(new OneLine());
    ROOT_LOGGER.addHandler(handler);
    ROOT_LOGGER.setLevel(debug ? Level.INFO : Level.OFF);
    OWN_LOGGER.setLevel(debug ? Level.FINE : Level.WARNING);
  }

  private static final class OneLine extends Formatter {
    @Override
    public String format(LogRecord entry) {
      return "%s: %s%n"
          .formatted(
              entry.getLevel().getName().toLowerCase(java.util.Locale.ROOT), formatMessage(entry));
    }
  }
}

package confidant.ingest.worker;

import confidant.ingest.ReadResult.Reason;
import confidant.ingest.ReadResult.Refused;
import java.nio.file.Path;

/** What the person is told when the reading process does not give a document. */
final class WorkerSentences {

  private WorkerSentences() {}

  private static String name(Path file) {
    return String.valueOf(file.getFileName());
  }

  /** A parser failed on it in a way nobody foresaw. */
  static String failed(Path file) {
    return name(file)
        + " is damaged or of a kind that cannot be read; print it to a new PDF and try that.";
  }

  /** The process that read {@code file} ended as {@code how} says. */
  static Refused ended(WorkerEndedException.How how, Path file) {
    return switch (how) {
      case NOT_STARTED ->
          new Refused(
              Reason.NOT_READABLE,
              name(file)
                  + " was not read, since the part of the program that reads papers does not start;"
                  + " close other programs and try again, or install Confidant again.");
      case CANCELLED -> new Refused(Reason.CANCELLED, "Reading " + name(file) + " was cancelled.");
      case TOO_SLOW ->
          new Refused(
              Reason.TOO_LARGE,
              name(file) + " takes too much time to read; print it to a new PDF and try that.");
      case OUT_OF_MEMORY ->
          new Refused(
              Reason.TOO_LARGE,
              name(file) + " takes too much memory to read; print it to a new PDF and try that.");
      case DIED -> new Refused(Reason.DAMAGED, failed(file));
    };
  }
}

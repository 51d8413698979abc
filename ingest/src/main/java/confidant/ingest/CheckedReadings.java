package confidant.ingest;

import confidant.ingest.ReadResult.Read;
import confidant.ingest.document.Doubt;
import confidant.ingest.fields.ReadingChooser;
import confidant.ingest.fields.ReadingChooser.Choice;
import confidant.ingest.fields.ReadingChooser.Chosen;
import java.util.ArrayList;
import java.util.List;

/** Lets the checks of a paper choose between two readings of its figures, and says so. */
final class CheckedReadings {

  private CheckedReadings() {}

  /** Loaded at the first use: few papers need it. */
  private static final class Once {
    static final ReadingChooser CHOOSER = new ReadingChooser();
  }

  static ReadResult choose(ReadResult result) {
    return result instanceof Read read && hasSecondReadings(read) ? choose(read) : result;
  }

  private static boolean hasSecondReadings(Read read) {
    return read.document().pages().stream()
        .flatMap(page -> page.doubts().stream())
        .anyMatch(doubt -> !doubt.other().isEmpty());
  }

  private static Read choose(Read read) {
    Chosen chosen = Once.CHOOSER.choose(read.document());
    if (chosen.choices().isEmpty()) {
      return read;
    }
    List<String> notices = new ArrayList<>(read.report().notices());
    chosen.choices().forEach(choice -> notices.add(sentence(read.document().name(), choice)));
    return new Read(
        chosen.document(),
        new ReadReport(read.report().pages(), read.report().pagesWithoutText(), notices));
  }

  private static String sentence(String name, Choice choice) {
    Doubt doubt = choice.doubt();
    return name
        + ": "
        + doubt.read()
        + " on page "
        + choice.page()
        + " can also be read as "
        + doubt.other()
        + "; "
        + doubt.read()
        + " is taken, since with it this holds: "
        + choice.check()
        + ".";
  }
}

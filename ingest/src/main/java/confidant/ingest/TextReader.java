package confidant.ingest;

import confidant.ingest.ReadResult.Read;
import confidant.ingest.ReadResult.Reason;
import confidant.ingest.ReadResult.Refused;
import confidant.ingest.document.Document;
import confidant.ingest.document.Page;
import confidant.ingest.extract.Source;
import confidant.ingest.extract.TextFileReader;
import confidant.ingest.extract.TextFileReader.TextFile;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads plain text as one page. */
final class TextReader {

  /** Far more than any model takes in. */
  private static final long MAX_BYTES = 64L << 20;

  private TextReader() {}

  static ReadResult read(
      Source source, String mediaType, ReadOptions options, ReadProgress progress)
      throws IOException {
    String name = source.name();
    if (options.pages().filter(range -> !range.contains(1)).isPresent()) {
      return Sentences.noSuchPages(name);
    }
    if (source.size() > MAX_BYTES) {
      return new Refused(
          Reason.TOO_LARGE,
          name + " holds more than " + (MAX_BYTES >> 20) + " MB of text; split it up.");
    }
    progress.page(1, 1);
    Optional<TextFile> text = TextFileReader.read(source.bytes());
    if (text.isEmpty()) {
      return new Refused(
          Reason.UNSUPPORTED,
          name + " is called a text file but holds no text; choose a file that does.");
    }
    Page page = text.get().page();
    if (page.blocks().isEmpty()) {
      return new Refused(Reason.EMPTY, name + " is empty; choose a file that holds text.");
    }
    return new Read(
        new Document(name, mediaType, List.of(page)),
        new ReadReport(1, List.of(), notices(name, options, text.get())));
  }

  private static List<String> notices(String name, ReadOptions options, TextFile text) {
    List<String> notices = new ArrayList<>();
    Sentences.clipped(name, options.pages(), 1).ifPresent(notices::add);
    if (text.encodingGuessed()) {
      notices.add(
          name
              + ": the encoding of its letters was guessed to be Western European; if accents or"
              + " currency signs look wrong, save it as UTF-8 and open it again.");
    }
    if (text.unreadable() > 0) {
      notices.add(
          name
              + ": "
              + (text.unreadable() == 1 ? "1 character" : text.unreadable() + " characters")
              + " could not be read, shown as \uFFFD; compare with the original.");
    }
    return notices;
  }
}

package confidant.ingest.flow.word;

import confidant.ingest.flow.FlowSink;
import confidant.ingest.flow.word.WordBody.Piece;
import confidant.ingest.flow.zip.Relations;
import confidant.ingest.flow.zip.XmlPart;
import confidant.ingest.flow.zip.ZipParts;
import java.io.IOException;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/**
 * Reads Word documents (DOCX): what headers say first, then the text, then notes and what footers
 * say. Deleted and hidden text is left out.
 */
public final class WordReader {

  /** Smaller pictures are logos and lines; larger ones may show text. */
  private static final long PICTURE_BYTES = 30_000;

  private final ZipParts zip;
  private final FlowSink sink;
  private final String main;
  private final Relations relations;
  private final WordStyles styles = new WordStyles();
  private final WordLists lists = new WordLists();
  private final Set<Object> margins = new HashSet<>();

  private WordReader(ZipParts zip, FlowSink sink) throws IOException {
    this.zip = zip;
    this.sink = sink;
    main =
        Relations.of(zip, "").targets("officeDocument").stream()
            .findFirst()
            .orElse("word/document.xml");
    relations = Relations.of(zip, main);
  }

  /** Reads a document; see {@link confidant.ingest.flow.FlowSource}. */
  public static void read(byte[] bytes, Optional<String> password, FlowSink sink)
      throws IOException {
    new WordReader(ZipParts.of(bytes), sink).read();
  }

  private void read() throws IOException {
    for (String part : present("styles")) {
      try (XmlPart xml = XmlPart.open(zip, part)) {
        styles.read(xml);
      }
    }
    for (String part : present("numbering")) {
      try (XmlPart xml = XmlPart.open(zip, part)) {
        lists.read(xml);
      }
    }
    margins("header", "hdr");
    read(main, "body", this::emit);
    notes("footnotes", "footnote");
    notes("endnotes", "endnote");
    margins("footer", "ftr");
    tellWhatIsLeftOut();
  }

  /** Headers or footers; those that only repeat what others say are left out. */
  private void margins(String type, String element) throws IOException {
    for (String part : present(type)) {
      read(part, element, this::emitOnce);
    }
  }

  private void emitOnce(Piece piece) {
    Object said =
        switch (piece) {
          case Piece.Text(var paragraph) -> paragraph.text().strip();
          case Piece.Rows(var table) -> table;
        };
    if (margins.add(said)) {
      emit(piece);
    }
  }

  private void notes(String type, String element) throws IOException {
    for (String part : present(type)) {
      try (XmlPart xml = XmlPart.open(zip, part)) {
        WordBody body = new WordBody(xml, styles, lists);
        while (xml.next()) {
          // Those with a type are the lines that separate notes from text.
          if (xml.isStart(element) && xml.attribute("type").isEmpty()) {
            body.read(element, this::emit);
          }
        }
      }
    }
  }

  private void read(String part, String element, Consumer<Piece> target) throws IOException {
    try (XmlPart xml = XmlPart.open(zip, part)) {
      WordBody body = new WordBody(xml, styles, lists);
      while (xml.next()) {
        if (xml.isStart(element)) {
          body.read(element, target);
        }
      }
    }
  }

  private void emit(Piece piece) {
    switch (piece) {
      case Piece.Text(var paragraph) -> paragraph.emit(sink, styles, lists);
      case Piece.Rows(var table) -> sink.table(table);
    }
  }

  private List<String> present(String type) {
    return relations.targets(type).stream().filter(zip::contains).toList();
  }

  private void tellWhatIsLeftOut() {
    long pictures =
        zip.names().stream()
            .filter(name -> name.contains("/media/"))
            .filter(name -> zip.packedSize(name) >= PICTURE_BYTES)
            .count();
    if (pictures > 0) {
      sink.notice("text in its pictures is not read.");
    }
    if (zip.names().stream().anyMatch(name -> name.contains("/embeddings/"))) {
      sink.notice("files embedded in it are not read.");
    }
  }
}

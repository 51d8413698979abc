package confidant.ingest.flow.word;

import confidant.ingest.flow.FlowSink;
import confidant.ingest.flow.word.WordBody.Piece;
import confidant.ingest.flow.zip.OfficePackage;
import confidant.ingest.flow.zip.XmlPart;
import confidant.ingest.flow.zip.ZipParts;
import java.io.IOException;
import java.util.HashSet;
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

  private final OfficePackage office;
  private final FlowSink sink;
  private final WordStyles styles = new WordStyles();
  private final WordLists lists = new WordLists();
  private final Set<Object> margins = new HashSet<>();

  private WordReader(OfficePackage office, FlowSink sink) {
    this.office = office;
    this.sink = sink;
  }

  /** Reads a document; see {@link confidant.ingest.flow.FlowSource}. */
  public static void read(byte[] bytes, Optional<String> password, FlowSink sink)
      throws IOException {
    new WordReader(OfficePackage.of(bytes, "word/document.xml"), sink).read();
  }

  private void read() throws IOException {
    office.readAll("styles", styles::read);
    office.readAll("numbering", lists::read);
    margins("header", "hdr");
    office.readMain(xml -> read(xml, "body", this::emit));
    notes("footnotes", "footnote");
    notes("endnotes", "endnote");
    margins("footer", "ftr");
    tellWhatIsLeftOut();
  }

  /** Headers or footers; those that only repeat what others say are left out. */
  private void margins(String type, String element) throws IOException {
    office.readAll(type, xml -> read(xml, element, this::emitOnce));
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
    office.readAll(type, xml -> readNotes(xml, element));
  }

  private void readNotes(XmlPart xml, String element) throws IOException {
    WordBody body = new WordBody(xml, styles, lists);
    while (xml.next()) {
      // Those with a type are the lines that separate notes from text.
      if (xml.isStart(element) && xml.attribute("type").isEmpty()) {
        body.read(element, this::emit);
      }
    }
  }

  private void read(XmlPart xml, String element, Consumer<Piece> target) throws IOException {
    WordBody body = new WordBody(xml, styles, lists);
    while (xml.next()) {
      if (xml.isStart(element)) {
        body.read(element, target);
      }
    }
  }

  private void emit(Piece piece) {
    switch (piece) {
      case Piece.Text(var paragraph) -> paragraph.emit(sink, styles, lists);
      case Piece.Rows(var table) -> sink.table(table);
    }
  }

  private void tellWhatIsLeftOut() {
    ZipParts zip = office.zip();
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

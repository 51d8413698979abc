package confidant.ingest;

import confidant.ingest.ReadResult.Read;
import confidant.ingest.document.Block.Line;
import confidant.ingest.document.Block.Paragraph;
import confidant.ingest.document.BoundingBox;
import confidant.ingest.document.Document;
import confidant.ingest.document.Page;
import confidant.ingest.extract.PlainText;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/**
 * Takes the text of a PDF as the PDF library gives it, without places or tables, as one line of one
 * page: what this program's own reading is measured against.
 */
public final class PlainReader implements DocumentSource {

  private static final String MEDIA_TYPE = "application/pdf";

  @Override
  public ReadResult read(Path file, ReadOptions options, ReadProgress progress) {
    String name = String.valueOf(file.getFileName());
    try {
      progress.page(1, 1);
      PlainText text = PlainText.of(file, options.password().orElse(""));
      BoundingBox box = new BoundingBox(0, 0, 0, 0);
      Page page =
          new Page(1, 0, 0, List.of(new Paragraph(List.of(new Line(text.text(), box)), box)));
      return new Read(
          new Document(name, MEDIA_TYPE, List.of(page)),
          new ReadReport(text.pages(), List.of(), List.of()));
    } catch (IOException | RuntimeException e) {
      // The library throws all kinds of runtime exceptions at malformed objects.
      return Sentences.damaged(name);
    }
  }
}

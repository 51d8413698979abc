package confidant.app.cli;

import confidant.app.documents.Paper;
import confidant.ingest.document.MarkdownWriter;
import confidant.ingest.document.TextWriter;
import confidant.ingest.fields.FieldsWriter;
import confidant.ingest.json.ReadingWriter;

/** What is shown of a paper that was read. */
enum ReadFormat {
  MD(".md") {
    @Override
    String of(Paper paper) {
      return MarkdownWriter.write(paper.document());
    }
  },
  JSON(".json") {
    @Override
    String of(Paper paper) {
      return ReadingWriter.write(paper.document(), paper.report(), paper.findings());
    }
  },
  FIELDS(".fields.json") {
    @Override
    String of(Paper paper) {
      return FieldsWriter.write(paper.document().name(), paper.findings());
    }
  },
  TEXT(".txt") {
    @Override
    String of(Paper paper) {
      return TextWriter.write(paper.document());
    }
  };

  private final String extension;

  ReadFormat(String extension) {
    this.extension = extension;
  }

  /** The text to show or write. */
  abstract String of(Paper paper);

  /** What is added to the name of the paper's file. */
  String extension() {
    return extension;
  }
}

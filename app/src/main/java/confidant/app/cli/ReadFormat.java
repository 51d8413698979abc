package confidant.app.cli;

/** What is shown of a paper that was read. */
enum ReadFormat {
  MD(".md"),
  FIELDS(".fields.json");

  private final String extension;

  ReadFormat(String extension) {
    this.extension = extension;
  }

  /** What is added to the name of the paper's file. */
  String extension() {
    return extension;
  }
}

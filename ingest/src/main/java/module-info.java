/** From a file to pages, tables and fields, and from those to prompts within a token budget. */
@SuppressWarnings("requires-automatic") // PDFBox and Tika have no module descriptors
module confidant.ingest {
  requires static transitive org.jspecify;
  requires java.desktop;
  requires java.xml;
  requires org.apache.fontbox;
  requires org.apache.pdfbox;
  requires org.apache.pdfbox.io;
  requires org.apache.poi.poi;
  requires org.apache.poi.scratchpad;
  requires org.apache.tika.core;
  requires org.jsoup;
  requires org.slf4j;

  exports confidant.ingest;
  exports confidant.ingest.document;
  exports confidant.ingest.fields;
  exports confidant.ingest.prompt;
}

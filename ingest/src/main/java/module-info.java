/** From a file to pages, tables and fields, and from those to prompts within a token budget. */
// PDFBox and Tika have no module descriptors; confidant.app is not known while this is compiled.
@SuppressWarnings({"requires-automatic", "module"})
module confidant.ingest {
  requires static transitive org.jspecify;
  requires com.fasterxml.jackson.annotation;
  requires java.desktop;
  requires java.management;
  requires java.xml;
  requires org.apache.fontbox;
  requires org.apache.pdfbox;
  requires org.apache.pdfbox.io;
  requires org.apache.pdfbox.jbig2;
  requires org.apache.poi.poi;
  requires org.apache.poi.scratchpad;
  requires org.apache.tika.core;
  requires org.bytedeco.javacpp;
  requires org.bytedeco.leptonica;
  requires org.bytedeco.tesseract;
  requires org.jsoup;
  requires org.slf4j;
  requires tools.jackson.core;
  requires tools.jackson.databind;

  exports confidant.ingest;
  exports confidant.ingest.document;
  exports confidant.ingest.fields;
  exports confidant.ingest.prompt;
  exports confidant.ingest.worker;
  // The command line writes readings as JSON.
  exports confidant.ingest.json to
      confidant.app;

  // Records are made from JSON by their constructors.
  opens confidant.ingest to
      tools.jackson.databind;
  opens confidant.ingest.json to
      tools.jackson.databind;
  opens confidant.ingest.document to
      tools.jackson.databind;
  opens confidant.ingest.worker to
      tools.jackson.databind;
}

/** The program: command line, wiring, settings and storage. */
module confidant.app {
  requires static transitive org.jspecify;
  requires confidant.engine;
  requires confidant.ingest;
  requires confidant.ui;
  requires info.picocli;
  requires java.logging;
  requires jdk.management;
  requires org.slf4j;

  // picocli fills the fields of commands and options.
  opens confidant.app.cli to
      info.picocli;
}

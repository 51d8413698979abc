/** The window: views, view models and the ports through which they see the rest of the program. */
module confidant.ui {
  requires static transitive org.jspecify;
  requires atlantafx.base;
  requires transitive javafx.controls;
  requires org.commonmark;
  requires org.commonmark.ext.gfm.tables;

  exports confidant.ui;
  exports confidant.ui.port;
}

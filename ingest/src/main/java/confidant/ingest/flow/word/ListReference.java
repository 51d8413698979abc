package confidant.ingest.flow.word;

/**
 * Says that a paragraph is an item of a list.
 *
 * @param list number of the list; 0 for none
 * @param level 0 for the outermost
 */
record ListReference(int list, int level) {

  static final ListReference NONE = new ListReference(0, 0);

  boolean isNone() {
    return list == 0;
  }
}

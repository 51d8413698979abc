package confidant.ingest.fields;

/** Reads papers of one kind. Stateless: one serves all threads. */
@FunctionalInterface
interface Extractor {

  /** Adds what {@code sheet} says to {@code findings}. What it does not say stays missing. */
  void extract(Sheet sheet, FindingsBuilder findings);
}

package confidant.ingest.prompt;

/** What a person wants of papers. */
public enum Purpose {
  /** What they are and what in them matters. */
  SUMMARY,
  /** The answer to a question. */
  QUESTION,
  /** What they mean, for somebody who has never seen one like them. */
  EXPLAIN
}

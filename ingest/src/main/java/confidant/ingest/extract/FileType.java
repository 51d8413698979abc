package confidant.ingest.extract;

/**
 * What a file holds.
 *
 * @param kind how its way of reading is chosen
 * @param mediaType such as {@code application/pdf}
 * @param description in words for the person, such as {@code "a picture"}
 */
public record FileType(Kind kind, String mediaType, String description) {

  /** Ways of reading. */
  public enum Kind {
    PDF,
    TEXT,
    OTHER
  }
}

package confidant.ingest.extract;

/**
 * What a file holds.
 *
 * @param kind how its way of reading is chosen
 * @param mediaType such as {@code application/pdf}
 * @param description in words for the person, such as {@code "a picture"}
 */
public record FileType(Kind kind, String mediaType, String description) {

  /** The type of a kind whose media type says all there is to say. */
  static FileType of(Kind kind, String mediaType) {
    return new FileType(kind, mediaType, FileKinds.describe(mediaType));
  }

  /** Ways of reading. */
  public enum Kind {
    PDF,
    PICTURE,
    TEXT,
    DELIMITED,
    HTML,
    RTF,
    MAIL,
    OUTLOOK_MAIL,
    WORD,
    WORD_97,
    EXCEL,
    EXCEL_97,
    OPEN_TEXT,
    OPEN_SHEET,
    /** An office document that is encrypted as a whole. */
    LOCKED_OFFICE,
    OTHER
  }
}

package confidant.samples.layout;

/** Something that a look may have. */
public enum Trait {
  /** White headings on a dark bar. */
  DARK_HEADER,
  CENTRED_HEADER,
  REVERSED_COLUMNS,
  /** Little room for descriptions, so that they wrap. */
  NARROW,
  /** Small vertical text in the left margin. */
  MARGIN_TEXT,
  /** Two copies of the plain font in place of a bold one. */
  DOUBLED_BOLD,
  /** What the paper is and its dates stand right of the address. */
  HEAD_BESIDE,
  SPACED_HEADINGS,
  SMALL_PRINT,
  /** Raised marks behind some numbers. */
  FOOTNOTES,
  LETTER_BY_LETTER,
  /** Set in a typewriter font. */
  MONO,
  /** Set in a font that the file brings along. */
  EMBEDDED,
  SERIF,
  /** Set in 7 points. */
  TINY,
  /** Set in 12 points. */
  LARGE
}

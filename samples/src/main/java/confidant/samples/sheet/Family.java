package confidant.samples.sheet;

/** Typefaces. */
public enum Family {
  /** Helvetica, which every reader brings. */
  SANS,
  /** Times, likewise. */
  SERIF,
  /** Courier, likewise. */
  MONO,
  /** Liberation Sans, embedded in part; it has no bold. */
  EMBEDDED
}

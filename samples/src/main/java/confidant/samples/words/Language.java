package confidant.samples.words;

import java.util.Locale;

/** Languages in which papers are written. */
public enum Language {
  EN,
  DE,
  FR,
  ES,
  IT;

  /** Its code of two letters, as in names of resources. */
  public String tag() {
    return name().toLowerCase(Locale.ROOT);
  }
}

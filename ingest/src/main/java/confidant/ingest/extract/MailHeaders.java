package confidant.ingest.extract;

import java.util.Locale;
import java.util.Set;

/** Knows e-mails by their first lines. */
final class MailHeaders {

  /** Fields that hardly any other text begins with. */
  private static final Set<String> USUAL =
      Set.of(
          "from",
          "to",
          "subject",
          "date",
          "message-id",
          "received",
          "mime-version",
          "return-path",
          "delivered-to",
          "content-type",
          "reply-to",
          "dkim-signature");

  /** A letter may begin with From and To as well, but hardly with these. */
  private static final Set<String> TECHNICAL =
      Set.of("message-id", "received", "mime-version", "return-path", "delivered-to");

  private static final int FEWEST_USUAL = 3;

  private MailHeaders() {}

  /** Whether {@code text} begins with the header of an e-mail. */
  static boolean begin(String text) {
    int usual = 0;
    boolean technical = false;
    for (String line : text.lines().toList()) {
      if (line.isEmpty()) {
        break;
      }
      int colon = line.indexOf(':');
      boolean continued = line.startsWith(" ") || line.startsWith("\t");
      if (!continued && (colon <= 0 || line.substring(0, colon).indexOf(' ') >= 0)) {
        return false;
      }
      String name = continued ? "" : line.substring(0, colon).toLowerCase(Locale.ROOT);
      usual += USUAL.contains(name) ? 1 : 0;
      technical |= TECHNICAL.contains(name);
    }
    return technical && usual >= FEWEST_USUAL;
  }
}

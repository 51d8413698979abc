package confidant.ingest.flow.mail;

import confidant.ingest.flow.FlowSink;
import confidant.ingest.flow.LockedException;
import confidant.ingest.flow.web.HtmlReader;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * Reads mails: who wrote to whom, when and about what, a line each; the text; the attachments. Of
 * two forms of the text the plain one is taken, unless the other has tables.
 */
public final class MailReader {

  private static final List<String> SHOWN = List.of("From", "To", "Cc", "Date", "Subject");

  private static final Set<String> SIGNATURES =
      Set.of(
          "application/pgp-signature",
          "application/pkcs7-signature",
          "application/x-pkcs7-signature");

  private final FlowSink sink;
  private boolean anyText;

  private MailReader(FlowSink sink) {
    this.sink = sink;
  }

  /** Reads a mail; see {@link confidant.ingest.flow.FlowSource}. */
  public static void read(byte[] bytes, Optional<String> password, FlowSink sink)
      throws IOException {
    MailPart mail = MailPart.parse(bytes);
    new MailReader(sink).read(mail);
  }

  private void read(MailPart mail) throws IOException {
    StringBuilder header = new StringBuilder();
    for (String name : SHOWN) {
      String value = mail.header().readable(name.toLowerCase(Locale.ROOT));
      if (!value.isBlank()) {
        header.append(name).append(": ").append(value.replaceAll("\\s+", " ")).append('\n');
      }
    }
    if (header.isEmpty() && mail.start() >= mail.end()) {
      throw new IOException("neither header nor body");
    }
    sink.paragraph(header.toString());
    part(mail, true);
  }

  private void part(MailPart part, boolean outermost) throws IOException {
    String type = part.header().mediaType();
    if (isEncrypted(part)) {
      throw new LockedException(false);
    }
    boolean attached =
        part.header().disposition().value().equals("attachment")
            || !part.header().fileName().isEmpty();
    if (type.equals("multipart/alternative") && !part.parts().isEmpty()) {
      MailPart chosen = chosen(part.parts());
      part(chosen, false);
      part.parts().stream().filter(form -> !form.equals(chosen)).forEach(this::attachments);
    } else if (!part.parts().isEmpty()) {
      for (MailPart inner : part.parts()) {
        part(inner, false);
      }
    } else if (type.startsWith("multipart/") || (type.startsWith("text/") && !attached)) {
      text(part, type);
    } else if (!SIGNATURES.contains(type)) {
      sink.attachment(name(part, type, outermost), part.content());
    }
  }

  /** Attachments of a form of the text that is not shown. */
  private void attachments(MailPart form) {
    form.parts().forEach(this::attachments);
    String type = form.header().mediaType();
    boolean leaf = form.parts().isEmpty() && !type.startsWith("multipart/");
    if (leaf && !(type.startsWith("text/") && form.header().fileName().isEmpty())) {
      sink.attachment(name(form, type, false), form.content());
    }
  }

  private void text(MailPart part, String type) {
    String text = part.text();
    if (text.isBlank()) {
      return;
    }
    if (anyText) {
      sink.pageBreak();
    }
    anyText = true;
    if (type.equals("text/html")) {
      HtmlReader.read(text, sink);
    } else {
      paragraphs(text);
    }
  }

  private void paragraphs(String text) {
    StringBuilder paragraph = new StringBuilder();
    for (String line : text.lines().toList()) {
      if (line.isBlank()) {
        sink.paragraph(paragraph.toString());
        paragraph.setLength(0);
      } else {
        paragraph.append(line).append('\n');
      }
    }
    sink.paragraph(paragraph.toString());
  }

  /** Of several forms of the same: HTML with tables, plain text, HTML, the last. */
  private static MailPart chosen(List<MailPart> forms) {
    Optional<MailPart> html = forms.stream().filter(form -> holds(form, "text/html")).findFirst();
    Optional<MailPart> plain =
        forms.stream()
            .filter(form -> holds(form, "text/plain"))
            .filter(form -> !form.text().isBlank())
            .findFirst();
    boolean tables =
        html.flatMap(form -> first(form, "text/html"))
            .filter(form -> HtmlReader.hasTable(form.text()))
            .isPresent();
    return (tables || plain.isEmpty() ? html : plain).orElse(forms.getLast());
  }

  private static boolean holds(MailPart part, String type) {
    return first(part, type).isPresent();
  }

  private static Optional<MailPart> first(MailPart part, String type) {
    if (part.parts().isEmpty()) {
      return part.header().mediaType().equals(type) ? Optional.of(part) : Optional.empty();
    }
    return part.parts().stream().flatMap(inner -> first(inner, type).stream()).findFirst();
  }

  private static boolean isEncrypted(MailPart part) {
    String type = part.header().mediaType();
    String kind = part.header().contentType().parameter("smime-type");
    return type.equals("multipart/encrypted")
        || (type.endsWith("pkcs7-mime") && !kind.equals("signed-data"));
  }

  private static String name(MailPart part, String type, boolean outermost) {
    String name = part.header().fileName();
    if (!name.isBlank()) {
      return name;
    }
    if (type.equals("message/rfc822")) {
      return "message.eml";
    }
    return outermost ? "body" : "unnamed attachment";
  }
}

package confidant.ingest.flow.old;

import confidant.ingest.flow.FlowSink;
import confidant.ingest.flow.rtf.RtfReader;
import confidant.ingest.flow.web.HtmlReader;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Calendar;
import java.util.Locale;
import java.util.Optional;
import org.apache.poi.hsmf.MAPIMessage;
import org.apache.poi.hsmf.datatypes.AttachmentChunks;
import org.apache.poi.hsmf.datatypes.StringChunk;
import org.apache.poi.hsmf.exceptions.ChunkNotFoundException;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;
import org.jspecify.annotations.Nullable;

/** Reads mails as Outlook stores them (MSG): header lines, the text, the attachments. */
public final class OutlookReader {

  private static final DateTimeFormatter DATE =
      DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm 'UTC'", Locale.ROOT);

  /** Mails within mails that are read. */
  private static final int MAX_DEPTH = 3;

  private final FlowSink sink;

  private OutlookReader(FlowSink sink) {
    this.sink = sink;
  }

  /** Reads a mail; see {@link confidant.ingest.flow.FlowSource}. */
  public static void read(byte[] bytes, Optional<String> password, FlowSink sink)
      throws IOException {
    try (POIFSFileSystem files = new POIFSFileSystem(new ByteArrayInputStream(bytes));
        MAPIMessage mail = new MAPIMessage(files)) {
      new OutlookReader(sink).read(mail, 0);
    } catch (ChunkNotFoundException e) {
      throw new IOException("a part of the mail is missing", e);
    }
  }

  private void read(MAPIMessage mail, int depth) throws IOException, ChunkNotFoundException {
    mail.setReturnNullOnMissingChunk(true);
    mail.guess7BitEncoding();
    StringBuilder header = new StringBuilder();
    line("From", mail.getDisplayFrom(), header);
    line("To", mail.getDisplayTo(), header);
    line("Cc", mail.getDisplayCC(), header);
    Calendar date = mail.getMessageDate();
    line(
        "Date",
        date == null ? null : DATE.format(date.toInstant().atOffset(ZoneOffset.UTC)),
        header);
    line("Subject", mail.getSubject(), header);
    sink.paragraph(header.toString());
    body(mail);
    for (AttachmentChunks attachment : mail.getAttachmentFiles()) {
      attachment(attachment, depth);
    }
  }

  private static void line(String label, @Nullable String value, StringBuilder header) {
    if (value != null && !value.isBlank()) {
      header.append(label).append(": ").append(value.strip()).append('\n');
    }
  }

  private void body(MAPIMessage mail) throws IOException, ChunkNotFoundException {
    String html = text(mail.getHtmlBody());
    String plain = text(mail.getTextBody());
    if (!html.isBlank() && (plain.isBlank() || HtmlReader.hasTable(html))) {
      HtmlReader.read(html, sink);
    } else if (!plain.isBlank()) {
      sink.paragraph(plain);
    } else {
      byte[] rtf = text(mail.getRtfBody()).getBytes(StandardCharsets.ISO_8859_1);
      RtfReader.read(rtf, Optional.empty(), sink);
    }
  }

  private void attachment(AttachmentChunks attachment, int depth)
      throws IOException, ChunkNotFoundException {
    if (attachment.isEmbeddedMessage()) {
      if (depth + 1 >= MAX_DEPTH) {
        sink.notice("mails that lie deeper than 3 in each other are not read.");
        return;
      }
      MAPIMessage inner = attachment.getEmbeddedMessage();
      sink.pageBreak();
      read(inner, depth + 1);
    } else if (attachment.getAttachData() != null) {
      String name = value(attachment.getAttachLongFileName());
      sink.attachment(
          name.isBlank() ? name(attachment) : name, attachment.getAttachData().getValue());
    }
  }

  private static String name(AttachmentChunks attachment) {
    String name = value(attachment.getAttachFileName());
    return name.isBlank() ? "unnamed attachment" : name;
  }

  private static String value(@Nullable StringChunk chunk) {
    return chunk == null ? "" : text(chunk.getValue());
  }

  private static String text(@Nullable String text) {
    return text == null ? "" : text;
  }
}

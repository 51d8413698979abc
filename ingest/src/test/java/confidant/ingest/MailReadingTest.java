package confidant.ingest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import confidant.ingest.ReadResult.Read;
import confidant.ingest.ReadResult.Reason;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import org.apache.poi.poifs.filesystem.DirectoryEntry;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** E-mails and their attachments, with exactly what must come out. */
class MailReadingTest {

  private static final String HEADER =
      """
      Message-ID: <1@example.org>
      From: =?utf-8?Q?Zo=C3=AB?= Hart <zoe@example.org>
      To: Alex
       <alex@example.org>
      Date: Fri, 1 May 2026 10:00:00 +0200
      Subject: =?windows-1252?B?R3L232U=?= =?windows-1252?Q?_5_=80?=
      MIME-Version: 1.0
      """;

  private static final String SHOWN =
      """
      From: Zoë Hart <zoe@example.org>
      To: Alex <alex@example.org>
      Date: Fri, 1 May 2026 10:00:00 +0200
      Subject: Größe 5 €
      """;

  @TempDir private Path folder;

  @Test
  void readsHeaderAndText() throws IOException {
    String mail =
        HEADER
            + "Content-Type: text/plain; charset=utf-8\n"
            + "Content-Transfer-Encoding: quoted-printable\n\n"
            + "Dear Alex,\n\n"
            + "you owe =E2=82=AC 45.=\n"
            + "00.\n";
    assertEquals(
        "<!-- page 1 -->\n\n" + SHOWN + "\nDear Alex,\n\nyou owe € 45.00.\n",
        Reading.markdown(folder, "a.eml", mail));
  }

  @Test
  void takesPlainTextUnlessTheOtherFormHasTables() throws IOException {
    String plain = part("text/plain", "Total 5.00");
    assertEquals(
        "<!-- page 1 -->\n\n" + SHOWN + "\nTotal 5.00\n",
        markdown("alternative", plain, part("text/html", "<p>Total 5.00 in HTML</p>")));
    String table =
        "<table><tr><th>Item</th><th>Net</th></tr><tr><td>Tea</td><td>5.00</td></tr></table>";
    assertEquals(
        "<!-- page 1 -->\n\n" + SHOWN + "\n| Item | Net |\n| --- | --- |\n| Tea | 5.00 |\n",
        markdown("alternative", plain, part("text/html", table)));
  }

  @Test
  void readsAttachmentsAsFurtherPages() throws IOException {
    String csv =
        Base64.getEncoder().encodeToString("a,b,c\n1,2,3\n".getBytes(StandardCharsets.UTF_8));
    Read read =
        read(
            "mixed",
            part("text/plain", "See below."),
            "Content-Type: text/csv; name=\"list.csv\"\nContent-Transfer-Encoding: base64\n\n"
                + csv,
            """
            Content-Type: image/png
            Content-Disposition: attachment;
             filename*0*=utf-8''gr%C3%B6; filename*1=sse.png
            Content-Transfer-Encoding: base64

            iVBORw0KGgoAAAANSUhEUg==\
            """,
            "Content-Type: message/rfc822\n\nFrom: Bob\nSubject: inner\nMessage-ID: 2\n\nHi 7");
    assertEquals(
        "<!-- page 1 -->\n\n"
            + SHOWN
            + "\nSee below.\n\nAttachment (not read): grösse.png\n\n<!-- page 2 -->\n\n"
            + "Attachment: list.csv\n\n| a | b | c |\n| --- | --- | --- |\n| 1 | 2 | 3 |\n\n"
            + "<!-- page 3 -->\n\nAttachment: message.eml\n\nFrom: Bob\nSubject: inner\n\nHi 7\n",
        Reading.markdown(read));
    assertEquals(1, read.report().notices().size());
    assertTrue(read.report().notices().getFirst().contains("grösse.png is damaged"));
  }

  @Test
  void keepsAttachmentsOfTheFormThatIsNotShown() throws IOException {
    String html =
        """
        Content-Type: multipart/mixed; boundary=in

        --in
        Content-Type: text/html

        <p>x</p>
        --in
        Content-Type: application/rtf; name=a.rtf

        {\\rtf1 Bill 9\\par}
        --in--\
        """;
    assertEquals(
        "<!-- page 1 -->\n\n"
            + SHOWN
            + "\nplain\n\n<!-- page 2 -->\n\nAttachment: a.rtf\n\nBill 9\n",
        markdown("alternative", part("text/plain", "plain"), html));
  }

  @Test
  void decodesTextByTheEncodingItNames() throws IOException {
    byte[] body = "Größe 5 €".getBytes(Charset.forName("windows-1252"));
    ByteArrayOutputStream mail = new ByteArrayOutputStream();
    mail.write(
        (HEADER + "Content-Type: text/plain; charset=iso-8859-1\n\n")
            .getBytes(StandardCharsets.UTF_8));
    mail.write(body);
    assertEquals(
        "<!-- page 1 -->\n\n" + SHOWN + "\nGröße 5 €\n",
        Reading.markdown(folder, "a.eml", mail.toByteArray()));
  }

  @Test
  void stopsAtMailsTooDeepInEachOther() throws IOException {
    String mail = HEADER + "\ninnermost 99";
    for (int i = 0; i < 12; i++) {
      mail = "Message-ID: m\nFrom: f" + "\nSubject: s\nContent-Type: message/rfc822\n\n" + mail;
    }
    Read read = Reading.read(folder, "deep.eml", mail);
    assertEquals(4, read.document().pages().size());
    assertTrue(
        read.report().notices().stream().anyMatch(notice -> notice.contains("not read")),
        read.report().notices().toString());
  }

  @Test
  void refusesAnEncryptedMail() throws IOException {
    String mail =
        HEADER
            + "Content-Type: multipart/encrypted; boundary=b\n\n"
            + "--b\n\n"
            + "Version: 1\n"
            + "--b\n\n"
            + "xyz\n"
            + "--b--\n";
    Reading.refused(Reason.ENCRYPTED, folder, "a.eml", mail.getBytes(StandardCharsets.UTF_8));
  }

  @Test
  void readsMailsOfOutlook() throws IOException {
    assertEquals(
        """
        <!-- page 1 -->

        From: Zoë
        To: Alex
        Subject: Bill 7

        Total 45.00

        <!-- page 2 -->

        Attachment: note.txt

        Paid 5 €
        """,
        Reading.markdown(folder, "a.msg", outlook()));
  }

  private static byte[] outlook() throws IOException {
    try (POIFSFileSystem files = new POIFSFileSystem();
        ByteArrayOutputStream out = new ByteArrayOutputStream()) {
      DirectoryEntry root = files.getRoot();
      root.createDocument("__properties_version1.0", new ByteArrayInputStream(new byte[32]));
      text(root, "0037", "Bill 7");
      text(root, "0C1A", "Zoë");
      text(root, "0E04", "Alex");
      text(root, "1000", "Total 45.00");
      DirectoryEntry attachment = root.createDirectory("__attach_version1.0_#00000000");
      attachment.createDocument("__properties_version1.0", new ByteArrayInputStream(new byte[8]));
      text(attachment, "3707", "note.txt");
      attachment.createDocument(
          "__substg1.0_37010102",
          new ByteArrayInputStream("Paid 5 €".getBytes(StandardCharsets.UTF_8)));
      files.writeFilesystem(out);
      return out.toByteArray();
    }
  }

  private static void text(DirectoryEntry folder, String property, String text) throws IOException {
    folder.createDocument(
        "__substg1.0_" + property + "001F",
        new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_16LE)));
  }

  private static String part(String type, String text) {
    return "Content-Type: " + type + "; charset=utf-8\n\n" + text;
  }

  private String markdown(String kind, String... parts) throws IOException {
    return Reading.markdown(read(kind, parts));
  }

  private Read read(String kind, String... parts) throws IOException {
    String mail =
        HEADER
            + "Content-Type: multipart/"
            + kind
            + "; boundary=\"b\"\n\npreamble 1\n--b\n"
            + String.join("\n--b\n", List.of(parts))
            + "\n--b--\nepilogue 2\n";
    return Reading.read(folder, "a.eml", mail);
  }
}

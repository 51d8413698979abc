package confidant.ingest.worker;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import confidant.ingest.PageRange;
import confidant.ingest.ReadOptions;
import confidant.ingest.ReadReport;
import confidant.ingest.ReadResult;
import confidant.ingest.document.Block;
import confidant.ingest.document.Block.Cell;
import confidant.ingest.document.Block.Line;
import confidant.ingest.document.BoundingBox;
import confidant.ingest.document.Document;
import confidant.ingest.document.Doubt;
import confidant.ingest.document.Page;
import confidant.ingest.document.Span;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Messages arrive as they were sent; what is none is noticed. */
class FramesTest {

  private static Message sentAndReceived(Message message) throws IOException {
    ByteArrayOutputStream pipe = new ByteArrayOutputStream();
    Frames.write(pipe, message);
    Frames.Reader reader = Frames.reader(new ByteArrayInputStream(pipe.toByteArray()));
    Message received = reader.next().orElseThrow();
    assertEquals(Optional.empty(), reader.next());
    return received;
  }

  @Test
  void aDocumentArrivesWithEveryBox() throws IOException {
    BoundingBox box = new BoundingBox(0.1, 2.25, 1e-3, 1 / 3.0);
    Block text =
        new Block.Paragraph(
            List.of(
                new Line(
                    "Netto 1.234,56 €\u2009\uD83D\uDE00",
                    box,
                    List.of(
                        new Span(0, 5, box), new Span(6, 14, new BoundingBox(7, 8, 9.01, 10))))),
            box);
    Block table =
        new Block.Table(
            List.of(
                List.of(new Cell("Tag", box), new Cell("", box)),
                List.of(
                    new Cell("1.", box),
                    new Cell("\"7|\\\"", box, List.of(new Span(0, 1, box), new Span(1, 4, box))))),
            1,
            box);
    Document document =
        new Document(
            "ä.pdf",
            "application/pdf",
            List.of(
                new Page(
                    3,
                    595.2,
                    842,
                    List.of(text, table),
                    Page.Origin.MIXED,
                    List.of(new Doubt("6.56", "8.56", box, 0.75)))));
    Message done =
        new Message.Done(
            new ReadResult.Read(document, new ReadReport(7, List.of(2), List.of("Ein Satz."))));
    assertEquals(done, sentAndReceived(done));
  }

  @Test
  void requestsAndRefusalsArriveToo() throws IOException {
    for (Message message :
        List.of(
            new Message.Ready(1),
            new Message.Page(2, 9),
            new Message.Read(
                "/a b/ü.pdf",
                new ReadOptions(
                    Optional.of("p\"w"), Optional.of(new PageRange(2, 3)), ReadOptions.Ocr.FORCE)),
            new Message.Read("/a.pdf", ReadOptions.defaults()),
            new Message.Read("/a.pdf", ReadOptions.defaults(), Message.Way.DRAW),
            new Message.Done(new ReadResult.Refused(ReadResult.Reason.ENCRYPTED, "Ein Satz.")))) {
      assertEquals(message, sentAndReceived(message));
    }
  }

  @Test
  void aPictureArrivesWhole() throws IOException {
    byte[] png = new byte[3000];
    new Random(1).nextBytes(png);
    Message.Drawing drawing =
        assertInstanceOf(Message.Drawing.class, sentAndReceived(new Message.Drawing(7, png)));
    assertEquals(7, drawing.page());
    assertArrayEquals(png, drawing.png());
  }

  @Test
  void aPageToBePaintedArrivesAsItWasUnderstood() throws IOException {
    BoundingBox box = new BoundingBox(1, 2, 3, 4);
    Page page =
        new Page(7, 595, 842, List.of(new Block.Paragraph(List.of(new Line("a", box)), box)));
    Message order =
        new Message.Paint("/a.pdf", Optional.of("secret"), "application/pdf", page, 1.5);
    assertEquals(order, sentAndReceived(order));
    assertFalse(order.toString().contains("secret"));
    byte[] png = {1, -2, 3};
    Message.Painted painted =
        assertInstanceOf(Message.Painted.class, sentAndReceived(new Message.Painted(png)));
    assertArrayEquals(png, painted.png());
  }

  @Test
  void aRequestDoesNotShowItsPassword() {
    Message message =
        new Message.Read("/a.pdf", new ReadOptions(Optional.of("secret"), Optional.empty()));
    assertFalse(message.toString().contains("secret"));
  }

  @ParameterizedTest
  @ValueSource(ints = {-1, 0, 1, Frames.MAX_BYTES + 1, Integer.MAX_VALUE})
  void aLengthThatCannotBeIsNotBelieved(int length) {
    byte[] frame = ByteBuffer.allocate(8).putInt(length).array();
    assertThrows(IOException.class, () -> Frames.reader(new ByteArrayInputStream(frame)).next());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{}",
        "[]",
        "null",
        "12",
        "{\"message\":\"other\"}",
        "{\"message\":\"page\",\"page\":1}",
        "{\"message\":\"page\",\"page\":1,\"pages\":2,\"more\":3}",
        "{\"message\":\"done\",\"result\":{\"type\":\"java.lang.Object\"}}"
      })
  void whatIsNoMessageIsAnError(String json) {
    byte[] bytes = json.getBytes(StandardCharsets.UTF_8);
    byte[] frame = ByteBuffer.allocate(4 + bytes.length).putInt(bytes.length).put(bytes).array();
    assertThrows(IOException.class, () -> Frames.reader(new ByteArrayInputStream(frame)).next());
  }

  @Test
  void aFrameThatIsCutIsAnError() throws IOException {
    ByteArrayOutputStream pipe = new ByteArrayOutputStream();
    Frames.write(pipe, new Message.Page(2, 9));
    byte[] whole = pipe.toByteArray();
    for (int length = 4; length < whole.length; length++) {
      byte[] cut = Arrays.copyOf(whole, length);
      assertThrows(IOException.class, () -> Frames.reader(new ByteArrayInputStream(cut)).next());
    }
    assertTrue(Frames.reader(new ByteArrayInputStream(new byte[0])).next().isEmpty());
  }

  /** Places are written and read by ways of their own, faster ones. */
  @Test
  void numbersArriveBitByBit() throws IOException {
    Random random = new Random(7);
    List<Line> lines = new ArrayList<>();
    for (int i = 0; i < 2000; i++) {
      double any = Double.longBitsToDouble(random.nextLong());
      double usual = random.nextFloat() * 842;
      lines.add(
          new Line("", new BoundingBox(Double.isFinite(any) ? any : 0, usual, -0.0, usual / 3)));
    }
    Block block = new Block.Paragraph(lines, new BoundingBox(0, 0, 1, 1));
    Page page = new Page(1, 595, 842, List.of(block));
    Message done =
        new Message.Done(
            new ReadResult.Read(
                new Document("a.pdf", "application/pdf", List.of(page)),
                new ReadReport(1, List.of(), List.of())));
    assertEquals(done, sentAndReceived(done));
  }
}

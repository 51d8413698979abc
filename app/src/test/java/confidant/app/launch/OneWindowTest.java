package confidant.app.launch;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
class OneWindowTest {
  private static final List<Path> PAPERS =
      List.of(Path.of("/papers/pay slip – März.pdf"), Path.of("/papers/b.pdf"));
  @TempDir private Path home;
  private final BlockingQueue<List<Path>> handed = new LinkedBlockingQueue<>();

  private Path folder() {
    return home.resolve("window");
  }

  @Test
  void aLaterStartHandsItsFilesToTheWindowAndEnds() throws Exception {
    try (OneWindow first = OneWindow.claim(folder(), List.of()).orElseThrow()) {
      first.listen(handed::add);
      assertTrue(OneWindow.claim(folder(), PAPERS).isEmpty());
      assertEquals(PAPERS, handed.poll(30, TimeUnit.SECONDS));
      assertTrue(OneWindow.claim(folder(), List.of()).isEmpty());
      assertEquals(List.of(), handed.poll(30, TimeUnit.SECONDS));
    }
  }

  @Test
  void afterTheWindowIsClosedTheNextStartIsTheOne() {
    OneWindow.claim(folder(), List.of()).orElseThrow().close();
    try (OneWindow next = OneWindow.claim(folder(), PAPERS).orElseThrow()) {
      next.listen(handed::add);
      assertTrue(OneWindow.claim(folder(), List.of()).isEmpty());
    }
    assertFalse(Files.exists(folder().resolve("window.socket")));
  }

  @Test
  void aSocketThatWasLeftBehindIsReplaced() throws IOException {
    Files.createDirectories(folder());
    Files.writeString(folder().resolve("window.socket"), "");
    Files.writeString(folder().resolve("window.lock"), "");
    try (OneWindow first = OneWindow.claim(folder(), List.of()).orElseThrow()) {
      first.listen(handed::add);
      assertTrue(OneWindow.claim(folder(), PAPERS).isEmpty());
    }
  }

  @Test
  void nothingAboutPapersIsWritten() throws IOException {
    try (OneWindow first = OneWindow.claim(folder(), PAPERS).orElseThrow()) {
      first.listen(handed::add);
      assertTrue(OneWindow.claim(folder(), PAPERS).isEmpty());
      assertEquals(0, Files.size(folder().resolve("window.lock")));
    }
  }

  @Test
  void aCallerThatTalksNonsenseDoesNotKeepTheNextFromBeingHeard() throws Exception {
    try (OneWindow first = OneWindow.claim(folder(), List.of()).orElseThrow();
        SocketChannel silent = SocketChannel.open(StandardProtocolFamily.UNIX);
        SocketChannel nonsense = SocketChannel.open(StandardProtocolFamily.UNIX)) {
      first.listen(handed::add);
      UnixDomainSocketAddress address =
          UnixDomainSocketAddress.of(folder().resolve("window.socket"));
      silent.connect(address);
      nonsense.connect(address);
      nonsense.write(ByteBuffer.wrap(new byte[] {1, 2, 3, 4}));
      assertEquals(-1, nonsense.read(ByteBuffer.allocate(1)), "it is hung up");
      assertTrue(OneWindow.claim(folder(), PAPERS).isEmpty());
      assertEquals(PAPERS, handed.poll(30, TimeUnit.SECONDS));
    }
  }

  @Test
  void aFolderWithALongNameHasItsSocketElsewhere() {
    Path deep = home.resolve("f".repeat(90)).resolve("window");
    try (OneWindow first = OneWindow.claim(deep, List.of()).orElseThrow()) {
      first.listen(handed::add);
      assertTrue(OneWindow.claim(deep, PAPERS).isEmpty());
    }
  }

  @Test
  void whereTheFolderCannotBeMadeThereIsAWindowAllTheSame() throws IOException {
    Path file = Files.writeString(home.resolve("file"), "");
    try (OneWindow alone = OneWindow.claim(file.resolve("window"), PAPERS).orElseThrow()) {
      alone.listen(handed::add);
    }
    assertTrue(handed.isEmpty());
  }

  @Test
  @DisabledOnOs(value = OS.WINDOWS, disabledReason = "a profile is private there by itself")
  void nobodyElseMayEnterTheFolder() throws IOException {
    Files.createDirectories(folder());
    Files.setPosixFilePermissions(folder(), PosixFilePermissions.fromString("rwxrwxrwx"));
    try (OneWindow first = OneWindow.claim(folder(), List.of()).orElseThrow()) {
      first.listen(handed::add);
      assertEquals(
          "rwx------", PosixFilePermissions.toString(Files.getPosixFilePermissions(folder())));
    }
  }

  @Test
  @DisabledOnOs(value = OS.WINDOWS, disabledReason = "links need a permission there")
  void aLinkInTheFoldersPlaceIsNotFollowed() throws IOException {
    Path other = Files.createDirectories(home.resolve("other"));
    Files.createSymbolicLink(folder(), other);
    try (OneWindow alone = OneWindow.claim(folder(), List.of()).orElseThrow()) {
      alone.listen(handed::add);
      try (var entries = Files.list(other)) {
        assertEquals(0, entries.count());
      }
    }
  }

  @Test
  void aListOfFilesIsBounded() throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    FileList.write(PAPERS, new DataOutputStream(bytes));
    assertEquals(PAPERS, read(bytes.toByteArray()));
    byte[] tooMany = bytes.toByteArray();
    tooMany[4] = 0x7F;
    assertThrows(IOException.class, () -> read(tooMany));
    byte[] tooLong = bytes.toByteArray();
    tooLong[8] = 0x7F;
    assertThrows(IOException.class, () -> read(tooLong));
    byte[] negative = bytes.toByteArray();
    negative[4] = (byte) 0x80;
    assertThrows(IOException.class, () -> read(negative));
  }

  private static List<Path> read(byte[] bytes) throws IOException {
    return FileList.read(new DataInputStream(new ByteArrayInputStream(bytes)));
  }
}

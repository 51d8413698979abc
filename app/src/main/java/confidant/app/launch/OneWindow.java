package confidant.app.launch;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.Channels;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The claim to be the one window of a person. Whoever holds the lock in a private folder has it and
 * listens on a socket beside the lock; the system lets go of the lock when a process ends, however
 * it ends, so a socket that was left behind is known for what it is. Where none of this works there
 * are two windows, which is better than none.
 */
public final class OneWindow implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(OneWindow.class);
  private static final String LOCK = "window.lock";
  private static final String SOCKET = "window.socket";

  /** The one that runs may be about to listen. */
  private static final int ATTEMPTS = 30;

  private static final long PAUSE_MS = 100;

  private static final int TAKEN = 1;

  /** macOS allows 103. */
  private static final int MAX_SOCKET_PATH_BYTES = 100;

  private final @Nullable FileChannel lockFile;
  private final @Nullable ServerSocketChannel server;
  private final @Nullable Path socket;
  private volatile Consumer<List<Path>> receiver = _ -> {};

  private OneWindow(
      @Nullable FileChannel lockFile, @Nullable ServerSocketChannel server, @Nullable Path socket) {
    this.lockFile = lockFile;
    this.server = server;
    this.socket = socket;
  }

  /**
   * Claims to be the one window, or hands {@code files} to the one that runs.
   *
   * @param folder private to this person; made if it is missing
   * @return empty if the files were handed over and nothing is left to do
   */
  public static Optional<OneWindow> claim(Path folder, List<Path> files) {
    try {
      Path meeting = withRoom(folder);
      PrivateFolder.prepare(meeting);
      return claimIn(meeting, files);
    } catch (IOException | UnsupportedOperationException e) {
      LOG.debug("starts cannot be joined: {}", e.getClass().getSimpleName());
      return Optional.of(new OneWindow(null, null, null));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return Optional.of(new OneWindow(null, null, null));
    }
  }

  /** A folder in which the socket's path is no longer than systems allow. */
  private static Path withRoom(Path folder) {
    if (folder.resolve(SOCKET).toString().getBytes(UTF_8).length <= MAX_SOCKET_PATH_BYTES) {
      return folder;
    }
    String name = "confidant-%08x".formatted(folder.toAbsolutePath().toString().hashCode());
    return Path.of(System.getProperty("java.io.tmpdir"), name);
  }

  private static Optional<OneWindow> claimIn(Path folder, List<Path> files)
      throws IOException, InterruptedException {
    Path socket = folder.resolve(SOCKET);
    FileChannel lockFile =
        FileChannel.open(folder.resolve(LOCK), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
    boolean keep = false;
    try {
      for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
        if (lock(lockFile) != null) {
          keep = true;
          return Optional.of(listen(lockFile, socket));
        }
        if (handOver(socket, files)) {
          return Optional.empty();
        }
        Thread.sleep(PAUSE_MS);
      }
      return Optional.of(new OneWindow(null, null, null));
    } finally {
      if (!keep) {
        lockFile.close();
      }
    }
  }

  private static @Nullable FileLock lock(FileChannel file) throws IOException {
    try {
      return file.tryLock();
    } catch (OverlappingFileLockException e) {
      // Held within this process.
      return null;
    }
  }

  private static OneWindow listen(FileChannel lockFile, Path socket) throws IOException {
    ServerSocketChannel server = null;
    try {
      // What a process that died left behind.
      Files.deleteIfExists(socket);
      server = ServerSocketChannel.open(StandardProtocolFamily.UNIX);
      server.bind(UnixDomainSocketAddress.of(socket));
    } catch (IOException | UnsupportedOperationException e) {
      LOG.debug("no socket: {}", e.getClass().getSimpleName());
      if (server != null) {
        server.close();
        server = null;
      }
    }
    return new OneWindow(lockFile, server, socket);
  }

  private static boolean handOver(Path socket, List<Path> files) {
    try (SocketChannel channel = SocketChannel.open(StandardProtocolFamily.UNIX)) {
      channel.connect(UnixDomainSocketAddress.of(socket));
      FileList.write(files, new DataOutputStream(Channels.newOutputStream(channel)));
      return Channels.newInputStream(channel).read() == TAKEN;
    } catch (IOException | UnsupportedOperationException e) {
      return false;
    }
  }

  /** From now on {@code receiver} is told what later starts bring, on a thread of its own. */
  public void listen(Consumer<List<Path>> receiver) {
    this.receiver = receiver;
    if (server != null) {
      ServerSocketChannel open = server;
      Thread.ofPlatform().daemon().name("later-starts").start(() -> accept(open));
    }
  }

  private void accept(ServerSocketChannel open) {
    try {
      while (true) {
        SocketChannel caller = open.accept();
        // One that says nothing must not keep the next from being heard.
        Thread.ofPlatform().daemon().name("later-start").start(() -> hear(caller));
      }
    } catch (ClosedChannelException e) {
      // The window is closed.
    } catch (IOException e) {
      LOG.debug("later starts are heard no more: {}", e.getClass().getSimpleName());
    }
  }

  private void hear(SocketChannel caller) {
    try (caller) {
      List<Path> files = FileList.read(new DataInputStream(Channels.newInputStream(caller)));
      receiver.accept(files);
      Channels.newOutputStream(caller).write(TAKEN);
    } catch (IOException e) {
      LOG.debug("a later start was not understood: {}", e.getClass().getSimpleName());
    }
  }

  /** Lets the next start be the one. */
  @Override
  public void close() {
    try {
      if (server != null && socket != null) {
        server.close();
        Files.deleteIfExists(socket);
      }
      if (lockFile != null) {
        lockFile.close();
      }
    } catch (IOException e) {
      LOG.debug("not let go: {}", e.getClass().getSimpleName());
    }
  }
}

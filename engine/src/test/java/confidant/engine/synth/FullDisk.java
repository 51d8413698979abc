package confidant.engine.synth;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.WritableByteChannel;
import java.nio.file.Path;

/** A disk that takes so many bytes and no more, whatever it claimed. */
final class FullDisk implements OutputFiles {
  private final long claimed;
  private final long afterwards;
  private long room;

  /**
   * @param claimed usable space reported until something fails
   * @param room bytes that can be written
   * @param afterwards usable space reported then
   */
  FullDisk(long claimed, long room, long afterwards) {
    this.claimed = claimed;
    this.room = room;
    this.afterwards = afterwards;
  }

  @Override
  public long usableSpace(Path folder) {
    return room < 0 ? afterwards : claimed;
  }

  @Override
  public WritableByteChannel create(Path file) throws IOException {
    WritableByteChannel real = OutputFiles.DISK.create(file);
    return new WritableByteChannel() {
      @Override
      public int write(ByteBuffer bytes) throws IOException {
        room -= bytes.remaining();
        if (room < 0) {
          throw new IOException("write failed");
        }
        return real.write(bytes);
      }

      @Override
      public boolean isOpen() {
        return real.isOpen();
      }

      @Override
      public void close() throws IOException {
        real.close();
      }
    };
  }
}

package confidant.engine.synth;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.WritableByteChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** Where a checkpoint is written to; tests put a disk that fills up in its place. */
interface OutputFiles {

  /** The file system. */
  OutputFiles DISK =
      new OutputFiles() {
        @Override
        public long usableSpace(Path folder) throws IOException {
          return Files.getFileStore(folder).getUsableSpace();
        }

        @Override
        public WritableByteChannel create(Path file) throws IOException {
          return FileChannel.open(file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
        }
      };

  /** Bytes that can be written below {@code folder}. */
  long usableSpace(Path folder) throws IOException;

  /** Opens a file that does not exist yet. */
  WritableByteChannel create(Path file) throws IOException;
}

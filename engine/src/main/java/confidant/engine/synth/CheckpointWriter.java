package confidant.engine.synth;

import confidant.engine.api.EngineException;
import confidant.engine.format.ByteCount;
import confidant.engine.format.IoReason;
import confidant.engine.synth.SyntheticCheckpoint.Progress;
import java.io.IOException;
import java.nio.channels.ClosedByInterruptException;
import java.nio.channels.WritableByteChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Writes planned files into a folder: all of them, or none. A file has a temporary name until it is
 * whole, so that one that was cut off by a crash is not taken for a model.
 */
final class CheckpointWriter {
  private static final Logger LOG = LoggerFactory.getLogger(CheckpointWriter.class);
  private static final String UNFINISHED = ".part";

  private final OutputFiles output;
  private final Path folder;
  private final List<PlannedFile> files;
  private final Progress progress;
  private final List<Path> made = new ArrayList<>();
  private final long total;
  private long written;

  CheckpointWriter(OutputFiles output, Path folder, List<PlannedFile> files, Progress progress) {
    this.output = output;
    this.folder = folder.toAbsolutePath().normalize();
    this.files = List.copyOf(files);
    this.progress = progress;
    this.total = files.stream().mapToLong(PlannedFile::size).sum();
  }

  /**
   * Writes the files.
   *
   * @throws EngineException.OutOfSpace if the disk has no room for them, or turns out not to have
   * @throws EngineException.Failed if one of them exists or cannot be written
   */
  void write() throws EngineException {
    refuseToOverwrite();
    boolean complete = false;
    try {
      makeFolder(folder);
      requireSpace();
      for (PlannedFile file : files) {
        write(file);
      }
      complete = true;
    } catch (IOException e) {
      throw failure(e);
    } finally {
      if (!complete) {
        removeAll();
      }
    }
  }

  private void refuseToOverwrite() throws EngineException {
    for (PlannedFile file : files) {
      if (Files.exists(folder.resolve(file.name()))) {
        throw new EngineException.Failed(
            folder.resolve(file.name())
                + " exists and is not overwritten: choose another folder or remove it.");
      }
    }
  }

  private void makeFolder(Path missing) throws IOException {
    Path parent = missing.getParent();
    if (Files.isDirectory(missing) || parent == null) {
      return;
    }
    makeFolder(parent);
    Files.createDirectory(missing);
    made.add(missing);
  }

  private void requireSpace() throws IOException, EngineException {
    long usable = output.usableSpace(folder);
    if (usable < total) {
      throw outOfSpace(usable);
    }
  }

  private void write(PlannedFile file) throws IOException {
    Path target = folder.resolve(file.name());
    Path unfinished = folder.resolve(file.name() + UNFINISHED);
    Files.deleteIfExists(unfinished);
    made.add(unfinished);
    try (WritableByteChannel channel = output.create(unfinished)) {
      file.content().writeTo(new ProgressChannel(channel, this::count));
    }
    Files.move(unfinished, target);
    made.set(made.size() - 1, target);
  }

  private void count(long bytes) {
    written += bytes;
    progress.written(written, total);
  }

  /** A disk that fills up tells so in words of its own; what is left tells it everywhere. */
  private EngineException failure(IOException e) {
    if (e instanceof ClosedByInterruptException) {
      return new EngineException.Failed(
          "Writing the checkpoint in " + folder + " was interrupted: start it again.", e);
    }
    try {
      long usable = output.usableSpace(folder);
      if (usable < total - written) {
        return outOfSpace(usable + written);
      }
    } catch (IOException unknown) {
      e.addSuppressed(unknown);
    }
    return new EngineException.Failed(
        folder + " could not be written (" + IoReason.of(e) + "): choose another folder.", e);
  }

  private EngineException outOfSpace(long usable) {
    return new EngineException.OutOfSpace(
        "The checkpoint takes %s, but the disk of %s has %s free: free some or choose another disk."
            .formatted(ByteCount.of(total), folder, ByteCount.of(usable)));
  }

  private void removeAll() {
    for (Path path : made.reversed()) {
      try {
        Files.deleteIfExists(path);
      } catch (IOException e) {
        LOG.warn("A part of an unfinished checkpoint could not be removed");
        LOG.debug("{} could not be removed", path, e);
      }
    }
  }
}

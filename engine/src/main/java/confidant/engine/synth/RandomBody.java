package confidant.engine.synth;

import confidant.engine.format.TensorBody;
import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.nio.channels.WritableByteChannel;

/**
 * A tensor of random weights, made in pieces while it is written. Each piece has a seed of its own,
 * so that its bytes do not depend on the others.
 *
 * @param size bytes
 * @param seed of this tensor
 */
record RandomBody(long size, long seed, Filler filler) implements TensorBody {
  private static final long PIECE_BYTES = 4 << 20;

  @Override
  public void writeTo(WritableByteChannel out) throws IOException {
    long pieceBytes = PIECE_BYTES - PIECE_BYTES % filler.unit();
    try (Arena arena = Arena.ofConfined()) {
      MemorySegment buffer = arena.allocate(Math.min(pieceBytes, size));
      for (long start = 0; start < size; start += pieceBytes) {
        MemorySegment piece = buffer.asSlice(0, Math.min(pieceBytes, size - start));
        filler.fill(piece, new SplitMix(SplitMix.combine(seed, start)));
        TensorBody.writeFully(out, piece.asByteBuffer());
      }
    }
  }
}

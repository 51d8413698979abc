package confidant.engine.cache;

import confidant.engine.api.EngineException;
import confidant.engine.format.IoReason;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.Arrays;
import java.util.BitSet;

/**
 * A cache and its tokens as a stream. All numbers are little-endian; each section ends with the
 * CRC-32C of its bytes as int32. In order:
 *
 * <ul>
 *   <li>header: "CNFDNTKV", int32 version 1; as int32: bytes of an element (4 for float32, 2 for
 *       int16), layers, key/value heads, elements per head, sliding window, positions per block,
 *       positions per group of keys, capacity of the cache saved, positions held, number of marks,
 *       three marks (the oldest first, then zeros); 32 bytes fingerprint of the model
 *   <li>tokens: int32 per position
 *   <li>per layer: a bit per block of positions that says whether it is held, the lowest bit of a
 *       byte first, in whole bytes; then the blocks held, as {@link Int16Block} or {@link
 *       Float32Block} has them. Slots behind the last position are zero.
 * </ul>
 *
 * <p>Sliding layers are stored with all blocks they hold, and with the marks, so that a restored
 * cache can be rewound as far as the one saved.
 */
public final class CacheSnapshot {
  private CacheSnapshot() {}

  /**
   * Writes {@code cache}, which stays as it is.
   *
   * @param fingerprint of the model, 32 bytes
   * @param tokens those held, as many as the cache's position
   * @throws EngineException.Failed if the stream cannot be written
   */
  public static void save(KvCache cache, byte[] fingerprint, int[] tokens, OutputStream stream)
      throws EngineException {
    clearForgotten(cache);
    try {
      SnapshotWriter out = new SnapshotWriter(stream);
      SnapshotHeader.of(cache, fingerprint).write(out);
      out.put(tokens);
      out.endSection();
      for (LayerCache layer : cache.layers()) {
        save(layer, KvCache.blocks(cache.position()), out);
      }
      out.finish();
    } catch (IOException e) {
      throw new EngineException.Failed(
          "The snapshot could not be written (" + IoReason.of(e) + "): try another place.", e);
    }
  }

  /**
   * Zeroes what the last blocks still have of positions that were taken back or of another text,
   * which nobody expects to find in a snapshot.
   */
  private static void clearForgotten(KvCache cache) {
    int end = KvCache.blocks(cache.position()) * CacheBlock.POSITIONS;
    float[] zeros = new float[cache.shape().headDim()];
    for (LayerCache layer : cache.layers()) {
      for (int position = cache.position(); position < end; position++) {
        for (int head = 0; head < cache.shape().kvHeads(); head++) {
          layer.write(position, head, zeros, 0, zeros, 0);
        }
      }
    }
  }

  private static void save(LayerCache layer, int blocks, SnapshotWriter out) throws IOException {
    BitSet held = layer.held(blocks);
    out.put(Arrays.copyOf(held.toByteArray(), bitBytes(blocks)));
    for (int b = held.nextSetBit(0); b >= 0; b = held.nextSetBit(b + 1)) {
      layer.block(b * CacheBlock.POSITIONS).save(out);
    }
    out.endSection();
  }

  /**
   * Replaces what {@code cache} holds; if that fails, it is empty.
   *
   * @param fingerprint of the model, 32 bytes
   * @param vocabulary how many tokens the model knows
   * @return the tokens held
   * @throws EngineException see {@link confidant.engine.api.Resumable#restore}
   */
  public static int[] restore(KvCache cache, byte[] fingerprint, int vocabulary, InputStream stream)
      throws EngineException {
    cache.clear();
    boolean complete = false;
    try {
      SnapshotReader in = new SnapshotReader(stream);
      SnapshotHeader header = SnapshotHeader.read(in, cache, fingerprint);
      int[] tokens = tokens(header.position(), vocabulary, in);
      for (int layer = 0; layer < cache.layers().size(); layer++) {
        restore(cache.layer(layer), "layer " + layer, header.position(), in);
      }
      cache.resume(header.position(), header.marks());
      complete = true;
      return tokens;
    } catch (IOException e) {
      throw new EngineException.Failed(
          "The snapshot could not be read (" + IoReason.of(e) + "): try again.", e);
    } finally {
      if (!complete) {
        cache.clear();
      }
    }
  }

  private static int[] tokens(int count, int vocabulary, SnapshotReader in)
      throws IOException, EngineException {
    int[] tokens = new int[count];
    in.take(tokens);
    in.endSection("tokens");
    if (Arrays.stream(tokens).anyMatch(token -> token < 0 || token >= vocabulary)) {
      throw SnapshotReader.damaged("has tokens that the model does not know");
    }
    return tokens;
  }

  private static void restore(LayerCache layer, String name, int position, SnapshotReader in)
      throws IOException, EngineException {
    int blocks = KvCache.blocks(position);
    BitSet held = BitSet.valueOf(in.take(bitBytes(blocks)));
    if (!layer.canHold(held, position)) {
      throw SnapshotReader.damaged("lacks positions of " + name + ", or has too many");
    }
    for (int b = held.nextSetBit(0); b >= 0; b = held.nextSetBit(b + 1)) {
      int first = b * CacheBlock.POSITIONS;
      layer.reserve(first, first + CacheBlock.POSITIONS);
      layer.block(first).load(in);
    }
    in.endSection(name);
  }

  private static int bitBytes(int blocks) {
    return (blocks + Byte.SIZE - 1) / Byte.SIZE;
  }
}

package confidant.engine.model;

import confidant.engine.model.ModelConfig.RopeConfig;
import confidant.engine.tensor.Matrix;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.List;

/**
 * Tells models apart by what decides on keys and values: SHA-256 of the configuration, and of a few
 * bytes of the vectors and matrices of every layer. Training on changes nearly all of them, and
 * another quantisation has other types; reading 12 GB would take longer than reading the papers.
 * Models made to agree in those bytes are not told apart.
 */
public final class Fingerprint {
  /** Bytes from the middle of a vector, or of a matrix's middle row. */
  private static final int SAMPLE_BYTES = 256;

  private final DataOutputStream out;

  private Fingerprint(DataOutputStream out) {
    this.out = out;
  }

  /** The fingerprint of a model, 32 bytes; touches some 300 pages of its mapped memory. */
  public static byte[] of(ModelConfig config, Weights weights) {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      var bytes = new DigestOutputStream(OutputStream.nullOutputStream(), digest);
      Fingerprint fingerprint = new Fingerprint(new DataOutputStream(bytes));
      fingerprint.add(config);
      fingerprint.add(weights);
      return digest.digest();
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    } catch (IOException e) {
      throw new UncheckedIOException("a digest does not fail", e);
    }
  }

  /** All but the context length, which no key or value depends on. */
  private void add(ModelConfig config) throws IOException {
    for (int size :
        List.of(
            config.hiddenSize(),
            config.intermediateSize(),
            config.heads(),
            config.kvHeads(),
            config.headDim(),
            config.experts(),
            config.expertsPerToken(),
            config.vocabularySize(),
            config.slidingWindow(),
            config.layers())) {
      out.writeInt(size);
    }
    for (boolean slides : config.sliding()) {
      out.writeBoolean(slides);
    }
    out.writeFloat(config.rmsEpsilon());
    out.writeFloat(config.swigluLimit());
    RopeConfig rope = config.rope();
    out.writeDouble(rope.theta());
    out.writeDouble(rope.factor());
    out.writeInt(rope.originalContext());
    out.writeDouble(rope.betaFast());
    out.writeDouble(rope.betaSlow());
    out.writeBoolean(rope.truncate());
  }

  private void add(Weights weights) throws IOException {
    add(weights.embedding(), weights.output());
    add(weights.finalNorm());
    for (Weights.Layer layer : weights.layers()) {
      add(layer.q(), layer.k(), layer.v(), layer.o(), layer.router());
      add(layer.attentionNorm(), layer.qBias(), layer.kBias(), layer.vBias(), layer.sinks());
      add(layer.oBias(), layer.mlpNorm(), layer.routerBias());
      for (Weights.Expert expert : List.of(layer.experts().getFirst(), layer.experts().getLast())) {
        add(expert.gate(), expert.up(), expert.down());
        add(expert.gateBias(), expert.upBias(), expert.downBias());
      }
    }
  }

  private void add(Matrix... matrices) throws IOException {
    for (Matrix matrix : matrices) {
      out.writeUTF(matrix.type().name());
      long row = matrix.rowOffset(matrix.rows() / 2);
      sample(matrix.data().asSlice(row, matrix.type().rowBytes(matrix.cols())));
    }
  }

  private void add(float[]... vectors) throws IOException {
    for (float[] vector : vectors) {
      sample(MemorySegment.ofArray(vector));
    }
  }

  private void sample(MemorySegment memory) throws IOException {
    long count = Math.min(SAMPLE_BYTES, memory.byteSize());
    long from = (memory.byteSize() - count) / 2;
    out.write(memory.asSlice(from, count).toArray(ValueLayout.JAVA_BYTE));
  }
}

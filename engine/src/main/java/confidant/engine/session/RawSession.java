package confidant.engine.session;

import confidant.engine.api.EngineException;
import confidant.engine.api.TokenSession;
import confidant.engine.sampling.Sampler;
import confidant.engine.speculation.Drafter;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.Arrays;

/** A sequence driven token by token, below conversations. */
public final class RawSession implements TokenSession {
  private final Sequence sequence;

  public RawSession(OpenModel model, int contextTokens) {
    this.sequence = new Sequence(model, contextTokens);
  }

  @Override
  public float[][] append(int[] tokens, LogitPositions positions) throws EngineException {
    return positions == LogitPositions.ALL
        ? sequence.readAll(tokens)
        : new float[][] {sequence.read(tokens, done -> true).orElseThrow()};
  }

  @Override
  public int truncate(int position) {
    return sequence.truncate(position);
  }

  @Override
  public int position() {
    return sequence.position();
  }

  @Override
  public int[] greedy(int[] prompt, int count) throws EngineException {
    if (count < 1) {
      throw new IllegalArgumentException("count must be at least 1, is " + count);
    }
    int[] drawn = new int[count];
    float[] logits = append(prompt, LogitPositions.LAST)[0];
    for (int i = 0; i < count; i++) {
      drawn[i] = Sampler.argmax(logits);
      if (i + 1 < count) {
        logits = append(Arrays.copyOfRange(drawn, i, i + 1), LogitPositions.LAST)[0];
      }
    }
    return drawn;
  }

  @Override
  public Replay replay(int[] prompt, int[] continuation, boolean speculation)
      throws EngineException {
    if (continuation.length == 0) {
      throw new IllegalArgumentException("no continuation given");
    }
    append(prompt, LogitPositions.LAST);
    long start = System.nanoTime();
    Decoder decoder =
        new Decoder(sequence, speculation ? Drafter.byPromptLookup() : Drafter.none());
    for (int i = 0; i + 1 < continuation.length; i++) {
      decoder.after(continuation[i], continuation.length - i - 1, () -> true);
    }
    decoder.settle();
    return new Replay(
        continuation.length,
        decoder.passes(),
        decoder.draftedTokens(),
        decoder.acceptedTokens(),
        System.nanoTime() - start);
  }

  @Override
  public void save(OutputStream out) throws EngineException {
    sequence.save(out);
  }

  @Override
  public void restore(InputStream in) throws EngineException {
    sequence.restore(in);
  }

  @Override
  public void close() {
    sequence.close();
  }
}

package confidant.engine.session;

import confidant.engine.api.EngineException;
import confidant.engine.cache.CacheSnapshot;
import confidant.engine.cache.KvCache;
import confidant.engine.model.LayerGate;
import confidant.engine.model.Workspace;
import confidant.engine.sampling.Sampler;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.Arrays;
import java.util.Optional;
import java.util.function.BooleanSupplier;

/** A growing row of tokens, its cache, and the reading of more tokens in chunks. */
final class Sequence implements AutoCloseable {
  /**
   * Most tokens read at once: every expert then gets some 256, and its weights are unpacked once
   * for all of them. Twice as many would be hardly faster, and need twice the buffers.
   */
  static final int PREFILL_CHUNK = 2048;

  /** Batches are cut at multiples of this, the width of a group of tokens. */
  private static final int CHUNK_STEP = 16;

  /** Tokens read at once when all their logits are wanted, which are 800 KB each for gpt-oss. */
  private static final int LOGITS_CHUNK = 32;

  private final OpenModel model;
  private final KvCache cache;
  private final Workspace workspace;
  private int[] tokens = new int[0];
  private boolean closed;

  /** Told about once per layer how many of the new tokens are read; says whether to go on. */
  @FunctionalInterface
  interface Progress {
    boolean proceed(int tokens);
  }

  Sequence(OpenModel model, int capacity) {
    this.model = model;
    this.cache = model.newCache(capacity);
    this.workspace = model.newWorkspace();
  }

  int position() {
    return cache.position();
  }

  int capacity() {
    return cache.capacity();
  }

  /** How many of the first tokens of {@code prompt} are held already. */
  int commonPrefix(int[] prompt) {
    int held = Math.min(cache.position(), prompt.length);
    int mismatch = Arrays.mismatch(tokens, 0, held, prompt, 0, held);
    return mismatch < 0 ? held : mismatch;
  }

  /** The tokens held. */
  int[] tokens() {
    return Arrays.copyOf(tokens, cache.position());
  }

  /** Keeps the present position within reach of {@link #truncate}; see {@link KvCache#mark}. */
  void mark() {
    cache.mark();
  }

  /** Forgets positions from {@code position} on; see {@link KvCache#truncate}. */
  int truncate(int position) {
    checkOpen();
    return cache.truncate(position);
  }

  /**
   * Takes back the last {@code count} tokens, a few that were read just now.
   *
   * @throws IllegalStateException if the cache no longer holds what the tokens before them see
   */
  void takeBack(int count) {
    // Memory is not touched: a model closed in the meantime does no harm.
    int wanted = cache.position() - count;
    int left = cache.truncate(wanted);
    if (left != wanted) {
      throw new IllegalStateException("position " + wanted + " wanted, " + left + " left");
    }
  }

  /**
   * Reads {@code more} after the tokens held.
   *
   * @return the logits after the last token; empty if stopped, what was read so far being kept
   * @throws EngineException.ContextExceeded if they do not fit
   * @throws EngineException.Damaged if the logits are not finite
   * @throws IllegalArgumentException if a token is outside the vocabulary or none is given
   */
  Optional<float[]> read(int[] more, Progress progress) throws EngineException {
    return read(more, PREFILL_CHUNK, progress);
  }

  /**
   * As {@link #read(int[], Progress)}, with at most {@code mostAtOnce} tokens a pass: what is lost
   * if it is stopped.
   */
  Optional<float[]> read(int[] more, int mostAtOnce, Progress progress) throws EngineException {
    check(more);
    Optional<float[][]> logits = Optional.empty();
    int chunk = evenChunk(more.length, mostAtOnce);
    for (int from = 0; from < more.length; from += chunk) {
      int to = Math.min(more.length, from + chunk);
      int start = from;
      LayerGate gate =
          (layer, layers) -> progress.proceed(start + (int) ((long) (to - start) * layer / layers));
      logits = forward(Arrays.copyOfRange(more, from, to), to == more.length ? 1 : 0, gate);
      if (logits.isEmpty()) {
        return Optional.empty();
      }
    }
    return Optional.of(checkFinite(logits.orElseThrow()[0]));
  }

  /**
   * As {@link #read}, a few tokens in one pass and with the logits after each: [few.length]
   * [vocabulary], left to be checked by {@link #checkFinite} when they are used.
   */
  Optional<float[][]> readEach(int[] few, BooleanSupplier proceed) throws EngineException {
    check(few);
    return forward(few, few.length, (layer, layers) -> proceed.getAsBoolean());
  }

  /**
   * Returns {@code logits}.
   *
   * @throws EngineException.Damaged if they are not finite
   */
  float[] checkFinite(float[] logits) throws EngineException {
    if (!Float.isFinite(logits[Sampler.argmax(logits)])) {
      throw new EngineException.Damaged(
          model.name()
              + " computes numbers that are not finite, so its weights are damaged: check it with"
              + " model verify, or get it again.");
    }
    return logits;
  }

  /** The size of equal chunks, since a short last one would be read slowly. */
  private static int evenChunk(int tokens, int most) {
    int chunks = (tokens + most - 1) / most;
    int even = (tokens + chunks - 1) / chunks;
    return (even + CHUNK_STEP - 1) / CHUNK_STEP * CHUNK_STEP;
  }

  /** As {@link #read}, with the logits after every token: [more.length][vocabulary]. */
  float[][] readAll(int[] more) throws EngineException {
    check(more);
    float[][] all = new float[more.length][];
    for (int from = 0; from < more.length; from += LOGITS_CHUNK) {
      int to = Math.min(more.length, from + LOGITS_CHUNK);
      int[] chunk = Arrays.copyOfRange(more, from, to);
      float[][] logits = forward(chunk, chunk.length, LayerGate.OPEN).orElseThrow();
      System.arraycopy(logits, 0, all, from, logits.length);
    }
    return all;
  }

  private Optional<float[][]> forward(int[] chunk, int outputs, LayerGate gate)
      throws EngineException {
    int position = cache.position();
    Optional<float[][]> logits = model.forward(chunk, outputs, cache, workspace, gate);
    if (logits.isPresent()) {
      if (tokens.length < position + chunk.length) {
        tokens = Arrays.copyOf(tokens, Math.max(2 * tokens.length, position + chunk.length));
      }
      System.arraycopy(chunk, 0, tokens, position, chunk.length);
    }
    return logits;
  }

  private void check(int[] more) throws EngineException {
    checkOpen();
    if (more.length == 0) {
      throw new IllegalArgumentException("no tokens given");
    }
    for (int token : more) {
      if (token < 0 || token >= model.vocabularySize()) {
        throw new IllegalArgumentException(
            "token " + token + " is outside the vocabulary of " + model.vocabularySize());
      }
    }
    int needed = cache.position() + more.length;
    if (needed > cache.capacity()) {
      throw new EngineException.ContextExceeded(
          needed
              + " tokens do not fit in the context of "
              + cache.capacity()
              + "; open a larger context or read fewer.",
          needed,
          cache.capacity());
    }
  }

  /** Writes tokens and cache; see {@link confidant.engine.api.Resumable#save}. */
  void save(OutputStream out) throws EngineException {
    checkOpen();
    CacheSnapshot.save(cache, model.fingerprint(), tokens(), out);
  }

  /** Replaces tokens and cache; see {@link confidant.engine.api.Resumable#restore}. */
  void restore(InputStream in) throws EngineException {
    checkOpen();
    tokens = CacheSnapshot.restore(cache, model.fingerprint(), model.vocabularySize(), in);
  }

  /**
   * Fails if the session or its model is closed.
   *
   * @throws IllegalStateException if so
   */
  void checkOpen() {
    if (closed) {
      throw new IllegalStateException("the session is closed");
    }
    model.checkOpen();
  }

  /** Frees the cache. Idempotent. */
  @Override
  public void close() {
    if (!closed) {
      closed = true;
      cache.close();
      workspace.close();
    }
  }
}

package confidant.engine.api;

import java.io.InputStream;
import java.io.OutputStream;

/**
 * A session that can be put down into a stream and taken up again, by this process or a later one,
 * so that nothing it has read is read again.
 *
 * <p>A snapshot holds the tokens and what was computed of them, from which they could be computed
 * back: it is as private as the papers themselves, and nothing in it is encrypted. Its checksums
 * find damage, not forgery; streams that encrypt and authenticate can be laid around either side.
 */
public interface Resumable {

  /**
   * Writes all that the session holds; the session stays as it is. About 25 KB a token for
   * gpt-oss-20b, in pieces of up to a megabyte, so the stream needs no buffer. It is neither
   * flushed nor closed.
   *
   * @throws EngineException.Failed if the stream cannot be written
   * @throws IllegalStateException if the session or its engine is closed
   */
  void save(OutputStream out) throws EngineException;

  /**
   * Replaces what the session holds by what {@link #save} wrote. What comes next is the same, to
   * the last bit, as if it came next in the session that was saved, and the session can go back as
   * far as that one could. Reads no byte behind the snapshot, and takes no more memory than the
   * session's context may need, whatever the stream says. If it fails, the session is empty and can
   * be used.
   *
   * @throws EngineException.Damaged if the stream is no snapshot, ends within it, or was changed
   * @throws EngineException.Unsupported if the snapshot is of another format, another model, or a
   *     context so much shorter or longer that it holds elements in another precision
   * @throws EngineException.ContextExceeded if it holds more tokens than this session can
   * @throws EngineException.Failed if the stream cannot be read
   * @throws IllegalStateException if the session or its engine is closed
   */
  void restore(InputStream in) throws EngineException;
}

package confidant.ingest.ocr;

import java.util.EnumMap;
import java.util.Map;
import java.util.Map.Entry;

/**
 * Text recognition, opened when first asked for. One picture is read at a time.
 *
 * <p>Thread-safe. Holds memory outside of the heap, some 60 MB a language, until it is closed.
 */
public final class OcrEngine implements AutoCloseable {

  /** Opens recognisers. */
  @FunctionalInterface
  interface Opener {
    Recogniser open(Language language) throws OcrUnavailableException;
  }

  /** Languages kept open: papers of one person hardly ever come in more. */
  private static final int KEPT = 2;

  private final Opener opener;
  private final Map<Language, Recogniser> open = new EnumMap<>(Language.class);

  /** Text recognition by Tesseract. */
  public OcrEngine() {
    this(TesseractRecogniser::open);
  }

  OcrEngine(Opener opener) {
    this.opener = opener;
  }

  /**
   * Reads the pictures of one document.
   *
   * @param alive told every few seconds while a page is read
   */
  public DocumentOcr document(Runnable alive) {
    return new DocumentOcr(this, alive);
  }

  /** The recogniser of a language; it is open until the next is asked for. */
  synchronized Recogniser recogniser(Language language) throws OcrUnavailableException {
    Recogniser known = open.get(language);
    if (known != null) {
      return known;
    }
    while (open.size() >= KEPT) {
      Entry<Language, Recogniser> any = open.entrySet().iterator().next();
      open.remove(any.getKey()).close();
    }
    Recogniser opened = opener.open(language);
    open.put(language, opened);
    return opened;
  }

  /** Frees all memory; what is asked for later is opened anew. Idempotent. */
  @Override
  public synchronized void close() {
    open.values().forEach(Recogniser::close);
    open.clear();
  }
}

package confidant.ingest.ocr;

import confidant.ingest.extract.Deadline;
import confidant.ingest.extract.LimitExceededException;
import confidant.ingest.picture.GreyPicture;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import org.bytedeco.javacpp.BytePointer;
import org.bytedeco.javacpp.PointerPointer;
import org.bytedeco.tesseract.ETEXT_DESC;
import org.bytedeco.tesseract.ResultIterator;
import org.bytedeco.tesseract.TessBaseAPI;
import org.bytedeco.tesseract.global.tesseract;
import org.jspecify.annotations.Nullable;

/**
 * Reads with Tesseract's neural network, in this process. The trained data goes to it from memory,
 * so that no file is written for it.
 */
final class TesseractRecogniser implements Recogniser {

  /** Tesseract's {@code OEM_LSTM_ONLY}. */
  private static final int NEURAL_NETWORK = 1;

  /**
   * Tesseract's {@code PSM_SINGLE_COLUMN}: lines one below the other, of all sizes. Its own search
   * for columns would take those of tables apart.
   */
  private static final int PAGE = 4;

  /** Tesseract's {@code PSM_SINGLE_LINE}. */
  private static final int LINE = 7;

  /** Tesseract's {@code RIL_TEXTLINE} and {@code RIL_WORD}. */
  private static final int EACH_LINE = 2;

  private static final int EACH_WORD = 3;

  private static final String ALLOWED = "tessedit_char_whitelist";

  private static final String OF_FIGURES = "0123456789.,-+()<>%$\u20AC\u00A3'/:";

  /** Pictures are made ready for this. */
  private static final int PIXELS_PER_INCH = 300;

  /** Confidences come in per cent. */
  private static final double PER_CENT = 100;

  private final TessBaseAPI api;
  private final Pulse pulse = new Pulse();

  private TesseractRecogniser(TessBaseAPI api) {
    this.api = api;
  }

  /**
   * Opens a recogniser for one language, in about 200 ms.
   *
   * @throws OcrUnavailableException if text recognition does not start on this computer
   */
  static TesseractRecogniser open(Language language) throws OcrUnavailableException {
    Natives.load();
    TessBaseAPI api = new TessBaseAPI();
    boolean open = false;
    try {
      byte[] data = language.trainedData();
      try (BytePointer bytes = new BytePointer(data);
          BytePointer code = new BytePointer(language.code(), StandardCharsets.US_ASCII)) {
        // In full: no configuration files, no variables, no reader of files.
        open =
            api.Init(
                    bytes,
                    data.length,
                    code,
                    NEURAL_NETWORK,
                    (PointerPointer<?>) null,
                    0,
                    null,
                    null,
                    false,
                    null)
                == 0;
      }
      if (!open) {
        throw new OcrUnavailableException("Tesseract refuses the data of " + language.code());
      }
      api.SetVariable("debug_file", nowhere());
      return new TesseractRecogniser(api);
    } catch (IOException e) {
      throw new OcrUnavailableException("The data of " + language.code() + " is damaged", e);
    } finally {
      if (!open) {
        api.close();
      }
    }
  }

  @Override
  public List<RecognisedWord> page(GreyPicture picture, Deadline deadline, Runnable alive) {
    pulse.start(deadline, alive);
    return read(picture, PAGE, "", true);
  }

  @Override
  public List<RecognisedWord> glance(GreyPicture picture, Deadline deadline, Runnable alive) {
    pulse.start(deadline, alive);
    return read(picture, PAGE, "", false);
  }

  @Override
  public Optional<RecognisedWord> figure(GreyPicture picture, Deadline deadline) {
    pulse.start(deadline, () -> {});
    List<RecognisedWord> words = read(picture, LINE, OF_FIGURES, true);
    if (words.isEmpty()) {
      return Optional.empty();
    }
    String text = words.stream().map(RecognisedWord::text).collect(Collectors.joining());
    double least = words.stream().mapToDouble(RecognisedWord::confidence).min().orElseThrow();
    return Optional.of(words.getFirst().read(text, least, ""));
  }

  private List<RecognisedWord> read(
      GreyPicture picture, int segmentation, String allowed, boolean whole) {
    api.SetPageSegMode(segmentation);
    api.SetVariable(ALLOWED, allowed);
    api.SetImage(picture.pixels(), picture.width(), picture.height(), 1, picture.width());
    api.SetSourceResolution(PIXELS_PER_INCH);
    try (ETEXT_DESC monitor = new ETEXT_DESC()) {
      monitor.cancel(pulse);
      boolean done = api.Recognize(monitor) == 0;
      if (pulse.stopped() && whole) {
        throw new LimitExceededException("out of time while a picture was read");
      }
      return done || pulse.stopped() ? words() : List.of();
    } finally {
      api.Clear();
    }
  }

  private List<RecognisedWord> words() {
    @Nullable ResultIterator at = api.GetIterator();
    if (at == null) {
      return List.of();
    }
    try {
      List<RecognisedWord> words = new ArrayList<>();
      int line = -1;
      at.Begin();
      do {
        if (at.IsAtBeginningOf(EACH_LINE)) {
          line++;
        }
        addWord(at, line, words);
      } while (at.Next(EACH_WORD));
      return words;
    } finally {
      tesseract.TessResultIteratorDelete(at);
    }
  }

  private static void addWord(ResultIterator at, int line, List<RecognisedWord> words) {
    int[] left = new int[1];
    int[] top = new int[1];
    int[] right = new int[1];
    int[] bottom = new int[1];
    if (at.Empty(EACH_WORD) || !at.BoundingBox(EACH_WORD, left, top, right, bottom)) {
      return;
    }
    String text = text(at).strip();
    if (text.isEmpty()) {
      return;
    }
    int[] x1 = new int[1];
    int[] y1 = new int[1];
    int[] x2 = new int[1];
    int[] y2 = new int[1];
    double baseline = at.Baseline(EACH_WORD, x1, y1, x2, y2) ? (y1[0] + y2[0]) / 2.0 : bottom[0];
    double confidence = Math.clamp(at.Confidence(EACH_WORD) / PER_CENT, 0, 1);
    words.add(
        new RecognisedWord(
            text, left[0], top[0], right[0], bottom[0], baseline, confidence, line, ""));
  }

  private static String text(ResultIterator at) {
    @Nullable BytePointer text = at.GetUTF8Text(EACH_WORD);
    if (text == null) {
      return "";
    }
    try {
      return text.getString(StandardCharsets.UTF_8);
    } finally {
      tesseract.TessDeleteText(text);
    }
  }

  /** Tesseract tells of every picture what it guesses of it. */
  private static String nowhere() {
    boolean windows =
        System.getProperty("os.name", "").toLowerCase(Locale.ROOT).startsWith("windows");
    return windows ? "NUL" : File.separator + "dev" + File.separator + "null";
  }

  @Override
  public void close() {
    api.End();
    api.close();
    pulse.close();
  }
}

package confidant.ingest.extract;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.Arrays;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSStream;
import org.apache.pdfbox.filter.FilterFactory;
import org.jspecify.annotations.Nullable;

/**
 * Looks at streams before the PDF library decodes them whole into memory: a few kilobytes can
 * unpack to gigabytes, and a picture codec can stand where page content belongs.
 */
final class StreamGuard {

  private static final Set<COSName> PICTURE_FILTERS =
      Set.of(
          COSName.DCT_DECODE,
          COSName.DCT_DECODE_ABBREVIATION,
          COSName.JPX_DECODE,
          COSName.JBIG2_DECODE,
          COSName.CCITTFAX_DECODE,
          COSName.CCITTFAX_DECODE_ABBREVIATION);

  private static final Set<COSName> FLATE_FILTERS =
      Set.of(COSName.FLATE_DECODE, COSName.FLATE_DECODE_ABBREVIATION);

  /** What is unpacked only to be measured goes here, piece by piece. */
  private static final int SINK_BYTES = 1 << 13;

  /** Bytes that say how the rest is packed. */
  private static final int FLATE_HEADER = 2;

  private final Set<COSStream> harmless = Collections.newSetFromMap(new IdentityHashMap<>());

  /** Fonts are set again and again. */
  private final Set<COSDictionary> harmlessFonts =
      Collections.newSetFromMap(new IdentityHashMap<>());

  /** Pictures that were looked at. */
  private final Set<COSStream> pictures = Collections.newSetFromMap(new IdentityHashMap<>());

  /**
   * Checks a stream of operators or of a font.
   *
   * @throws LimitExceededException if decoding it would not be safe
   */
  void check(@Nullable COSBase base) throws IOException {
    if (!(base instanceof COSStream stream) || harmless.contains(stream)) {
      return;
    }
    List<COSName> filters = filters(stream);
    if (filters.stream().anyMatch(PICTURE_FILTERS::contains)) {
      throw new LimitExceededException("a picture stands where text belongs");
    }
    if (!isSmall(stream, filters)) {
      measure(stream, filters);
    }
    harmless.add(stream);
  }

  /**
   * The bytes of a stream that is packed in the usual way and whole; null if it is not.
   *
   * @throws LimitExceededException if it unpacks to too many bytes
   */
  static byte @Nullable [] unpack(COSStream stream) throws IOException {
    if (!isPlainlyPacked(stream, filters(stream))) {
      return null;
    }
    try (InputStream raw = stream.createRawInputStream();
        Inflater inflater = new Inflater(true)) {
      raw.skipNBytes(FLATE_HEADER);
      byte[] packed = raw.readNBytes((int) Limits.STREAM_BYTES);
      inflater.setInput(packed);
      byte[] unpacked =
          new byte[(int) Math.clamp(4L * packed.length, SINK_BYTES, Limits.STREAM_BYTES)];
      int length = inflater.inflate(unpacked);
      while (!inflater.finished() && length == unpacked.length) {
        unpacked = Arrays.copyOf(unpacked, 2 * length);
        length += inflater.inflate(unpacked, length, length);
        if (length > Limits.STREAM_BYTES) {
          throw new LimitExceededException("a stream unpacks to too many bytes");
        }
      }
      return inflater.finished() ? Arrays.copyOf(unpacked, length) : null;
    } catch (DataFormatException | EOFException e) {
      return null;
    }
  }

  /**
   * Checks what a picture is packed in besides its own format, and what its decoder reads of other
   * streams.
   */
  void checkPicture(COSStream picture) throws IOException {
    if (!pictures.add(picture)) {
      return;
    }
    List<COSName> filters = filters(picture);
    int own = 0;
    while (own < filters.size() && !PICTURE_FILTERS.contains(filters.get(own))) {
      own++;
    }
    if (own > 0 && own < filters.size()) {
      measure(picture, filters.subList(0, own));
    }
    switch (picture.getDictionaryObject(COSName.DECODE_PARMS, COSName.DP)) {
      case COSDictionary parameters -> check(parameters.getDictionaryObject(COSName.JBIG2_GLOBALS));
      case COSArray list -> {
        for (int i = 0; i < list.size(); i++) {
          if (list.getObject(i) instanceof COSDictionary parameters) {
            check(parameters.getDictionaryObject(COSName.JBIG2_GLOBALS));
          }
        }
      }
      case null, default -> {
        // There is nothing but the stream itself.
      }
    }
  }

  /** Checks every stream that is read when a font is loaded. */
  void checkFont(COSDictionary font) throws IOException {
    if (!harmlessFonts.contains(font)) {
      checkParts(font);
      harmlessFonts.add(font);
    }
  }

  private void checkParts(COSDictionary font) throws IOException {
    check(font.getDictionaryObject(COSName.TO_UNICODE));
    check(font.getDictionaryObject(COSName.ENCODING));
    check(font.getDictionaryObject(COSName.CID_TO_GID_MAP));
    WidthGuard.check(font.getCOSArray(COSName.W), WidthGuard.HORIZONTAL);
    WidthGuard.check(font.getCOSArray(COSName.W2), WidthGuard.VERTICAL);
    COSDictionary descriptor = font.getCOSDictionary(COSName.FONT_DESC);
    if (descriptor != null) {
      check(descriptor.getDictionaryObject(COSName.FONT_FILE));
      check(descriptor.getDictionaryObject(COSName.FONT_FILE2));
      check(descriptor.getDictionaryObject(COSName.FONT_FILE3));
    }
    COSArray descendants = font.getCOSArray(COSName.DESCENDANT_FONTS);
    // Only the first is ever used, and the format allows no other.
    if (descendants != null
        && descendants.size() > 0
        && descendants.getObject(0) instanceof COSDictionary descendant
        && descendant.getCOSArray(COSName.DESCENDANT_FONTS) == null) {
      checkFont(descendant);
    }
  }

  /**
   * Whether the packed bytes of a stream end early or are none. The PDF library keeps silent about
   * that and gives what came before.
   */
  static boolean isCut(COSStream stream) throws IOException {
    List<COSName> filters = filters(stream);
    if (filters.isEmpty() || !FLATE_FILTERS.contains(filters.getFirst())) {
      return false;
    }
    // Without the check sum, which some writers get wrong and the PDF library does not look at.
    try (InputStream raw = stream.createRawInputStream();
        Inflater inflater = new Inflater(true)) {
      raw.skipNBytes(FLATE_HEADER);
      inflater.setInput(raw.readAllBytes());
      byte[] sink = new byte[SINK_BYTES];
      while (!inflater.finished()) {
        if (inflater.inflate(sink) == 0 && !inflater.finished()) {
          return true;
        }
      }
      return false;
    } catch (DataFormatException | EOFException e) {
      return true;
    }
  }

  private static List<COSName> filters(COSStream stream) {
    return switch (stream.getFilters()) {
      case COSName name -> List.of(name);
      case COSArray array ->
          array.toList().stream()
              .filter(COSName.class::isInstance)
              .map(COSName.class::cast)
              .toList();
      case null, default -> List.of();
    };
  }

  /** Whether it is packed once, in the usual way, and nothing is done to it after unpacking. */
  private static boolean isPlainlyPacked(COSStream stream, List<COSName> filters) {
    return filters.size() == 1
        && FLATE_FILTERS.contains(filters.getFirst())
        && !stream.containsKey(COSName.DECODE_PARMS)
        && !stream.containsKey(COSName.DP);
  }

  /** Whether it is so short that it cannot unpack to too much. */
  private static boolean isSmall(COSStream stream, List<COSName> filters) throws IOException {
    if (!isPlainlyPacked(stream, filters)) {
      return false;
    }
    try (InputStream raw = stream.createRawInputStream()) {
      return raw.readNBytes(Limits.HARMLESS_BYTES + 1).length <= Limits.HARMLESS_BYTES;
    }
  }

  private static void measure(COSStream stream, List<COSName> filters) throws IOException {
    InputStream encoded = stream.createRawInputStream();
    for (int i = 0; i < filters.size(); i++) {
      boolean last = i == filters.size() - 1;
      OutputStream target = last ? OutputStream.nullOutputStream() : new ByteArrayOutputStream();
      try (InputStream in = encoded) {
        FilterFactory.INSTANCE
            .getFilter(filters.get(i))
            .decode(in, new BoundedOutput(target), stream, i);
      }
      if (target instanceof ByteArrayOutputStream bytes) {
        encoded = new ByteArrayInputStream(bytes.toByteArray());
      }
    }
  }

  /** Passes bytes on up to {@link Limits#STREAM_BYTES}. */
  private static final class BoundedOutput extends OutputStream {

    private final OutputStream target;
    private long written;

    BoundedOutput(OutputStream target) {
      this.target = target;
    }

    @Override
    public void write(int value) throws IOException {
      count(1);
      target.write(value);
    }

    @Override
    public void write(byte[] bytes, int offset, int length) throws IOException {
      count(length);
      target.write(bytes, offset, length);
    }

    private void count(int bytes) {
      written += bytes;
      if (written > Limits.STREAM_BYTES) {
        throw new LimitExceededException("a stream unpacks to too many bytes");
      }
    }
  }
}

package confidant.ingest.fuzz;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.zip.DataFormatException;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.Inflater;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;

/**
 * Spoils files so that the damage is found as deep inside as can be: in what a stream of a PDF or a
 * part of a zip file unpacks to, as well as in the bytes of the file.
 */
final class Mutator {

  private static final int MOST_UNPACKED = 4 << 20;

  private Mutator() {}

  /**
   * A spoilt copy.
   *
   * @param other another file, to take pieces from
   */
  static byte[] mutate(byte[] bytes, byte[] other, Random random) {
    if (startsWith(bytes, "%PDF")) {
      return switch (random.nextInt(3)) {
        case 0 -> spoilStream(bytes, other, random);
        case 1 -> renumberOften(bytes, random);
        default -> Bytes.spoil(bytes, other, random);
      };
    }
    if (startsWith(bytes, "PK\u0003\u0004") && random.nextInt(4) != 0) {
      return spoilPart(bytes, other, random);
    }
    return random.nextInt(4) == 0
        ? renumberOften(bytes, random)
        : Bytes.spoil(bytes, other, random);
  }

  private static boolean startsWith(byte[] bytes, String text) {
    byte[] start = Bytes.latin(text);
    if (bytes.length < start.length) {
      return false;
    }
    for (int i = 0; i < start.length; i++) {
      if (bytes[i] != start[i]) {
        return false;
      }
    }
    return true;
  }

  private static byte[] renumberOften(byte[] bytes, Random random) {
    byte[] spoilt = bytes;
    for (int times = 1 + random.nextInt(8); times > 0; times--) {
      spoilt = Bytes.renumber(spoilt, random);
    }
    return spoilt;
  }

  /** Spoils what a stream of a PDF unpacks to, and packs it again. */
  private static byte[] spoilStream(byte[] bytes, byte[] other, Random random) {
    String text = new String(bytes, StandardCharsets.ISO_8859_1);
    List<Integer> starts = new ArrayList<>();
    for (int at = text.indexOf("stream"); at >= 0; at = text.indexOf("stream", at + 6)) {
      if (at < 3 || !text.startsWith("end", at - 3)) {
        starts.add(at + "stream".length());
      }
    }
    if (starts.isEmpty()) {
      return Bytes.spoil(bytes, other, random);
    }
    int start = starts.get(random.nextInt(starts.size()));
    while (start < bytes.length && (bytes[start] == '\r' || bytes[start] == '\n')) {
      start++;
    }
    int end = text.indexOf("endstream", start);
    if (end < 0) {
      return Bytes.spoil(bytes, other, random);
    }
    byte[] packed = Arrays.copyOfRange(bytes, start, end);
    byte[] unpacked = unpacked(packed);
    byte[] spoilt =
        unpacked.length == 0
            ? Bytes.spoil(packed, other, random)
            : packed(Bytes.spoil(unpacked, unpacked, random));
    return Bytes.replaced(bytes, start, end, spoilt);
  }

  /** What deflated bytes hold, as far as they can be unpacked. */
  private static byte[] unpacked(byte[] packed) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    byte[] buffer = new byte[1 << 16];
    try (Inflater inflater = new Inflater()) {
      inflater.setInput(packed);
      int length = inflater.inflate(buffer);
      while (length > 0 && out.size() < MOST_UNPACKED) {
        out.write(buffer, 0, length);
        length = inflater.inflate(buffer);
      }
    } catch (DataFormatException e) {
      return out.toByteArray();
    }
    return out.toByteArray();
  }

  private static byte[] packed(byte[] bytes) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (DeflaterOutputStream packing = new DeflaterOutputStream(out)) {
      packing.write(bytes);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return out.toByteArray();
  }

  /** Spoils one part of a zip file, and zips all again, so that its check sum fits. */
  private static byte[] spoilPart(byte[] bytes, byte[] other, Random random) {
    Map<String, byte[]> parts = new LinkedHashMap<>();
    try (ZipInputStream in = new ZipInputStream(new ByteArrayInputStream(bytes))) {
      for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
        parts.put(entry.getName(), in.readNBytes(MOST_UNPACKED));
      }
    } catch (IOException | IllegalArgumentException e) {
      return Bytes.spoil(bytes, other, random);
    }
    if (parts.isEmpty()) {
      return Bytes.spoil(bytes, other, random);
    }
    List<String> names = List.copyOf(parts.keySet());
    String name = names.get(random.nextInt(names.size()));
    byte[] source = parts.get(names.get(random.nextInt(names.size())));
    parts.put(name, spoilXml(parts.get(name), source, random));
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(out)) {
      for (Map.Entry<String, byte[]> part : parts.entrySet()) {
        zip.putNextEntry(new ZipEntry(part.getKey()));
        zip.write(part.getValue());
        zip.closeEntry();
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return out.toByteArray();
  }

  /** Mostly so that it still is XML: another number, or an element more or less. */
  private static byte[] spoilXml(byte[] part, byte[] other, Random random) {
    if (random.nextInt(3) == 0) {
      return Bytes.spoil(part, other, random);
    }
    return random.nextBoolean() ? renumberOften(part, random) : repeatElement(part, random);
  }

  private static byte[] repeatElement(byte[] part, Random random) {
    String text = new String(part, StandardCharsets.ISO_8859_1);
    int start = text.indexOf('<', part.length == 0 ? 0 : random.nextInt(part.length));
    if (start < 0 || start + 1 >= text.length() || "/?!".indexOf(text.charAt(start + 1)) >= 0) {
      return Bytes.renumber(part, random);
    }
    int nameEnd = start + 1;
    while (nameEnd < text.length() && " />\n\r\t".indexOf(text.charAt(nameEnd)) < 0) {
      nameEnd++;
    }
    String closing = "</" + text.substring(start + 1, nameEnd) + ">";
    int end = text.indexOf(closing, nameEnd);
    if (end < 0) {
      return Bytes.renumber(part, random);
    }
    String element = text.substring(start, end + closing.length());
    int copies = element.length() > 10_000 ? 1 : 1 + random.nextInt(200);
    return random.nextInt(4) == 0
        ? Bytes.replaced(part, start, start + element.length(), new byte[0])
        : Bytes.replaced(part, start, start, Bytes.latin(element.repeat(copies)));
  }
}

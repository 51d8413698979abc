package confidant.ingest.extract;

import confidant.ingest.extract.FileType.Kind;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Tells office documents apart, whose kind only shows inside of their containers. */
final class ContainerTypes {

  private static final Logger log = LoggerFactory.getLogger(ContainerTypes.class);

  private static final String OOXML = "application/vnd.openxmlformats-officedocument.";

  private static final String OPEN_DOCUMENT = "application/vnd.oasis.opendocument.";

  private static final byte[] ZIP = {'P', 'K', 3, 4};

  private static final byte[] OLE2 = {
    (byte) 0xD0, (byte) 0xCF, 0x11, (byte) 0xE0, (byte) 0xA1, (byte) 0xB1, 0x1A, (byte) 0xE1
  };

  /** How many bytes tell a container. */
  static final int START = OLE2.length;

  /** Names of a zip file that are looked at; those that tell stand near its start. */
  private static final int MAX_ENTRIES = 4096;

  /** Bytes that are unpacked to get to the names. */
  private static final long MAX_UNPACKED = 256L << 20;

  private static final int LONGEST_MEDIA_TYPE = 100;

  /** Entries of an OLE2 file by what they tell; what locks a document comes first. */
  private static final List<Mark> OLE2_MARKS =
      List.of(
          new Mark("EncryptedPackage", Kind.LOCKED_OFFICE, "application/x-tika-ooxml-protected"),
          new Mark("WordDocument", Kind.WORD_97, "application/msword"),
          new Mark("Workbook", Kind.EXCEL_97, "application/vnd.ms-excel"),
          new Mark("Book", Kind.OTHER, "application/vnd.ms-excel"),
          new Mark("__properties_version1.0", Kind.OUTLOOK_MAIL, "application/vnd.ms-outlook"),
          new Mark("PowerPoint Document", Kind.OTHER, "application/vnd.ms-powerpoint"));

  private ContainerTypes() {}

  /**
   * The type of an office document; empty if {@code source} is none.
   *
   * @param start its first {@link #START} bytes
   */
  static Optional<FileType> detect(Source source, byte[] start) throws IOException {
    if (startsWith(start, ZIP)) {
      return zip(source);
    }
    return startsWith(start, OLE2) ? ole2(source) : Optional.empty();
  }

  static boolean startsWith(byte[] bytes, byte[] magic) {
    for (int i = 0; i < magic.length; i++) {
      if (i >= bytes.length || bytes[i] != magic[i]) {
        return false;
      }
    }
    return true;
  }

  /** Reads from the front, so that a file without its end still tells what it was. */
  private static Optional<FileType> zip(Source source) {
    long unpacked = 0;
    boolean ooxml = false;
    byte[] buffer = new byte[1 << 14];
    try (InputStream in = source.open();
        ZipInputStream zip = new ZipInputStream(in, StandardCharsets.ISO_8859_1)) {
      for (int i = 0; i < MAX_ENTRIES && unpacked < MAX_UNPACKED; i++) {
        ZipEntry entry = zip.getNextEntry();
        if (entry == null) {
          break;
        }
        String name = entry.getName();
        if (name.equals("mimetype")) {
          String type =
              new String(zip.readNBytes(LONGEST_MEDIA_TYPE), StandardCharsets.US_ASCII).strip();
          return openDocument(type);
        }
        ooxml |= name.equals("[Content_Types].xml") || name.equals("_rels/.rels");
        Optional<FileType> type = ooxmlPart(name);
        if (type.isPresent()) {
          return type;
        }
        int count = 0;
        while (count >= 0 && unpacked < MAX_UNPACKED) {
          unpacked += count;
          count = zip.read(buffer);
        }
      }
    } catch (IOException | IllegalArgumentException e) {
      log.debug("A zip file is cut off or damaged", e);
      return damaged(ooxml);
    }
    return damaged(ooxml);
  }

  /**
   * What looks like an office document but lacks its main part is read to be refused as damaged.
   */
  private static Optional<FileType> damaged(boolean ooxml) {
    return ooxml
        ? Optional.of(FileType.of(Kind.WORD, OOXML + "wordprocessingml.document"))
        : Optional.empty();
  }

  private static Optional<FileType> ooxmlPart(String name) {
    if (name.startsWith("word/")) {
      return Optional.of(FileType.of(Kind.WORD, OOXML + "wordprocessingml.document"));
    }
    if (name.startsWith("xl/")) {
      return Optional.of(
          name.endsWith(".bin") && name.startsWith("xl/workbook")
              ? FileType.of(Kind.OTHER, "application/vnd.ms-excel.sheet.binary.macroenabled.12")
              : FileType.of(Kind.EXCEL, OOXML + "spreadsheetml.sheet"));
    }
    return name.startsWith("ppt/")
        ? Optional.of(FileType.of(Kind.OTHER, OOXML + "presentationml.presentation"))
        : Optional.empty();
  }

  private static Optional<FileType> openDocument(String mediaType) {
    if (!mediaType.startsWith(OPEN_DOCUMENT)) {
      return Optional.empty();
    }
    String kind = mediaType.substring(OPEN_DOCUMENT.length());
    if (kind.startsWith("text")) {
      return Optional.of(FileType.of(Kind.OPEN_TEXT, mediaType));
    }
    return Optional.of(
        FileType.of(kind.startsWith("spreadsheet") ? Kind.OPEN_SHEET : Kind.OTHER, mediaType));
  }

  private static Optional<FileType> ole2(Source source) throws IOException {
    if (source.size() > Limits.CONTAINER_BYTES) {
      return Optional.empty();
    }
    try (POIFSFileSystem files = new POIFSFileSystem(new ByteArrayInputStream(source.bytes()))) {
      Set<String> names = files.getRoot().getEntryNames();
      return OLE2_MARKS.stream()
          .filter(mark -> names.contains(mark.entry()))
          .map(mark -> FileType.of(mark.kind(), mark.mediaType()))
          .findFirst();
    } catch (IOException | RuntimeException e) {
      // The library throws all kinds of runtime exceptions at damaged files; a reader will refuse
      // it.
      log.debug("An OLE2 file cannot be opened", e);
      return Optional.of(FileType.of(Kind.WORD_97, "application/x-tika-msoffice"));
    }
  }

  /** An entry that tells the kind of an OLE2 file. */
  private record Mark(String entry, Kind kind, String mediaType) {}
}

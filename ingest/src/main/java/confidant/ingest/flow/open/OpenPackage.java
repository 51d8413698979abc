package confidant.ingest.flow.open;

import confidant.ingest.flow.LockedException;
import confidant.ingest.flow.zip.XmlPart;
import confidant.ingest.flow.zip.ZipParts;
import java.io.IOException;

/** The container of an OpenDocument file. */
final class OpenPackage {

  private static final String MANIFEST = "META-INF/manifest.xml";

  private OpenPackage() {}

  /**
   * Opens a file.
   *
   * @throws LockedException if its content is encrypted
   */
  static ZipParts open(byte[] bytes) throws IOException {
    ZipParts zip = ZipParts.of(bytes);
    if (zip.contains(MANIFEST)) {
      try (XmlPart xml = XmlPart.open(zip, MANIFEST)) {
        while (xml.next()) {
          if (xml.isStart("encryption-data")) {
            throw new LockedException(false);
          }
        }
      }
    }
    return zip;
  }
}

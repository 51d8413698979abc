package confidant.ingest.flow.zip;

import java.io.IOException;
import java.util.List;
import java.util.Optional;

/** An Office Open XML package: its main part and the parts that this one refers to. */
public final class OfficePackage {

  private final ZipParts zip;
  private final String main;
  private final Relations relations;

  private OfficePackage(ZipParts zip, String main) throws IOException {
    this.zip = zip;
    this.main = main;
    relations = Relations.of(zip, main);
  }

  /** Reads the XML of a part. */
  @FunctionalInterface
  public interface PartReader {
    void read(XmlPart xml) throws IOException;
  }

  /**
   * Opens a package.
   *
   * @param usual where its main part is if the package does not say
   */
  public static OfficePackage of(byte[] bytes, String usual) throws IOException {
    ZipParts zip = ZipParts.of(bytes);
    String main =
        Relations.of(zip, "").targets("officeDocument").stream().findFirst().orElse(usual);
    return new OfficePackage(zip, main);
  }

  /** All of its parts. */
  public ZipParts zip() {
    return zip;
  }

  public void readMain(PartReader reader) throws IOException {
    read(main, reader);
  }

  /** Reads the parts of a type that the main part refers to and that are there. */
  public void readAll(String type, PartReader reader) throws IOException {
    List<String> present = relations.targets(type).stream().filter(zip::contains).toList();
    for (String part : present) {
      read(part, reader);
    }
  }

  /** Reads the part that the main part refers to by {@code id}, if it is there. */
  public void readTarget(String id, PartReader reader) throws IOException {
    Optional<String> part = relations.target(id).filter(zip::contains);
    if (part.isPresent()) {
      read(part.get(), reader);
    }
  }

  private void read(String part, PartReader reader) throws IOException {
    try (XmlPart xml = XmlPart.open(zip, part)) {
      reader.read(xml);
    }
  }
}

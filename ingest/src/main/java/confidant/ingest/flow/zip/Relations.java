package confidant.ingest.flow.zip;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Which parts of an Office Open XML package a part refers to.
 *
 * @param all in the order of the part that lists them
 */
public record Relations(List<Relation> all) {

  public Relations {
    all = List.copyOf(all);
  }

  /**
   * A reference to another part.
   *
   * @param id by which the part's XML names it
   * @param type last part of the type's name, such as {@code styles}
   * @param target name of the part in the package
   */
  public record Relation(String id, String type, String target) {}

  /** References of {@code part}; of the package itself if it is empty. */
  public static Relations of(ZipParts zip, String part) throws IOException {
    int slash = part.lastIndexOf('/');
    String folder = part.substring(0, slash + 1);
    String name = folder + "_rels/" + part.substring(slash + 1) + ".rels";
    List<Relation> all = new ArrayList<>();
    if (zip.contains(name)) {
      try (XmlPart xml = XmlPart.open(zip, name)) {
        while (xml.next()) {
          if (xml.isStart("Relationship") && !xml.attribute("TargetMode").equals("External")) {
            String type = xml.attribute("Type");
            all.add(
                new Relation(
                    xml.attribute("Id"),
                    type.substring(type.lastIndexOf('/') + 1),
                    resolve(folder, xml.attribute("Target"))));
          }
        }
      }
    }
    return new Relations(all);
  }

  /** Targets of {@code type}. */
  public List<String> targets(String type) {
    return all.stream()
        .filter(relation -> relation.type().equals(type))
        .map(Relation::target)
        .toList();
  }

  /** The target of {@code id}. */
  public Optional<String> target(String id) {
    return all.stream()
        .filter(relation -> relation.id().equals(id))
        .map(Relation::target)
        .findFirst();
  }

  private static String resolve(String folder, String target) {
    if (target.startsWith("/")) {
      return target.substring(1);
    }
    String base = folder;
    String rest = target;
    while (rest.startsWith("../")) {
      rest = rest.substring(3);
      int slash = base.lastIndexOf('/', base.length() - 2);
      base = base.substring(0, slash + 1);
    }
    return base + (rest.startsWith("./") ? rest.substring(2) : rest);
  }
}

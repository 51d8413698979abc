package confidant.app.finder;

import java.nio.file.Path;
import java.util.Optional;

/**
 * A model that was found.
 *
 * @param path what to open
 * @param name what people know it by
 * @param keeper who keeps it
 * @param bytes on disk
 * @param obstacle why it does not work here, one sentence; empty if it works
 */
public record FoundModel(
    Path path, String name, Keeper keeper, long bytes, Optional<String> obstacle) {}

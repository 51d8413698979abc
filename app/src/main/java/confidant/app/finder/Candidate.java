package confidant.app.finder;

import java.nio.file.Path;

/**
 * What may be a model.
 *
 * @param path what would be opened
 * @param name what people know it by, before it says its own name
 * @param bytes on disk; 0 if unknown
 */
record Candidate(Path path, String name, long bytes) {}

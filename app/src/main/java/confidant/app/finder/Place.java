package confidant.app.finder;

import java.nio.file.Path;

/**
 * A folder to look into.
 *
 * @param depth levels of folders below it that are looked into
 */
record Place(Keeper keeper, Path folder, int depth) {}

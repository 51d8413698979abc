/** Reading files that were spoilt by chance, each made again from its seed and number. */
@NullMarked
package confidant.ingest.fuzz;

import org.jspecify.annotations.NullMarked;

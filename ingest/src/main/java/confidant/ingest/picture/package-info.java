/** Pictures of pages: decoding them safely, and making them ready for reading. */
@NullMarked
package confidant.ingest.picture;

import org.jspecify.annotations.NullMarked;

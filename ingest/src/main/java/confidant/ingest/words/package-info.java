/** Words and phrases that papers use, in several languages. */
@NullMarked
package confidant.ingest.words;

import org.jspecify.annotations.NullMarked;

/** From documents to prompt text within a token budget. */
@NullMarked
package confidant.ingest.prompt;

import org.jspecify.annotations.NullMarked;

/** Documents that are zip files of XML parts: the container, and the XML inside it. */
@NullMarked
package confidant.ingest.flow.zip;

import org.jspecify.annotations.NullMarked;

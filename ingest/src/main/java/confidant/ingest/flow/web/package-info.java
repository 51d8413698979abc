/** Web pages (HTML), as files and as the text of mails. */
@NullMarked
package confidant.ingest.flow.web;

import org.jspecify.annotations.NullMarked;

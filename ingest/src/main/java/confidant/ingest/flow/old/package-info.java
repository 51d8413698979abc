/**
 * Documents in OLE2 files: Word and Excel 97 to 2003 (DOC, XLS), mails of Outlook (MSG), and office
 * documents that are encrypted.
 */
@NullMarked
package confidant.ingest.flow.old;

import org.jspecify.annotations.NullMarked;

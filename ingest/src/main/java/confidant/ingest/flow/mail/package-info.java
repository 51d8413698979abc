/** E-mails as they travel (EML): header, the text that is shown, attachments. */
@NullMarked
package confidant.ingest.flow.mail;

import org.jspecify.annotations.NullMarked;

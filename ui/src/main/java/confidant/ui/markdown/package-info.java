/** Answers as Markdown: parsed to blocks without a toolkit, shown as text that can be selected. */
@NullMarked
package confidant.ui.markdown;

import org.jspecify.annotations.NullMarked;

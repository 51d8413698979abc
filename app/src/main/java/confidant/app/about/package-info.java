/** What the program is and what it runs on: version, virtual machine, kernels, memory. */
@NullMarked
package confidant.app.about;

import org.jspecify.annotations.NullMarked;

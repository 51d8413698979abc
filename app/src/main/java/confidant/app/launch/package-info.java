/**
 * One window for all starts: a later start hands its files to the one that runs, through a socket
 * of this computer that has no address in any network.
 */
@NullMarked
package confidant.app.launch;

import org.jspecify.annotations.NullMarked;

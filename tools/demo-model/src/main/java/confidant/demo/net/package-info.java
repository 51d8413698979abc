/** The network: gpt-oss forwards and backwards. */
@NullMarked
package confidant.demo.net;

import org.jspecify.annotations.NullMarked;

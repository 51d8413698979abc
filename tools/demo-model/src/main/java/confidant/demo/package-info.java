/** Makes the demo model: a very small gpt-oss that reads papers like the samples. */
@NullMarked
package confidant.demo;

import org.jspecify.annotations.NullMarked;

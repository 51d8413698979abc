package confidant.samples;

import confidant.samples.truth.Truth;

/**
 * A paper as a file.
 *
 * @param fileName with its extension
 * @param bytes of the file
 * @param truth what stands on it
 */
public record Paper(String fileName, byte[] bytes, Truth truth) {}

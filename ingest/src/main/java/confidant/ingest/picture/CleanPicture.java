package confidant.ingest.picture;

/**
 * A picture file without what decoders stumble over or can be harmed by: colour profiles, texts,
 * thumbnails, data of cameras. What is of use in those is told here.
 *
 * @param bytes the file that is left
 * @param pixelsPerInch as the file says, 0 if it does not
 * @param turn that makes it upright
 */
record CleanPicture(byte[] bytes, double pixelsPerInch, ExifTurn turn) {}

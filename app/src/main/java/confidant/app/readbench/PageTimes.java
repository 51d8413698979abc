package confidant.app.readbench;

/**
 * What some pages took, in milliseconds.
 *
 * @param pages how many there are
 * @param p50 within which half of them were read; 0 if there are none
 * @param p95 within which 95 of 100 were read; 0 if there are none
 * @param sum of all together
 */
record PageTimes(int pages, double p50, double p95, double sum) {}

package confidant.ui.port;

/**
 * Where the window was, in pixels of the screen.
 *
 * @param x of its upper left corner
 * @param y of its upper left corner
 * @param maximized whether it filled the screen; the rest says where it was before
 */
public record WindowPlace(double x, double y, double width, double height, boolean maximized) {}

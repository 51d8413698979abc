package confidant.ingest;

/** Told how reading goes on; asked whether to go on. */
public interface ReadProgress {

  /** Page {@code page} of {@code pages} is about to be read. */
  void page(int page, int pages);

  /** Asked between pages. */
  default boolean isCancelled() {
    return false;
  }

  /** Nobody listens. */
  static ReadProgress none() {
    return (page, pages) -> {};
  }
}

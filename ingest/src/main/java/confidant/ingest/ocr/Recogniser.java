package confidant.ingest.ocr;

import confidant.ingest.extract.Deadline;
import confidant.ingest.extract.LimitExceededException;
import confidant.ingest.picture.GreyPicture;
import java.util.List;
import java.util.Optional;

/** Reads one language off pictures that were made ready for it. Not thread-safe. */
interface Recogniser extends AutoCloseable {

  /**
   * The words of a page, line by line.
   *
   * @param alive told now and then while the page is read
   * @throws LimitExceededException if the time is over before the page is
   */
  List<RecognisedWord> page(GreyPicture picture, Deadline deadline, Runnable alive);

  /**
   * The words of a page that are read before the time is over.
   *
   * @param alive told now and then while the page is read
   */
  List<RecognisedWord> glance(GreyPicture picture, Deadline deadline, Runnable alive);

  /**
   * The one figure that a picture shows, read with nothing but the characters of figures in mind.
   *
   * @throws LimitExceededException if the time is over before the figure is
   */
  Optional<RecognisedWord> figure(GreyPicture picture, Deadline deadline);

  @Override
  void close();
}

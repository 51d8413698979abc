package confidant.ingest.overlay;

import confidant.ingest.extract.PdfPictures;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.Optional;
import javax.imageio.ImageIO;
import javax.imageio.ImageReadParam;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Pages of a file as a person sees them; none of sources without pages. */
abstract sealed class Background implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(Background.class);

  /**
   * The pages of {@code file}.
   *
   * @param mediaType what was found in it when it was read
   */
  static Background of(Path file, Optional<String> password, String mediaType) {
    if (mediaType.startsWith("image/")) {
      return new OfPicture(file);
    }
    if (mediaType.equals("application/pdf")) {
      try {
        return new OfPdf(PdfPictures.open(file, password));
      } catch (IOException | RuntimeException e) {
        // The library throws all kinds of runtime exceptions at malformed objects.
        LOG.debug("A PDF cannot be drawn", e);
      }
    }
    return new None();
  }

  /**
   * A page, turned as the file has it; empty if it cannot be drawn.
   *
   * @param dotsPerPoint fewer if a side would have more than {@code mostDots}; pictures have what
   *     they have
   */
  Optional<BufferedImage> page(int number, double dotsPerPoint, int mostDots) {
    try {
      return draw(number, dotsPerPoint, mostDots);
    } catch (IOException | RuntimeException e) {
      LOG.debug("A page cannot be drawn", e);
      return Optional.empty();
    }
  }

  abstract Optional<BufferedImage> draw(int number, double dotsPerPoint, int mostDots)
      throws IOException;

  @Override
  public void close() {}

  /** There is nothing but the text. */
  private static final class None extends Background {
    @Override
    Optional<BufferedImage> draw(int number, double dotsPerPoint, int mostDots) {
      return Optional.empty();
    }
  }

  /** Pages of a PDF. */
  private static final class OfPdf extends Background {
    private final PdfPictures pictures;

    OfPdf(PdfPictures pictures) {
      this.pictures = pictures;
    }

    @Override
    Optional<BufferedImage> draw(int number, double dotsPerPoint, int mostDots) throws IOException {
      return Optional.of(pictures.draw(number, dotsPerPoint, mostDots));
    }

    @Override
    public void close() {
      try {
        pictures.close();
      } catch (IOException e) {
        LOG.debug("A PDF cannot be closed", e);
      }
    }
  }

  /** Pictures of a file, in formats that Java knows. */
  private static final class OfPicture extends Background {

    /** Of more dots some are skipped while reading. */
    private static final double MOST_DOTS = 8e6;

    private final Path file;

    OfPicture(Path file) {
      this.file = file;
    }

    @Override
    Optional<BufferedImage> draw(int number, double dotsPerPoint, int mostDots) throws IOException {
      try (ImageInputStream in = ImageIO.createImageInputStream(file.toFile())) {
        Iterator<ImageReader> readers = ImageIO.getImageReaders(in);
        return readers.hasNext()
            ? Optional.of(read(readers.next(), in, number - 1))
            : Optional.empty();
      }
    }

    private static BufferedImage read(ImageReader reader, ImageInputStream in, int index)
        throws IOException {
      try {
        reader.setInput(in);
        double dots = (double) reader.getWidth(index) * reader.getHeight(index);
        int step = (int) Math.max(1, Math.ceil(Math.sqrt(dots / MOST_DOTS)));
        ImageReadParam param = reader.getDefaultReadParam();
        param.setSourceSubsampling(step, step, 0, 0);
        return reader.read(index, param);
      } finally {
        reader.dispose();
      }
    }
  }
}

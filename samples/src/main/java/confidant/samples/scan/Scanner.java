package confidant.samples.scan;

import confidant.samples.chance.Dice;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.ImageOutputStream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdfwriter.compress.CompressParameters;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.graphics.image.JPEGFactory;
import org.apache.pdfbox.pdmodel.graphics.image.PDImageXObject;
import org.apache.pdfbox.rendering.ImageType;
import org.apache.pdfbox.rendering.PDFRenderer;

/** Makes pictures of PDF files as a scanner or phone would. */
public final class Scanner {

  private static final float POINTS_PER_INCH = 72;

  private final ScanPlan plan;
  private final Dice dice;

  public Scanner(ScanPlan plan, Dice dice) {
    this.plan = plan;
    this.dice = dice;
  }

  /**
   * The scanned file.
   *
   * @param pdf with one page, or the plan's form holds several
   */
  public byte[] scan(byte[] pdf) throws IOException {
    List<BufferedImage> pictures = new ArrayList<>();
    try (PDDocument document = Loader.loadPDF(pdf)) {
      PDFRenderer renderer = new PDFRenderer(document);
      for (int page = 0; page < document.getNumberOfPages(); page++) {
        BufferedImage picture = renderer.renderImageWithDPI(page, plan.dpi(), ImageType.GRAY);
        pictures.add(PictureSpoiler.spoil(picture, plan, dice));
      }
    }
    return switch (plan.form()) {
      case PDF -> pdf(pictures);
      case PNG -> png(pictures.getFirst());
      case JPEG -> jpeg(pictures.getFirst());
    };
  }

  private byte[] pdf(List<BufferedImage> pictures) throws IOException {
    try (PDDocument document = new PDDocument()) {
      for (BufferedImage picture : pictures) {
        float width = picture.getWidth() * POINTS_PER_INCH / plan.dpi();
        float height = picture.getHeight() * POINTS_PER_INCH / plan.dpi();
        PDPage page = new PDPage(new PDRectangle(width, height));
        document.addPage(page);
        PDImageXObject image =
            JPEGFactory.createFromImage(document, picture, (float) plan.jpegQuality(), plan.dpi());
        try (PDPageContentStream out = new PDPageContentStream(document, page)) {
          out.drawImage(image, 0f, 0f, width, height);
        }
      }
      document.setDocumentId(1L);
      ByteArrayOutputStream out = new ByteArrayOutputStream();
      document.save(out, CompressParameters.NO_COMPRESSION);
      return out.toByteArray();
    }
  }

  private static byte[] png(BufferedImage picture) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ImageIO.write(picture, "png", out);
    return out.toByteArray();
  }

  private byte[] jpeg(BufferedImage picture) throws IOException {
    ImageWriter writer = ImageIO.getImageWritersByFormatName("jpeg").next();
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (ImageOutputStream stream = ImageIO.createImageOutputStream(out)) {
      ImageWriteParam settings = writer.getDefaultWriteParam();
      settings.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
      settings.setCompressionQuality((float) plan.jpegQuality());
      writer.setOutput(stream);
      writer.write(null, new IIOImage(picture, null, null), settings);
    } finally {
      writer.dispose();
    }
    return out.toByteArray();
  }
}

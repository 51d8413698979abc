package confidant.samples;

import confidant.samples.chance.Dice;
import confidant.samples.layout.Composition;
import confidant.samples.layout.Template;
import confidant.samples.layout.Templates;
import confidant.samples.sheet.PdfPrinter;
import confidant.samples.sheet.Sheet;
import confidant.samples.truth.Truth;
import confidant.samples.words.Language;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import org.apache.pdfbox.pdfwriter.compress.CompressParameters;
import org.apache.pdfbox.pdmodel.PDDocument;

/** Makes papers as PDF, with text that can be selected. */
public final class PaperMaker {

  private PaperMaker() {}

  /** The paper of a seed; seeds in a row go through all templates, each in a chance language. */
  public static Paper make(long seed) {
    List<Template> templates = Templates.all();
    Template template = templates.get(Math.floorMod(seed, templates.size()));
    Language language = new Dice(seed).pick(List.of(Language.values()));
    return make(template, language, seed);
  }

  /** A paper by one template in one language. */
  public static Paper make(Template template, Language language, long seed) {
    Dice dice = new Dice(seed);
    try (PDDocument document = new PDDocument()) {
      Composition composed = Composition.of(template, language, dice, document);
      Sheet sheet = composed.sheet();
      PdfPrinter.print(sheet, composed.manner(), document, dice.forPurpose("print"));
      String name = template.id().replace('/', '-') + "-" + language.tag() + "-" + seed + ".pdf";
      Truth truth =
          new Truth(
              template.kind(),
              template.id(),
              template.unseen(),
              language.tag(),
              composed.currency(),
              seed,
              sheet.pages().size(),
              sheet.width(),
              sheet.height(),
              "",
              composed.figures(),
              composed.facts(),
              sheet.printed());
      return new Paper(name, bytes(document, seed), truth);
    } catch (IOException e) {
      // Nothing is read from or written to a disk.
      throw new UncheckedIOException(e);
    }
  }

  private static byte[] bytes(PDDocument document, long seed) throws IOException {
    // The file's id would come from the clock.
    document.setDocumentId(seed);
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    document.save(out, CompressParameters.NO_COMPRESSION);
    return out.toByteArray();
  }
}

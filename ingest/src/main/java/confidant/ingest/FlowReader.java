package confidant.ingest;

import confidant.ingest.ReadResult.Read;
import confidant.ingest.ReadResult.Reason;
import confidant.ingest.ReadResult.Refused;
import confidant.ingest.document.Block;
import confidant.ingest.document.Block.Line;
import confidant.ingest.document.Block.Paragraph;
import confidant.ingest.document.BoundingBox;
import confidant.ingest.document.Document;
import confidant.ingest.document.Page;
import confidant.ingest.extract.FileType;
import confidant.ingest.extract.FileType.Kind;
import confidant.ingest.extract.LimitExceededException;
import confidant.ingest.extract.Source;
import confidant.ingest.extract.TypeDetector;
import confidant.ingest.flow.FlowComposer;
import confidant.ingest.flow.FlowComposer.Attached;
import confidant.ingest.flow.FlowLimits;
import confidant.ingest.flow.FlowSource;
import confidant.ingest.flow.LockedException;
import confidant.ingest.flow.mail.MailReader;
import confidant.ingest.flow.old.Excel97Reader;
import confidant.ingest.flow.old.LockedOffice;
import confidant.ingest.flow.old.OutlookReader;
import confidant.ingest.flow.old.Word97Reader;
import confidant.ingest.flow.open.OpenSheetReader;
import confidant.ingest.flow.open.OpenTextReader;
import confidant.ingest.flow.rtf.RtfReader;
import confidant.ingest.flow.sheet.DelimitedReader;
import confidant.ingest.flow.sheet.ExcelReader;
import confidant.ingest.flow.web.HtmlReader;
import confidant.ingest.flow.word.WordReader;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Reads one document of a kind without pages, and its attachments as further pages. */
final class FlowReader {

  private static final Logger log = LoggerFactory.getLogger(FlowReader.class);

  private static final Map<Kind, FlowSource> SOURCES =
      Map.ofEntries(
          Map.entry(Kind.DELIMITED, DelimitedReader::read),
          Map.entry(Kind.HTML, HtmlReader::read),
          Map.entry(Kind.RTF, RtfReader::read),
          Map.entry(Kind.MAIL, MailReader::read),
          Map.entry(Kind.OUTLOOK_MAIL, OutlookReader::read),
          Map.entry(Kind.WORD, WordReader::read),
          Map.entry(Kind.WORD_97, Word97Reader::read),
          Map.entry(Kind.EXCEL, ExcelReader::read),
          Map.entry(Kind.EXCEL_97, Excel97Reader::read),
          Map.entry(Kind.OPEN_TEXT, OpenTextReader::read),
          Map.entry(Kind.OPEN_SHEET, OpenSheetReader::read));

  /** A name has no measures of its own: those of a typewriter, in points. */
  private static final double CHARACTER_WIDTH = 6;

  private final DocumentReader documents;
  private final TypeDetector detector;
  private final ReadOptions options;
  private final ReadProgress progress;
  private final AttachmentBudget budget;
  private final FlowComposer composer = new FlowComposer();
  private final List<Read> read = new ArrayList<>();
  private final List<String> notices = new ArrayList<>();

  FlowReader(
      DocumentReader documents,
      TypeDetector detector,
      ReadOptions options,
      ReadProgress progress,
      AttachmentBudget budget) {
    this.documents = documents;
    this.detector = detector;
    this.options = options;
    this.progress = progress;
    this.budget = budget;
  }

  /**
   * Reads a document.
   *
   * @throws IOException if it cannot be read from the disk
   */
  ReadResult read(Source source, FileType type) throws IOException {
    if (source.size() > FlowLimits.FILE_BYTES) {
      return tooLarge(source.name());
    }
    progress.page(1, 1);
    byte[] bytes = source.bytes();
    Optional<Refused> refused =
        type.kind() == Kind.LOCKED_OFFICE
            ? composeLocked(source.name(), bytes)
            : compose(
                source.name(),
                () -> SOURCES.get(type.kind()).read(bytes, options.password(), composer));
    if (refused.isEmpty()) {
      refused = readAttachments(source.name());
    }
    return refused.<ReadResult>map(refusal -> refusal).orElseGet(() -> result(source.name(), type));
  }

  /** Work on a document that may fail in many ways. */
  @FunctionalInterface
  private interface Work {
    void run() throws IOException;
  }

  private Optional<Refused> composeLocked(String name, byte[] bytes) {
    return compose(
        name,
        () -> {
          byte[] opened = LockedOffice.open(bytes, options.password());
          Kind kind = detector.detect(new Source.OfBytes(name, opened)).kind();
          if (kind == Kind.LOCKED_OFFICE || !SOURCES.containsKey(kind)) {
            throw new IOException("no document inside");
          }
          SOURCES.get(kind).read(opened, options.password(), composer);
        });
  }

  private Optional<Refused> compose(String name, Work work) {
    try {
      work.run();
      return Optional.empty();
    } catch (LimitExceededException e) {
      log.info("A document exceeds the limits: {}", e.getMessage());
      return Optional.of(tooLarge(name));
    } catch (LockedException e) {
      return Optional.of(e.passwordHelps() ? locked(name) : Sentences.sealed(name));
    } catch (IOException | RuntimeException e) {
      // Libraries throw all kinds of runtime exceptions at damaged files.
      log.debug("A document cannot be parsed", e);
      return Optional.of(Sentences.damaged(name));
    } catch (StackOverflowError e) {
      log.info("A document nests its parts too deeply");
      return Optional.of(Sentences.damaged(name));
    } catch (OutOfMemoryError e) {
      // Reached only if a document slips past the limits; what was allocated is free again here.
      log.warn("A document needs more memory than there is");
      return Optional.of(tooLarge(name));
    }
  }

  private Refused locked(String name) {
    return options.password().isPresent() ? Sentences.wrongPassword(name) : Sentences.locked(name);
  }

  private static Refused tooLarge(String name) {
    return new Refused(
        Reason.TOO_LARGE,
        name
            + " takes too much time or memory to read; save the part that matters as a file of its"
            + " own and open that.");
  }

  private Optional<Refused> readAttachments(String name) {
    List<String> passedOver = new ArrayList<>();
    for (Attached attached : composer.attachments()) {
      if (progress.isCancelled()) {
        return Optional.of(new Refused(Reason.CANCELLED, "Reading " + name + " was cancelled."));
      }
      if (!budget.enter(attached.bytes().length)) {
        passedOver.add(attached.name());
        composer.paragraph("Attachment (not read): " + attached.name());
        continue;
      }
      try {
        readAttachment(attached);
      } finally {
        budget.leave();
      }
    }
    if (!passedOver.isEmpty()) {
      notices.add(
          (passedOver.size() == 1 ? "1 attachment was" : passedOver.size() + " attachments were")
              + " not read, being too many, too large or too deep in each other: "
              + String.join(", ", passedOver)
              + ".");
    }
    return Optional.empty();
  }

  private void readAttachment(Attached attached) {
    ReadResult result =
        documents.read(
            new Source.OfBytes(attached.name(), attached.bytes()),
            new ReadOptions(options.password(), Optional.empty(), options.ocr()),
            quietly(progress),
            budget);
    switch (result) {
      case Read inner -> read.add(inner);
      case Refused refused -> {
        notices.add(refused.message());
        composer.paragraph("Attachment (not read): " + attached.name());
      }
    }
  }

  /**
   * Pages of attachments have no numbers of their own that would tell anybody anything; they are
   * told as the one page of their document.
   */
  private static ReadProgress quietly(ReadProgress progress) {
    return new ReadProgress() {
      @Override
      public void page(int page, int pages) {
        progress.page(1, 1);
      }

      @Override
      public boolean isCancelled() {
        return progress.isCancelled();
      }
    };
  }

  private ReadResult result(String name, FileType type) {
    List<Page> pages = new ArrayList<>(composer.pages());
    List<Integer> withoutText = new ArrayList<>();
    List<String> all = new ArrayList<>();
    composer.notices().forEach(sentence -> all.add(name + ": " + sentence));
    notices.forEach(sentence -> all.add(name + ": " + sentence));
    for (Read inner : read) {
      int before = pages.size();
      inner.report().pagesWithoutText().forEach(page -> withoutText.add(before + page));
      all.addAll(inner.report().notices());
      append(inner.document(), pages);
    }
    if (pages.isEmpty()) {
      return new Refused(
          Reason.NO_TEXT, name + " holds no text that can be read; choose a file that does.");
    }
    List<Page> wanted =
        pages.stream()
            .filter(
                page -> options.pages().map(range -> range.contains(page.number())).orElse(true))
            .toList();
    if (wanted.isEmpty()) {
      return Sentences.noSuchPages(name);
    }
    Sentences.clipped(name, options.pages(), pages.size()).ifPresent(all::addFirst);
    return new Read(
        new Document(name, type.mediaType(), wanted),
        new ReadReport(pages.size(), withoutText, all));
  }

  /** Appends the pages of an attachment, of which the first begins with its name. */
  private static void append(Document attachment, List<Page> pages) {
    boolean first = true;
    for (Page page : attachment.pages()) {
      List<Block> blocks = new ArrayList<>();
      if (first) {
        blocks.add(title("Attachment: " + attachment.name()));
      }
      first = false;
      blocks.addAll(page.blocks());
      pages.add(page.withBlocks(blocks).renumbered(pages.size() + 1));
    }
  }

  /** A line at the upper edge that takes no room from what is there. */
  private static Paragraph title(String text) {
    BoundingBox box = new BoundingBox(0, 0, text.length() * CHARACTER_WIDTH, 0);
    return new Paragraph(List.of(new Line(text, box)), box);
  }
}

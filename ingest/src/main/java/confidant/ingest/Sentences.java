package confidant.ingest;

import confidant.ingest.PictureText.Problem;
import confidant.ingest.ReadResult.Reason;
import confidant.ingest.ReadResult.Refused;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Parts of sentences for the person. */
final class Sentences {

  /** More are not listed one by one. */
  private static final int MAX_LISTED = 12;

  private Sentences() {}

  /** {@code "Page 3 is"} or {@code "Pages 3, 4 and 9 are"}. */
  static String pages(List<Integer> numbers) {
    if (numbers.size() == 1) {
      return "Page " + numbers.getFirst() + " is";
    }
    if (numbers.size() > MAX_LISTED) {
      return numbers.size() + " pages, from page " + numbers.getFirst() + " on, are";
    }
    String list =
        numbers.subList(0, numbers.size() - 1).stream()
            .map(String::valueOf)
            .collect(Collectors.joining(", "));
    return "Pages " + list + " and " + numbers.getLast() + " are";
  }

  /** Says that a document ends before the last page asked for. */
  static Optional<String> clipped(String name, Optional<PageRange> asked, int pages) {
    return asked
        .filter(range -> range.last() > pages)
        .map(
            range ->
                name
                    + " ends with page "
                    + pages
                    + ": the pages up to "
                    + range.last()
                    + " that were asked for are not there.");
  }

  /** None of the pages asked for is there. */
  static Refused noSuchPages(String name) {
    return new Refused(
        Reason.DAMAGED, name + " has none of the pages asked for; choose other pages.");
  }

  /** Encrypted, and no password that opens it is known. */
  static Refused locked(String name) {
    return new Refused(Reason.ENCRYPTED, name + " is protected; open it again with its password.");
  }

  static Refused wrongPassword(String name) {
    return new Refused(
        Reason.ENCRYPTED, name + " does not open with this password; check it and try again.");
  }

  /** Encrypted in a way that is not undone here. */
  static Refused sealed(String name) {
    return new Refused(
        Reason.ENCRYPTED,
        name
            + " is encrypted and cannot be opened here; save it without encryption and open that.");
  }

  static Refused damaged(String name) {
    return new Refused(
        Reason.DAMAGED,
        name + " is damaged and cannot be read; get it again from where it came from.");
  }

  static Refused cancelled(String name) {
    return new Refused(Reason.CANCELLED, "Reading " + name + " was cancelled.");
  }

  /** Text recognition does not start, and there is nothing else to read. */
  static Refused noRecognition(String name) {
    return new Refused(
        Reason.NO_TEXT,
        name
            + " is a picture, and text recognition does not start on this computer; install"
            + " Confidant again, or open a file that holds text.");
  }

  /** What follows {@link #pages} where pictures were not read. */
  static String notRead(Problem problem) {
    return switch (problem) {
      case TOO_MUCH_WORK ->
          " not read where pictures are shown, which takes too much time or memory; save those"
              + " smaller.";
      case DAMAGED ->
          " not read where pictures are shown, which are damaged or of a kind that cannot be read;"
              + " scan those again.";
      case NO_RECOGNITION ->
          " not read where pictures are shown, since text recognition does not start on this"
              + " computer; install Confidant again.";
    };
  }

  /** The layout of {@code pages} may have cost figures. */
  static String hardToLayOut(String name, List<Integer> pages) {
    return name
        + ": "
        + pages(pages)
        + " hard to lay out: compare the figures there with the original.";
  }

  /** A picture of a kind that is not decoded. */
  static Refused otherPicture(String name) {
    return new Refused(
        Reason.UNSUPPORTED,
        name
            + " is a picture of a kind that cannot be read; save it as JPEG or PNG and open that.");
  }

  /** A photo in a format of phones that is not decoded. */
  static Refused phonePicture(String name) {
    return new Refused(
        Reason.UNSUPPORTED,
        name
            + " is a photo as iPhones store them (HEIC), which cannot be read; open it where it can"
            + " be seen, save it as JPEG or PNG and open that, or set the camera's format to Most"
            + " Compatible and take it again.");
  }

  /** Of a kind that is not read. */
  static Refused unsupported(String name, String description) {
    return new Refused(
        Reason.UNSUPPORTED,
        name
            + " is "
            + description
            + ", which cannot be read yet; PDF documents, pictures, office documents, spreadsheets,"
            + " e-mails, web pages and text files can.");
  }
}

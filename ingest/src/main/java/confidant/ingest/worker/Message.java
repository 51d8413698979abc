package confidant.ingest.worker;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import confidant.ingest.ReadOptions;
import confidant.ingest.ReadResult;
import java.util.Optional;

/** What the program and its reading process say to each other, one {@link Frames frame} each. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "message")
@JsonSubTypes({
  @JsonSubTypes.Type(value = Message.Ready.class, name = "ready"),
  @JsonSubTypes.Type(value = Message.Read.class, name = "read"),
  @JsonSubTypes.Type(value = Message.Page.class, name = "page"),
  @JsonSubTypes.Type(value = Message.Drawing.class, name = "drawing"),
  @JsonSubTypes.Type(value = Message.Done.class, name = "done"),
  @JsonSubTypes.Type(value = Message.Paint.class, name = "paint"),
  @JsonSubTypes.Type(value = Message.Painted.class, name = "painted")
})
sealed interface Message {

  /** Version of messages and of the documents in them. */
  int VERSION = 4;

  /** The process has started; its first message. */
  record Ready(int version) implements Message {}

  /**
   * Asks for a file to be read.
   *
   * @param file its absolute path
   * @param options how to read it
   * @param way what to do with it
   */
  record Read(String file, ReadOptions options, Way way) implements Message {

    /** Asks for a file to be understood. */
    Read(String file, ReadOptions options) {
      this(file, options, Way.UNDERSTAND);
    }

    /** A password belongs into no message of an error. */
    @Override
    public String toString() {
      return "Read[]";
    }
  }

  /** What is done with a file. */
  enum Way {
    UNDERSTAND,
    /** As before, and each page is drawn with what was understood of it. */
    DRAW,
    /** Its text is taken as the PDF library gives it, to compare with. */
    TAKE_TEXT
  }

  /** Page {@code page} of {@code pages} is about to be read. */
  record Page(int page, int pages) implements Message {}

  /** Page {@code page} as a PNG picture. */
  record Drawing(int page, byte[] png) implements Message {}

  /** The file was read or refused. */
  record Done(ReadResult result) implements Message {}

  /**
   * Asks for a page of a file that was read before to be painted as it is.
   *
   * @param file its absolute path; empty if only the page's text is to be set
   * @param password that opens the file
   * @param mediaType what was found in the file
   * @param page as it was understood
   */
  record Paint(
      String file,
      Optional<String> password,
      String mediaType,
      confidant.ingest.document.Page page,
      double dotsPerPoint)
      implements Message {

    /** A password belongs into no message of an error. */
    @Override
    public String toString() {
      return "Paint[]";
    }
  }

  /** The page as a PNG picture; no bytes if it could not be painted. */
  record Painted(byte[] png) implements Message {}
}

package confidant.ingest.worker;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import confidant.ingest.ReadOptions;
import confidant.ingest.ReadResult;

/** What the program and its reading process say to each other, one {@link Frames frame} each. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "message")
@JsonSubTypes({
  @JsonSubTypes.Type(value = Message.Ready.class, name = "ready"),
  @JsonSubTypes.Type(value = Message.Read.class, name = "read"),
  @JsonSubTypes.Type(value = Message.Page.class, name = "page"),
  @JsonSubTypes.Type(value = Message.Done.class, name = "done")
})
sealed interface Message {

  /** Version of messages and of the documents in them. */
  int VERSION = 2;

  /** The process has started; its first message. */
  record Ready(int version) implements Message {}

  /**
   * Asks for a file to be read.
   *
   * @param file its absolute path
   * @param options how to read it
   */
  record Read(String file, ReadOptions options) implements Message {

    /** A password belongs into no message of an error. */
    @Override
    public String toString() {
      return "Read[]";
    }
  }

  /** Page {@code page} of {@code pages} is about to be read. */
  record Page(int page, int pages) implements Message {}

  /** The file was read or refused. */
  record Done(ReadResult result) implements Message {}
}

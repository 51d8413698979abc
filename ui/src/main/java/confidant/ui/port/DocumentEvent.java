package confidant.ui.port;

import java.util.List;

/** What happens to a paper. */
public sealed interface DocumentEvent {

  /** Names the paper throughout. */
  String documentId();

  /** Accepted; reading begins when those before it are done. */
  record Queued(String documentId, String name) implements DocumentEvent {}

  /** Page {@code page} of {@code pages} is being read; {@code pages} is 0 while unknown. */
  record Reading(String documentId, int page, int pages) implements DocumentEvent {}

  /**
   * Read.
   *
   * @param tokens what it takes of the context
   * @param notices sentences about what could not be read or does not agree, for the person
   * @param kind what sort of paper it seems to be
   */
  record Ready(
      String documentId, String name, int pages, int tokens, List<String> notices, PaperKind kind)
      implements DocumentEvent {
    public Ready {
      notices = List.copyOf(notices);
    }

    /** A paper of no kind in particular. */
    public Ready(String documentId, String name, int pages, int tokens, List<String> notices) {
      this(documentId, name, pages, tokens, notices, PaperKind.OTHER);
    }
  }

  /**
   * Not read, since it is protected; {@link DocumentPort#unlock} tries a password.
   *
   * @param message one sentence for the person about the password that was tried; empty if none was
   */
  record PasswordNeeded(String documentId, String message) implements DocumentEvent {}

  /**
   * Not read.
   *
   * @param message one sentence for the person
   * @param code stable name of what went wrong, such as E-PAPER-DAMAGED
   */
  record Failed(String documentId, String message, String code) implements DocumentEvent {

    /** One that nobody gave a name. */
    public Failed(String documentId, String message) {
      this(documentId, message, "");
    }
  }
}

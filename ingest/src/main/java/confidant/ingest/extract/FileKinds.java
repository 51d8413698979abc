package confidant.ingest.extract;

/** Names kinds of files in words. */
final class FileKinds {

  private FileKinds() {}

  static String describe(String mediaType) {
    if (mediaType.startsWith("image/")) {
      return "a picture";
    }
    if (mediaType.startsWith("audio/")) {
      return "a sound recording";
    }
    if (mediaType.startsWith("video/")) {
      return "a video";
    }
    if (mediaType.contains("spreadsheet") || mediaType.contains("excel")) {
      return "a spreadsheet";
    }
    if (mediaType.contains("presentation") || mediaType.contains("powerpoint")) {
      return "a presentation";
    }
    return switch (mediaType) {
      case "application/pdf" -> "a PDF document";
      case "application/rtf",
          "text/rtf",
          "application/msword",
          "application/x-tika-ooxml",
          "application/x-tika-msoffice",
          "application/vnd.oasis.opendocument.text",
          "application/vnd.openxmlformats-officedocument.wordprocessingml.document" ->
          "an office document";
      case "message/rfc822", "application/vnd.ms-outlook", "application/mbox" -> "an e-mail";
      case "text/html", "application/xhtml+xml" -> "a web page";
      case "application/zip",
          "application/gzip",
          "application/x-7z-compressed",
          "application/x-tar",
          "application/x-rar-compressed" ->
          "an archive";
      default -> mediaType.startsWith("text/") ? "a text file" : "of an unknown kind";
    };
  }
}

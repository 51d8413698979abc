package confidant.ui.chat;

import confidant.ui.chat.OutlookViewModel.Warning;
import confidant.ui.common.NoticeBar;
import confidant.ui.common.NoticeBar.Tone;
import confidant.ui.common.Texts;
import confidant.ui.port.Outlook;
import javafx.beans.binding.Bindings;

/** Says what happens when there is no room left, before it happens. */
final class OutlookNotice {
  private OutlookNotice() {}

  /** A new bar; hidden while there is room enough. */
  static NoticeBar create(OutlookViewModel outlook, Texts texts) {
    NoticeBar bar =
        NoticeBar.of(
                Tone.INFO,
                Bindings.createStringBinding(
                    () ->
                        sentence(
                            outlook.warningProperty().get(),
                            outlook.outlookProperty().get(),
                            texts),
                    outlook.warningProperty(),
                    outlook.outlookProperty()))
            .compact();
    bar.setId("outlook-notice");
    return bar;
  }

  private static String sentence(Warning warning, Outlook outlook, Texts texts) {
    return switch (warning) {
      case NONE -> "";
      case PAPERS_TOO_LONG ->
          texts.get(
              "outlook.too-long",
              outlook.paperTokens(),
              Math.max(0, outlook.freeTokens() + outlook.paperTokens()));
      case NEARLY_FULL -> texts.get("outlook.nearly-full", outlook.freeTokens());
      case FULL -> texts.get("outlook.full");
    };
  }
}

package confidant.app.chat;

import confidant.engine.chat.TokenEvent.Usage;

/** Adds up what the passes of one answer cost. */
final class Cost {
  private Usage total = new Usage(0, 0, 0, 0, 0, 0, 0);

  void add(Usage pass) {
    total =
        new Usage(
            total.promptTokens() + pass.promptTokens(),
            total.reusedTokens() + pass.reusedTokens(),
            total.generatedTokens() + pass.generatedTokens(),
            total.draftedTokens() + pass.draftedTokens(),
            total.acceptedTokens() + pass.acceptedTokens(),
            total.prefillNanos() + pass.prefillNanos(),
            total.decodeNanos() + pass.decodeNanos());
  }

  Usage total() {
    return total;
  }
}

package confidant.engine.synth;

import confidant.engine.json.JsonValue;
import confidant.engine.json.JsonValue.JsonArray;
import confidant.engine.json.JsonValue.JsonNull;
import confidant.engine.json.JsonValue.JsonObject;
import confidant.engine.json.JsonValue.ObjectBuilder;
import confidant.engine.tokenizer.Tokenizers;
import java.util.ArrayList;
import java.util.List;

/** Writes a vocabulary as Hugging Face's tokenizer.json. */
final class TokenizerText {
  private static final JsonNull NULL = new JsonNull();

  private TokenizerText() {}

  static JsonObject json(Vocabulary vocabulary) {
    return JsonValue.object()
        .put("version", "1.0")
        .put("truncation", NULL)
        .put("padding", NULL)
        .put("added_tokens", addedTokens(vocabulary))
        .put("normalizer", NULL)
        .put("pre_tokenizer", preTokenizer())
        .put("post_processor", byteLevel())
        .put("decoder", byteLevel())
        .put("model", bytePairs(vocabulary))
        .build();
  }

  private static JsonArray addedTokens(Vocabulary vocabulary) {
    List<JsonValue> tokens = new ArrayList<>();
    for (String special : vocabulary.specials()) {
      tokens.add(
          JsonValue.object()
              .put("id", vocabulary.special(special))
              .put("content", special)
              .put("single_word", false)
              .put("lstrip", false)
              .put("rstrip", false)
              .put("normalized", false)
              .put("special", true)
              .build());
    }
    return new JsonArray(tokens);
  }

  private static JsonObject preTokenizer() {
    JsonObject split =
        JsonValue.object()
            .put("type", "Split")
            .put("pattern", JsonValue.object().put("Regex", Tokenizers.o200kSplitPattern()).build())
            .put("behavior", "Isolated")
            .put("invert", false)
            .build();
    return JsonValue.object()
        .put("type", "Sequence")
        .put("pretokenizers", new JsonArray(List.of(split, byteLevel())))
        .build();
  }

  private static JsonObject byteLevel() {
    return JsonValue.object()
        .put("type", "ByteLevel")
        .put("add_prefix_space", false)
        .put("trim_offsets", true)
        .put("use_regex", false)
        .build();
  }

  private static JsonObject bytePairs(Vocabulary vocabulary) {
    List<String> ordinary = vocabulary.ordinary();
    ObjectBuilder ids = JsonValue.object();
    for (int id = 0; id < ordinary.size(); id++) {
      ids.put(ordinary.get(id), id);
    }
    List<JsonValue> merges = new ArrayList<>();
    for (Vocabulary.Merge merge : vocabulary.merges()) {
      merges.add(HuggingFaceTexts.strings(ordinary.get(merge.left()), ordinary.get(merge.right())));
    }
    return JsonValue.object()
        .put("type", "BPE")
        .put("fuse_unk", false)
        .put("byte_fallback", false)
        .put("ignore_merges", true)
        .put("vocab", ids.build())
        .put("merges", new JsonArray(merges))
        .build();
  }
}

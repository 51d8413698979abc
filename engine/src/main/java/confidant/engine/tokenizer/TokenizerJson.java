package confidant.engine.tokenizer;

import confidant.engine.api.EngineException;
import confidant.engine.api.EngineException.Damaged;
import confidant.engine.api.EngineException.Failed;
import confidant.engine.api.EngineException.NotFound;
import confidant.engine.api.EngineException.Unsupported;
import confidant.engine.format.RegularFiles;
import confidant.engine.json.Json;
import confidant.engine.json.JsonException;
import confidant.engine.json.JsonValue;
import confidant.engine.json.JsonValue.JsonArray;
import confidant.engine.json.JsonValue.JsonNumber;
import confidant.engine.json.JsonValue.JsonObject;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Reads Hugging Face's tokenizer.json, of the byte-level BPE kind that gpt-oss has.
 *
 * <p>The merges are not kept: they are in the order of the ids of what they make, so merging by
 * rank gives the same tokens, and they are most of a file of 27 MB.
 */
final class TokenizerJson {
  /** The real one takes 27 MB; the limit bounds what a hostile one can allocate. */
  private static final long MAX_BYTES = 256L << 20;

  private final Path file;
  private final int modelSize;

  private TokenizerJson(Path file, int modelSize) {
    this.file = file;
    this.modelSize = modelSize;
  }

  static Tokenizer read(Path file, int modelSize) throws EngineException {
    return new TokenizerJson(file, modelSize).read();
  }

  private Tokenizer read() throws EngineException {
    RegularFiles.require(file);
    try {
      if (Files.size(file) > MAX_BYTES) {
        throw new Damaged(
            file + " is larger than the " + MAX_BYTES + " bytes allowed; get the file again.");
      }
      return tokenizer(Json.parseObjectWithout(Files.readString(file), Set.of("merges")));
    } catch (NoSuchFileException _) {
      throw new NotFound(file + " does not exist; choose the folder of a complete checkpoint.");
    } catch (CharacterCodingException e) {
      throw new Damaged(file + " is not UTF-8 text; get the file again.", e);
    } catch (IOException e) {
      throw new Failed(file + " cannot be read; check its permissions and the disk.", e);
    } catch (JsonException e) {
      throw new Damaged(
          file + " is no sound tokenizer.json: " + e.getMessage() + "; get the file again.", e);
    }
  }

  private Tokenizer tokenizer(JsonObject root) throws EngineException {
    JsonObject model = require(root.object("model"), "model");
    if (!model.string("type").orElse("BPE").equals("BPE") || root.get("normalizer").isPresent()) {
      throw unsupported("is not of the plain byte-pair kind");
    }
    VocabularyBuilder vocabulary = new VocabularyBuilder(file.toString(), modelSize);
    Set<String> specials = new HashSet<>();
    for (JsonObject added : root.array("added_tokens").map(JsonArray::objects).orElse(List.of())) {
      String name = require(added.string("content"), "content");
      vocabulary.addSpecial(require(added.integer("id"), "id"), name);
      specials.add(name);
    }
    JsonObject ordinary = require(model.object("vocab"), "vocab");
    for (Map.Entry<String, JsonValue> token : ordinary.members().entrySet()) {
      // Some files list the added tokens here as well, in plain spelling.
      if (!specials.contains(token.getKey())) {
        vocabulary.addOrdinary(id(token.getValue()), token.getKey());
      }
    }
    requireSplit(require(root.object("pre_tokenizer"), "pre_tokenizer"));
    return vocabulary.build();
  }

  private static int id(JsonValue value) {
    if (value instanceof JsonNumber number) {
      return number.asInt();
    }
    throw new JsonException("a token's id is no number");
  }

  /**
   * Requires o200k's split followed by the spelling of bytes. Other expressions are not run: on
   * long texts they could end the stack or never return.
   */
  private void requireSplit(JsonObject preTokenizer) throws EngineException {
    List<JsonObject> steps =
        preTokenizer.array("pretokenizers").map(JsonArray::objects).orElse(List.of(preTokenizer));
    if (steps.size() != 2 || !isIsolatingSplit(steps.get(0)) || !isPlainByteLevel(steps.get(1))) {
      throw unsupported("splits text in an unknown way");
    }
    String regex = require(steps.get(0).object("pattern").flatMap(p -> p.string("Regex")), "Regex");
    if (!regex.equals(SplitPattern.O200K_REGEX)) {
      throw unsupported("splits text by another pattern than gpt-oss");
    }
  }

  private static boolean isIsolatingSplit(JsonObject step) {
    return hasType(step, "Split")
        && step.string("behavior").orElse("").equals("Isolated")
        && !step.bool("invert").orElse(false);
  }

  private static boolean isPlainByteLevel(JsonObject step) {
    return hasType(step, "ByteLevel")
        && !step.bool("use_regex").orElse(true)
        && !step.bool("add_prefix_space").orElse(true);
  }

  private static boolean hasType(JsonObject step, String type) {
    return step.string("type").orElse("").equals(type);
  }

  private static <T> T require(Optional<T> value, String name) {
    return value.orElseThrow(() -> new JsonException("\"" + name + "\" is missing"));
  }

  private Unsupported unsupported(String what) {
    return new Unsupported(
        file + " " + what + "; use the tokenizer.json that belongs to the gpt-oss checkpoint.");
  }
}

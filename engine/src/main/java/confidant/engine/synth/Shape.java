package confidant.engine.synth;

import confidant.engine.model.ModelConfig;

/**
 * A preset, whole or with fewer layers: these are as large as the whole one's and take the same
 * ways through the code, on a disk or in a memory that has no room for all.
 *
 * @param layers 1 to {@link Preset#layers()}
 */
public record Shape(Preset preset, int layers) {
  public Shape {
    if (layers < 1 || layers > preset.layers()) {
      throw new IllegalArgumentException(
          layers + " layers; " + preset.id() + " has " + preset.layers());
    }
  }

  /** All of {@code preset}. */
  public static Shape of(Preset preset) {
    return new Shape(preset, preset.layers());
  }

  /** Its name in files: the preset's, and how many layers are left of it. */
  String id() {
    return layers == preset.layers() ? preset.id() : preset.id() + "-" + layers + "-layers";
  }

  ModelConfig config() {
    return preset.config(layers);
  }
}

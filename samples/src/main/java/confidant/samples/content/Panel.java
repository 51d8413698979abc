package confidant.samples.content;

import java.util.List;

/** Values of a lab report that belong together. */
public record Panel(String name, List<Measurement> measurements) {

  public Panel {
    measurements = List.copyOf(measurements);
  }
}

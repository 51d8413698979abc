package confidant.samples.layout;

import confidant.samples.chance.Dice;
import java.util.List;

/** Invents content and puts it into sections. */
@FunctionalInterface
public interface Arrangement {

  List<Section> arrange(Desk desk, Dice dice);
}

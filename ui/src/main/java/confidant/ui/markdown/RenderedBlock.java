package confidant.ui.markdown;

import java.util.List;
import javafx.scene.Node;

/** A block as a node, and the texts in it that can be selected, in the order of reading. */
record RenderedBlock(Block block, Node node, List<TextBlock> texts) {}

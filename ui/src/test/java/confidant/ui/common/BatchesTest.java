package confidant.ui.common;

import static org.junit.jupiter.api.Assertions.assertEquals;

import confidant.ui.fake.ManualFrames;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class BatchesTest {
  private final ManualFrames frames = new ManualFrames();
  private final List<List<Integer>> received = new ArrayList<>();
  private final Batches<Integer> batches = new Batches<>(frames, received::add);

  @Test
  void handsOverWhatCameMeanwhileTogetherAndInOrder() {
    batches.accept(1);
    batches.accept(2);
    frames.next();
    batches.accept(3);
    frames.next();
    assertEquals(List.of(List.of(1, 2), List.of(3)), received);
  }

  @Test
  void costsNothingWhileNothingComes() {
    batches.accept(1);
    frames.next();
    assertEquals(0, frames.next());
  }

  @Test
  void losesNothingThatComesFromManyThreads() throws InterruptedException {
    List<Thread> threads = new ArrayList<>();
    for (int i = 0; i < 4; i++) {
      Thread thread = Thread.ofPlatform().name("sender-" + i).start(this::sendThousand);
      threads.add(thread);
    }
    for (Thread thread : threads) {
      thread.join();
    }
    frames.next();
    assertEquals(4000, received.stream().mapToInt(List::size).sum());
  }

  private void sendThousand() {
    for (int i = 0; i < 1000; i++) {
      batches.accept(i);
    }
  }
}

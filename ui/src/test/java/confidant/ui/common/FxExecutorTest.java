package confidant.ui.common;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import javafx.application.Platform;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.testfx.api.FxToolkit;

class FxExecutorTest {
  private final FxExecutor executor = new FxExecutor();

  @BeforeAll
  static void startToolkit() throws Exception {
    FxToolkit.registerPrimaryStage();
  }

  private void flush() throws Exception {
    CompletableFuture<Void> done = new CompletableFuture<>();
    executor.execute(() -> done.complete(null));
    done.get(10, TimeUnit.SECONDS);
  }

  @Test
  void runsTasksInOrderOnTheJavaFxThread() throws Exception {
    List<String> ran = new CopyOnWriteArrayList<>();
    for (int i = 0; i < 3; i++) {
      String task = "task " + i;
      executor.execute(() -> ran.add(task + Platform.isFxApplicationThread()));
    }
    flush();
    assertEquals(List.of("task 0true", "task 1true", "task 2true"), ran);
  }

  @Test
  void wakesUpForWhateverComesAfterAPause() throws Exception {
    AtomicInteger ran = new AtomicInteger();
    for (int i = 0; i < 20; i++) {
      executor.execute(ran::incrementAndGet);
      flush();
      // Some pauses are shorter than it takes to fall asleep, some longer.
      TimeUnit.MILLISECONDS.sleep(10L * (i % 5));
    }
    assertEquals(20, ran.get());
  }

  @Test
  void aTaskMayAddTheNext() throws Exception {
    AtomicInteger ran = new AtomicInteger();
    CompletableFuture<Void> enough = new CompletableFuture<>();
    executor.execute(() -> addAgain(ran, enough));
    enough.get(10, TimeUnit.SECONDS);
    assertEquals(5, ran.get());
  }

  private void addAgain(AtomicInteger ran, CompletableFuture<Void> enough) {
    if (ran.incrementAndGet() < 5) {
      executor.execute(() -> addAgain(ran, enough));
    } else {
      enough.complete(null);
    }
  }
}

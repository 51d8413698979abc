package confidant.ui.about;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import confidant.ui.about.AboutViewModel.Fact;
import confidant.ui.common.Texts;
import confidant.ui.fake.FakeAboutPort;
import confidant.ui.port.AboutPort.Kernels;
import confidant.ui.port.AboutPort.Obstacle;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class AboutViewModelTest {
  private final FakeAboutPort port = new FakeAboutPort();

  private AboutViewModel shown(Locale locale) {
    AboutViewModel about = new AboutViewModel(port, new Texts(locale), Runnable::run);
    about.show();
    return about;
  }

  private static String value(AboutViewModel about, String key) {
    return about.facts().stream()
        .filter(fact -> fact.key().equals(key))
        .map(Fact::value)
        .findFirst()
        .orElseThrow();
  }

  @Test
  void collectsTheFactsWhenOpened() {
    AboutViewModel about = new AboutViewModel(port, new Texts(Locale.ENGLISH), Runnable::run);
    assertFalse(about.openProperty().get());
    assertTrue(about.facts().isEmpty());
    about.show();
    assertTrue(about.openProperty().get());
    assertEquals("16.0 GiB, of it up to 8.0 GiB for Java’s heap", value(about, "memory"));
    about.close();
    assertFalse(about.openProperty().get());
  }

  @Test
  void speaksGerman() {
    AboutViewModel about = shown(Locale.GERMANY);
    assertEquals("2 auf 2 physischen Kernen", value(about, "threads"));
    assertEquals("16,0 GiB, davon bis zu 8,0 GiB für Javas Heap", value(about, "memory"));
    assertEquals("Vector API, 512 Bit", value(about, "kernels"));
    assertTrue(about.asText().contains("Rechenkerne: Vector API"), about.asText());
  }

  @ParameterizedTest
  @EnumSource(value = Obstacle.class, mode = EnumSource.Mode.EXCLUDE, names = "NONE")
  void everyObstacleHasItsSentenceInBothLanguages(Obstacle obstacle) {
    port.become(new Kernels(0, 512, obstacle, "-XX:X=1", List.of()));
    String english = value(shown(Locale.ENGLISH), "kernels");
    String german = value(shown(Locale.GERMANY), "kernels");
    assertTrue(english.startsWith("Scalar. "), english);
    assertTrue(german.startsWith("Skalar. "), german);
    assertFalse(english.contains("{") || german.contains("{"), english + german);
  }

  @Test
  void namesKernelsThatWereReplaced() {
    port.become(new Kernels(512, 512, Obstacle.NONE, "", List.of("matVec Q8_0")));
    assertTrue(value(shown(Locale.ENGLISH), "kernels").contains("matVec Q8_0"));
  }
}

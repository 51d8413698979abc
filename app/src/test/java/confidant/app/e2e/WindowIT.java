package confidant.app.e2e;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import confidant.app.e2e.BuiltProgram.Result;
import confidant.app.e2e.driver.WindowDriver;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** The built program's window on a real PDF, driven by an agent in its process. */
@DisabledOnOs(value = OS.WINDOWS, disabledReason = "the launcher is a shell script")
class WindowIT {
  private static final Path PAYSLIP = BuiltProgram.paper("payslip__paystub_gusto.pdf");
  private static final Path LEAFLET = BuiltProgram.paper("medical__medicine.pdf");
  private static final Path SCREENSHOTS = Path.of("target", "screenshots").toAbsolutePath();
  @TempDir private Path home;

  @Test
  void headlessAnOpenedPaperBecomesAnAnswer() throws Exception {
    Path seen = Files.createDirectories(SCREENSHOTS.resolve("headless"));
    clear(seen);
    Result result =
        new BuiltProgram(home, BuiltProgram.LAUNCHER, "--seed", "5", "--open", PAYSLIP.toString())
            .run(Map.of("JDK_JAVA_OPTIONS", agent(seen) + " -Dglass.platform=Headless"));
    assertAnswered(seen, result);
  }

  @Test
  void papersDroppedFromAnotherProgramBecomeAnAnswer() throws Exception {
    assumeTrue(isOnPath("Xvfb"), "there is no Xvfb");
    Path seen = Files.createDirectories(SCREENSHOTS.resolve("xvfb"));
    clear(seen);
    try (VirtualDisplay display = VirtualDisplay.open()) {
      BuiltProgram program = new BuiltProgram(home, BuiltProgram.LAUNCHER, "--seed", "5");
      Process process =
          program.start(Map.of("DISPLAY", display.name(), "JDK_JAVA_OPTIONS", agent(seen)));
      try {
        String[] point = await(seen, "drop-point", process).split(" ");
        assertEquals(0, drag(display, point, List.of(PAYSLIP, LEAFLET)), "the drop is taken");
        assertAnswered(seen, program.finish(process));
      } finally {
        process.destroy();
      }
    }
  }

  private static void assertAnswered(Path seen, Result result) throws IOException {
    assertFalse(
        Files.exists(seen.resolve("failure")),
        () -> result.err() + (Files.exists(seen.resolve("failure")) ? read(seen, "failure") : ""));
    assertEquals(0, result.exitCode(), result.err());
    assertFalse(Files.readString(seen.resolve("answer")).isBlank());
    assertFalse(Files.readString(seen.resolve("status")).isBlank());
    for (String picture : List.of("papers.png", "answer.png")) {
      assertTrue(Files.size(seen.resolve(picture)) > 0, picture);
    }
    assertFalse(result.err().contains("Exception"), result.err());
  }

  /** The drag source of the window's own tests, a process of its own. */
  private static int drag(VirtualDisplay display, String[] point, List<Path> papers)
      throws IOException, InterruptedException {
    List<String> command =
        new ArrayList<>(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "--module-path",
                Path.of("target", "javafx").toString(),
                "--add-modules=javafx.controls",
                "--enable-native-access=javafx.graphics",
                "--class-path",
                Path.of("..", "ui", "target", "test-classes").toString(),
                "confidant.ui.xdnd.DragSource",
                point[0],
                point[1]));
    papers.forEach(paper -> command.add(paper.toString()));
    ProcessBuilder builder = new ProcessBuilder(command).inheritIO();
    builder.environment().put("DISPLAY", display.name());
    return builder.start().waitFor();
  }

  private static String await(Path folder, String name, Process process)
      throws IOException, InterruptedException {
    Path file = folder.resolve(name);
    for (int i = 0; i < 600 && !Files.exists(file); i++) {
      assertTrue(process.isAlive(), "the program runs");
      Thread.sleep(100);
    }
    return Files.readString(file);
  }

  /** The option that puts the driver into the program's process. */
  private String agent(Path seen) throws IOException {
    Path jar = home.resolve("driver.jar");
    Manifest manifest = new Manifest();
    manifest.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
    manifest.getMainAttributes().putValue("Premain-Class", WindowDriver.class.getName());
    String folder = WindowDriver.class.getPackageName().replace('.', '/');
    try (OutputStream file = Files.newOutputStream(jar);
        JarOutputStream out = new JarOutputStream(file, manifest);
        Stream<Path> classes = Files.list(Path.of("target", "test-classes", folder))) {
      for (Path type : classes.toList()) {
        out.putNextEntry(new JarEntry(folder + "/" + type.getFileName()));
        Files.copy(type, out);
        out.closeEntry();
      }
    }
    return "\"-javaagent:" + jar + "=" + seen + "\" -Dprism.order=sw";
  }

  private static void clear(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      for (Path file : files.toList()) {
        Files.delete(file);
      }
    }
  }

  private static String read(Path folder, String name) {
    try {
      return Files.readString(folder.resolve(name));
    } catch (IOException e) {
      return e.toString();
    }
  }

  private static boolean isOnPath(String tool) {
    return Stream.of(System.getenv("PATH").split(":"))
        .anyMatch(folder -> Files.isExecutable(Path.of(folder, tool)));
  }
}

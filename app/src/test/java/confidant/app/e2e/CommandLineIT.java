package confidant.app.e2e;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import confidant.app.e2e.BuiltProgram.Result;
import confidant.engine.json.Json;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** The built program on a real PDF, through the launcher. */
@DisabledOnOs(value = OS.WINDOWS, disabledReason = "the launcher is a shell script")
class CommandLineIT {
  private static final String PAYSLIP = BuiltProgram.paper("payslip__paystub_gusto.pdf").toString();
  @TempDir private Path home;

  @Test
  void summariseStreamsAnAnswer() throws Exception {
    Result result = run("summarise", PAYSLIP, "--max-tokens", "60", "--seed", "5");
    assertEquals(0, result.exitCode(), result.err());
    assertFalse(result.out().isBlank());
    assertTrue(result.err().contains("untrained test model"), result.err());
  }

  @Test
  void aPlainLocaleDoesNotHarmTheAnswer() throws Exception {
    String[] command = {"ask", PAYSLIP, "Wie viel?", "--max-tokens", "60", "--seed", "5"};
    Result utf8 = program(command).run(Map.of("LC_ALL", "C.UTF-8"));
    Result plain = program(command).run(Map.of("LC_ALL", "C"));
    assertEquals(utf8.out(), plain.out());
  }

  @Test
  void theLauncherWorksThroughALinkFromAnotherFolderAndWithBlanks() throws Exception {
    Path folder = Files.createDirectory(home.resolve("my papers"));
    Files.copy(Path.of(PAYSLIP), folder.resolve("pay slip.pdf"));
    Path link = Files.createSymbolicLink(home.resolve("my confidant"), BuiltProgram.LAUNCHER);
    Result result = new BuiltProgram(home, link, "read", "pay slip.pdf").in(folder).run(Map.of());
    assertEquals(0, result.exitCode(), result.err());
    assertTrue(result.out().contains("<!-- page 1 -->"), result.out());
    assertTrue(result.out().contains("5,000.00"), result.out());
  }

  @Test
  void jsonLinesEndWithTheResult() throws Exception {
    Result result = run("summarise", PAYSLIP, "--max-tokens", "20", "--seed", "5", "--json");
    assertEquals(0, result.exitCode(), result.err());
    String last = result.out().lines().reduce("", (first, second) -> second);
    assertEquals("result", Json.parseObject(last).string("event").orElseThrow());
  }

  @Test
  void controlCStopsAtOnce() throws Exception {
    BuiltProgram program =
        program("ask", PAYSLIP, "?", "--max-tokens", "30000", "--context", "32768", "--min-p", "1");
    Process process = program.start(Map.of("CONFIDANT_MODEL", untrainedModel()));
    Path out = home.resolve("out");
    for (int i = 0; i < 600 && Files.size(out) == 0 && process.isAlive(); i++) {
      Thread.sleep(100);
    }
    assertTrue(process.isAlive(), "still writing");
    new ProcessBuilder("kill", "-INT", String.valueOf(process.pid())).start().waitFor();
    assertTrue(process.waitFor(10, TimeUnit.SECONDS));
    Result result = program.finish(process);
    assertEquals(130, result.exitCode(), result.err());
    assertNoTrace(result);
  }

  @Test
  void aReaderWhoGoesAwayIsNoFailureToTalkAbout() throws Exception {
    Path script = home.resolve("script");
    Files.writeString(
        script, "#!/bin/sh\n\"$1\" ask \"$2\" '?' --max-tokens 2000 --min-p 1 | head -c 5\n");
    Files.setPosixFilePermissions(script, PosixFilePermissions.fromString("rwx------"));
    Result result =
        new BuiltProgram(home, script, BuiltProgram.LAUNCHER.toString(), PAYSLIP)
            .run(Map.of("CONFIDANT_MODEL", untrainedModel()));
    assertEquals(0, result.exitCode(), result.err());
    assertNoTrace(result);
  }

  @Test
  void withoutADisplayTheWindowSaysSo() throws Exception {
    Result result = run();
    assertEquals(10, result.exitCode(), result.err());
    assertTrue(result.err().contains("display"), result.err());
    assertNoTrace(result);
  }

  @Test
  void aDisplayThatIsNotThereIsSaidToo() throws Exception {
    Result result = program().run(Map.of("DISPLAY", ":9876"));
    assertEquals(10, result.exitCode(), result.err());
  }

  @Test
  void anOldJdkIsRefusedByTheLauncher() throws Exception {
    Path jdk = home.resolve("jdk 17");
    Files.createDirectories(jdk.resolve("bin"));
    for (String tool : new String[] {"java", "javac"}) {
      executable(jdk.resolve("bin").resolve(tool));
    }
    Files.writeString(jdk.resolve("release"), "JAVA_VERSION=\"17.0.15\"\n");
    Result result = program("--version").run(Map.of("CONFIDANT_JDK", jdk.toString()));
    assertEquals(11, result.exitCode(), result.err());
    assertTrue(result.err().contains(jdk.toString()), result.err());
    assertEquals(1, result.err().lines().count());
  }

  @Test
  void selfTestPasses() throws Exception {
    Result result = run("self-test");
    assertEquals(0, result.exitCode(), result.err());
    assertTrue(result.out().contains("Vector API"), result.out());
  }

  /** Random weights, which go on writing. */
  private String untrainedModel() throws IOException, InterruptedException {
    String file = home.resolve("untrained").toString();
    return run("model", "synth", "--preset", "tiny", "--out", file).out().strip();
  }

  private Result run(String... args) throws IOException, InterruptedException {
    return program(args).run(Map.of());
  }

  private BuiltProgram program(String... args) {
    return new BuiltProgram(home, BuiltProgram.LAUNCHER, args);
  }

  private static void executable(Path file) throws IOException {
    Files.writeString(file, "#!/bin/sh\n");
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
  }

  private static void assertNoTrace(Result result) {
    assertFalse(result.err().contains("Exception"), result.err());
    assertFalse(result.err().contains("\tat "), result.err());
  }
}

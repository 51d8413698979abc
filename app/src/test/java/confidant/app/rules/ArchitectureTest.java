package confidant.app.rules;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideOutsideOfPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaConstructorCall;
import com.tngtech.archunit.core.domain.JavaMethodCall;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.ThreadFactory;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Who may know whom; docs/ARCHITECTURE.md has the picture. */
class ArchitectureTest {
  private static final String[] NETWORK = {
    "java.net.http..", "java.nio.channels.spi..", "javax.net..", "java.rmi..", "com.sun.net.."
  };

  /** A socket that is a file: no address of it leads out of the machine. */
  private static final DescribedPredicate<JavaClass> LOCAL_SOCKETS =
      DescribedPredicate.describe(
          "a socket in a folder",
          type ->
              List.of(
                      "java.net.UnixDomainSocketAddress",
                      "java.net.SocketAddress",
                      "java.nio.channels.ServerSocketChannel",
                      "java.nio.channels.SocketChannel")
                  .contains(type.getName()));

  private static JavaClasses program;

  @BeforeAll
  static void readClasses() {
    program =
        new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("confidant");
  }

  @Test
  void nothingTalksToTheNetwork() {
    DescribedPredicate<JavaClass> network =
        resideInAnyPackage(NETWORK)
            .or(
                DescribedPredicate.describe(
                    "a socket, a URL or a channel to one",
                    type ->
                        type.getName()
                            .matches(
                                "java\\.net\\.(.*Socket.*|URL|URLConnection|HttpURLConnection"
                                    + "|Inet.*|Proxy.*|URLClassLoader)"
                                    + "|java\\.nio\\.channels\\..*Socket.*")));
    check(
        noClasses()
            .that()
            .resideInAnyPackage("confidant.engine..", "confidant.ingest..", "confidant.app..")
            .and()
            .resideOutsideOfPackage("confidant.app.launch..")
            .should()
            .dependOnClassesThat(network)
            .because("private papers never leave the machine"));
    check(
        noClasses()
            .that()
            .resideInAPackage("confidant.app.launch..")
            .should()
            .dependOnClassesThat(network.and(DescribedPredicate.not(LOCAL_SOCKETS)))
            .orShould()
            .callMethod(SocketChannel.class, "open")
            .orShould()
            .callMethod(ServerSocketChannel.class, "open")
            .because(
                "a later start reaches the window through a socket in a folder of this person, of"
                    + " a family that knows no hosts; a channel without a family would be TCP"));
    check(
        noClasses()
            .that()
            .resideInAPackage("confidant.ui..")
            .should()
            .dependOnClassesThat(
                network.and(
                    DescribedPredicate.not(
                        DescribedPredicate.describe(
                            "java.net.URL", type -> type.getName().equals("java.net.URL")))))
            .because(
                "private papers never leave the machine; a URL is how JavaFX names a style sheet"
                    + " inside the program"));
  }

  @Test
  void theWindowKnowsOnlyItsPorts() {
    check(
        noClasses()
            .that()
            .resideInAPackage("confidant.ui..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("confidant.engine..", "confidant.ingest..", "confidant.app..")
            .because("the window can be tested with fake ports, and the engine without a window"));
  }

  @Test
  void viewModelsDoNotSeeTheSceneGraph() {
    check(
        noClasses()
            .that()
            .resideInAPackage("confidant.ui..")
            .and()
            .haveSimpleNameEndingWith("ViewModel")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("javafx.scene..", "javafx.stage..", "javafx.application..")
            .because("what the window says and allows is tested without a toolkit"));
  }

  @Test
  void roomsBelowKnowNobodyAbove() {
    check(
        noClasses()
            .that()
            .resideInAPackage("confidant.engine..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("confidant.ingest..", "confidant.ui..", "confidant.app..")
            .because("the engine is of use to other programs"));
    check(
        noClasses()
            .that()
            .resideInAPackage("confidant.ingest..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("confidant.engine..", "confidant.ui..", "confidant.app..")
            .because("reading papers needs no model; tokens are counted through TokenCounter"));
  }

  @Test
  void pdfLibrariesStayInTheirRooms() {
    check(
        noClasses()
            .that()
            .resideOutsideOfPackage("confidant.ingest.extract..")
            .should()
            .dependOnClassesThat(
                resideInAnyPackage(
                        "org.apache.pdfbox..", "org.apache.fontbox..", "org.apache.tika..")
                    // A decoder that shares the name and nothing else.
                    .and(resideOutsideOfPackage("org.apache.pdfbox.jbig2..")))
            .because("layout and tables work on plain geometry, whatever library read the file"));
  }

  @Test
  void decodersOfPicturesStayBehindTheirBounds() {
    check(
        noClasses()
            .that()
            .resideOutsideOfPackage("confidant.ingest.codec..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("org.apache.pdfbox.jbig2..", "org.bytedeco.leptonica.global..")
            .because("a decoder believes its input; sizes are looked at before it is called"));
  }

  @Test
  void textRecognitionStaysInItsRoom() {
    check(
        noClasses()
            .that()
            .resideOutsideOfPackages("confidant.ingest.ocr..", "confidant.ingest.codec..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("org.bytedeco..")
            .because("native code is called in two places, never in the program's own process"));
  }

  @Test
  void officeAndWebLibrariesStayWithTheirFormats() {
    check(
        noClasses()
            .that()
            .resideOutsideOfPackages(
                "confidant.ingest.extract..",
                "confidant.ingest.flow.old..",
                "confidant.ingest.flow.sheet..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("org.apache.poi..")
            .because("what a format holds is told as events, whatever library read it"));
    check(
        noClasses()
            .that()
            .resideOutsideOfPackage("confidant.ingest.flow.web..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("org.jsoup..")
            .because("pages are parsed in one place, which never fetches anything"));
    check(
        noClasses()
            .that()
            .resideInAPackage("confidant.ingest..")
            .should()
            .callMethodWhere(
                DescribedPredicate.describe(
                    "a method of jsoup that connects",
                    call ->
                        call.getTargetOwner().getName().startsWith("org.jsoup")
                            && (call.getName().equals("connect")
                                || call.getName().equals("newSession"))))
            .because("private papers never leave the machine"));
  }

  @Test
  void fieldsAreReadFromDocumentsAlone() {
    check(
        noClasses()
            .that()
            .resideInAnyPackage("confidant.ingest.fields..", "confidant.ingest.classify..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                "confidant.ingest.extract..",
                "confidant.ingest.page..",
                "confidant.ingest.layout..",
                "confidant.ingest.tables..",
                "confidant.ingest.ocr..")
            .because("a field means the same whatever its paper was read from"));
    check(
        noClasses()
            .that()
            .resideInAPackage("confidant.ingest.classify..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("confidant.ingest.fields..")
            .because("fields are read by the kind of paper, not the kind by its fields"));
  }

  @Test
  void theJsonLibraryStaysWithThePipe() {
    check(
        noClasses()
            .that()
            .resideOutsideOfPackages("confidant.ingest.json..", "confidant.ingest.worker..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("tools.jackson..", "com.fasterxml.jackson..")
            .because("documents are plain records; how they travel is the pipe's matter"));
  }

  @Test
  void theVectorApiStaysInTheKernels() {
    check(
        noClasses()
            .that()
            .resideOutsideOfPackage("confidant.engine.kernel..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("jdk.incubator..")
            .because(
                "the API is an incubator and has a scalar reference behind the same interface"));
  }

  @Test
  void bytePairRanksComeThroughTheTokenizer() {
    check(
        noClasses()
            .that()
            .resideOutsideOfPackage("confidant.engine.tokenizer..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("com.knuddels..")
            .because("only the tokenizer decides which vocabulary is used"));
  }

  @Test
  void theForwardPassDoesNotKnowWhereWeightsComeFrom() {
    check(
        noClasses()
            .that()
            .resideInAPackage("confidant.engine.model..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                "confidant.engine.format..",
                "confidant.engine.loading..",
                "confidant.engine.tokenizer..",
                "confidant.engine.harmony..")
            .because("it reads like the paper: numbers in, numbers out"));
  }

  @Test
  void onlyTheDesktopClassOfTheProgramSeesJavaFx() {
    check(
        noClasses()
            .that()
            .resideInAPackage("confidant.app..")
            .and()
            .haveNameNotMatching("confidant\\.app\\.DesktopApp(\\$.*)?")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("javafx..")
            .because("commands must run where there is no window system"));
  }

  @Test
  void onlyTheCommandLineWritesToStdout() {
    check(
        noClasses()
            .that()
            .resideOutsideOfPackage("confidant.app.cli..")
            .should()
            .accessField(System.class, "out")
            .because("stdout holds the answer and nothing else"));
    check(
        noClasses()
            .should()
            .accessField(System.class, "err")
            .because("messages go through the terminal of the command line or the log"));
  }

  @Test
  void everyThreadHasAName() {
    check(
        noClasses()
            .should()
            .callConstructor(Thread.class)
            .orShould()
            .callConstructor(Thread.class, Runnable.class)
            .orShould()
            .callMethodWhere(
                DescribedPredicate.describe(
                    "an executor without a thread factory", ArchitectureTest::hasNoFactory))
            .orShould()
            .callMethod(ForkJoinPool.class, "commonPool")
            .because("a thread dump should say who does what"));
    check(
        noClasses()
            .should()
            .callConstructorWhere(
                DescribedPredicate.describe(
                    "an executor without a thread factory", ArchitectureTest::makesNamelessPool))
            .because("a thread dump should say who does what"));
  }

  @Test
  void packagesFormNoCycles() {
    for (String room : new String[] {"engine", "ingest", "ui", "app"}) {
      check(
          slices()
              .matching("confidant." + room + ".(*)..")
              .should()
              .beFreeOfCycles()
              .because("what forms a cycle can only be understood, tested and changed together"));
    }
  }

  @Test
  void expectedFailuresAreNoRuntimeExceptions() {
    check(
        classes()
            .that()
            .haveSimpleName("EngineException")
            .or()
            .haveSimpleName("CommandFailure")
            .should()
            .notBeAssignableTo(RuntimeException.class)
            .because("the compiler reminds the caller to tell the person"));
  }

  private static void check(ArchRule rule) {
    rule.check(program);
  }

  private static boolean hasNoFactory(JavaMethodCall call) {
    return call.getTargetOwner().isEquivalentTo(Executors.class)
        && call.getTarget().getRawReturnType().isAssignableTo(ExecutorService.class)
        && lacksFactory(call.getTarget().getRawParameterTypes())
        && !call.getTarget().getName().startsWith("unconfigurable");
  }

  private static boolean makesNamelessPool(JavaConstructorCall call) {
    return call.getTargetOwner().getPackageName().equals("java.util.concurrent")
        && call.getTargetOwner().isAssignableTo(ExecutorService.class)
        && lacksFactory(call.getTarget().getRawParameterTypes());
  }

  private static boolean lacksFactory(Iterable<JavaClass> parameters) {
    for (JavaClass parameter : parameters) {
      if (parameter.isEquivalentTo(ThreadFactory.class)
          || parameter.isEquivalentTo(ForkJoinPool.ForkJoinWorkerThreadFactory.class)) {
        return false;
      }
    }
    return true;
  }
}

package dev.curfew.views.rules;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import dev.curfew.views.kit.PlatformFxThread;
import javafx.application.Platform;
import javafx.scene.Node;

@AnalyzeClasses(packages = "dev.curfew.views", importOptions = DoNotIncludeTests.class)
class ArchitectureTest {
    @ArchTest
    static final ArchRule viewsTalkToNoSystem =
            noClasses()
                    .should()
                    .dependOnClassesThat()
                    .resideInAnyPackage(
                            "dev.curfew.spire..",
                            "dev.curfew.localstore..",
                            "dev.curfew.lab..",
                            "io.grpc..",
                            "java.sql..",
                            "java.net.http..")
                    .orShould()
                    .dependOnClassesThat()
                    .haveNameMatching("dev\\.curfew\\.connect\\.SpireChannel.*");

    @ArchTest
    static final ArchRule oneDoorToTheJavaFxThread =
            noClasses()
                    .that()
                    .doNotBelongToAnyOf(PlatformFxThread.class)
                    .should()
                    .callMethod(Platform.class, "runLater", Runnable.class);

    @ArchTest
    static final ArchRule viewModelsKnowNoNodes =
            noClasses()
                    .that()
                    .haveSimpleNameEndingWith("ViewModel")
                    .or()
                    .haveSimpleNameEndingWith("State")
                    .and()
                    .arePublic()
                    .and()
                    .areTopLevelClasses()
                    .and()
                    .areNotAssignableTo(Node.class)
                    .should()
                    .dependOnClassesThat()
                    .resideInAPackage("javafx.scene..");

    @ArchTest
    static final ArchRule featuresHaveNoCycles =
            slices().matching("dev.curfew.views.(*)..").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule onlyTheIconsModuleKnowsTheIconFont =
            noClasses().should().dependOnClassesThat().resideInAPackage("org.kordamp..");

    @ArchTest
    static final ArchRule looksComeFromTheStylesheet =
            noClasses().should().callMethod(Node.class, "setStyle", String.class);

    @ArchTest
    static final ArchRule noSwingAndNoAwt =
            noClasses()
                    .should()
                    .dependOnClassesThat()
                    .resideInAnyPackage("java.awt..", "javax.swing..", "javafx.embed..");
}

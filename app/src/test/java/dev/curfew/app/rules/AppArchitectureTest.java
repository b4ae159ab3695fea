package dev.curfew.app.rules;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

@AnalyzeClasses(packages = "dev.curfew", importOptions = DoNotIncludeTests.class)
class AppArchitectureTest {
    private static final String[] SERVICES = {
        "dev.curfew.connect..",
        "dev.curfew.containment..",
        "dev.curfew.estate..",
        "dev.curfew.evidence..",
        "dev.curfew.export..",
        "dev.curfew.exposure..",
        "dev.curfew.identity..",
        "dev.curfew.outcome..",
        "dev.curfew.policy..",
        "dev.curfew.query..",
        "dev.curfew.spire..",
        "dev.curfew.store..",
        "dev.curfew.text.."
    };

    @ArchTest
    static final ArchRule servicesKnowNothingAboveThem =
            noClasses()
                    .that()
                    .resideInAnyPackage(SERVICES)
                    .should()
                    .dependOnClassesThat()
                    .resideInAnyPackage(
                            "dev.curfew.app..",
                            "dev.curfew.views..",
                            "dev.curfew.lab..",
                            "dev.curfew.localstore..",
                            "javafx..",
                            "picocli..");

    @ArchTest
    static final ArchRule nobodyKnowsTheApplication =
            noClasses()
                    .that()
                    .resideOutsideOfPackage("dev.curfew.app..")
                    .should()
                    .dependOnClassesThat()
                    .resideInAPackage("dev.curfew.app..");

    @ArchTest
    static final ArchRule viewsKnowNoStoreAndNoLab =
            noClasses()
                    .that()
                    .resideInAPackage("dev.curfew.views..")
                    .should()
                    .dependOnClassesThat()
                    .resideInAnyPackage(
                            "dev.curfew.lab..",
                            "dev.curfew.localstore..",
                            "picocli..",
                            "io.grpc..");

    @ArchTest
    static final ArchRule theLabKnowsOnlyTheWire =
            noClasses()
                    .that()
                    .resideInAPackage("dev.curfew.lab..")
                    .should()
                    .dependOnClassesThat()
                    .resideInAnyPackage(
                            "dev.curfew.estate..",
                            "dev.curfew.containment..",
                            "dev.curfew.localstore..",
                            "dev.curfew.views..");

    @ArchTest
    static final ArchRule commandsLoadNoWindow =
            noClasses()
                    .that()
                    .resideInAnyPackage("dev.curfew.app.cli..", "dev.curfew.app.logging..")
                    .should()
                    .dependOnClassesThat()
                    .resideInAnyPackage("javafx..", "dev.curfew.views..");

    @ArchTest
    static final ArchRule onlyMainEndsTheProcess =
            noClasses()
                    .that()
                    .doNotHaveFullyQualifiedName("dev.curfew.app.Main")
                    .and()
                    .resideInAPackage("dev.curfew.app..")
                    .should()
                    .callMethod(System.class, "exit", int.class);

    @ArchTest
    static final ArchRule commandsKnowOnlyTheirCommonGround =
            slices().matching("dev.curfew.app.cli.(*)..").should().beFreeOfCycles();
}

package dev.curfew.localstore;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

@AnalyzeClasses(
        packages = "dev.curfew.localstore",
        importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {
    @ArchTest
    static final ArchRule the_store_knows_the_ports_and_their_types_only =
            classes()
                    .should()
                    .onlyDependOnClassesThat()
                    .resideInAnyPackage(
                            "dev.curfew.localstore..",
                            "dev.curfew.store..",
                            "dev.curfew.connect..",
                            "dev.curfew.outcome..",
                            "dev.curfew.identity..",
                            "dev.curfew.text..",
                            "io.spiffe.spiffeid..",
                            "org.sqlite..",
                            "org.jdbi..",
                            "org.slf4j..",
                            "org.jspecify..",
                            "java..");

    @ArchTest
    static final ArchRule the_store_knows_neither_window_nor_network_nor_lab =
            noClasses()
                    .should()
                    .dependOnClassesThat()
                    .resideInAnyPackage("javafx..", "io.grpc..", "dev.curfew.lab..", "java.net..");

    @ArchTest
    static final ArchRule only_the_database_package_knows_threads =
            noClasses()
                    .that()
                    .resideOutsideOfPackages("..database..", "..opening..")
                    .should()
                    .dependOnClassesThat()
                    .resideInAPackage("java.util.concurrent..");

    @ArchTest
    static final ArchRule packages_are_free_of_cycles =
            slices().matching("dev.curfew.localstore.(*)..").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule parts_do_not_know_the_whole =
            noClasses()
                    .that()
                    .resideOutsideOfPackage("dev.curfew.localstore")
                    .should()
                    .dependOnClassesThat()
                    .resideInAPackage("dev.curfew.localstore");
}

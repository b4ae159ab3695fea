package dev.curfew.lab;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

@AnalyzeClasses(packages = "dev.curfew.lab", importOptions = DoNotIncludeTests.class)
class ArchitectureTest {
    @ArchTest
    static final ArchRule knows_only_the_wire_of_the_console =
            noClasses()
                    .should()
                    .dependOnClassesThat(
                            resideInAPackage("dev.curfew..")
                                    .and(
                                            not(
                                                    resideInAnyPackage(
                                                            "dev.curfew.wire..",
                                                            "dev.curfew.lab.."))));

    @ArchTest
    static final ArchRule features_have_no_cycles =
            slices().matching("dev.curfew.lab.(*)..").should().beFreeOfCycles();
}

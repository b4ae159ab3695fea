package dev.curfew.arch;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

@AnalyzeClasses(packages = "dev.curfew", importOptions = DoNotIncludeTests.class)
class ServicesArchitectureTest {
    @ArchTest
    static final ArchRule servicesKnowNeitherJavaFxNorSql =
            noClasses()
                    .should()
                    .dependOnClassesThat()
                    .resideInAnyPackage("javafx..", "java.sql..", "org.jdbi..", "org.sqlite..");

    @ArchTest
    static final ArchRule servicesKnowNoOtherModule =
            noClasses()
                    .should()
                    .dependOnClassesThat()
                    .resideInAnyPackage(
                            "dev.curfew.app..",
                            "dev.curfew.views..",
                            "dev.curfew.lab..",
                            "dev.curfew.localstore..");

    @ArchTest
    static final ArchRule generatedCodeStaysBehindTheClients =
            noClasses()
                    .that()
                    .resideOutsideOfPackages(
                            "dev.curfew.spire..",
                            "dev.curfew.connect..",
                            "dev.curfew.wire..",
                            // Each kind of policy backend in its own package, never the port.
                            "dev.curfew.policy.*..")
                    .should()
                    .dependOnClassesThat()
                    .resideInAnyPackage("dev.curfew.wire..", "io.grpc..", "com.google.protobuf..");

    @ArchTest
    static final ArchRule onlyContainmentWrites =
            noClasses()
                    .that()
                    .resideOutsideOfPackages("dev.curfew.containment..", "dev.curfew.spire..")
                    .should()
                    .callMethodWhere(
                            com.tngtech.archunit.core.domain.JavaCall.Predicates.target(
                                    com.tngtech.archunit.base.DescribedPredicate.describe(
                                            "changes something on a server",
                                            target ->
                                                    target.getOwner()
                                                                    .getPackageName()
                                                                    .equals("dev.curfew.spire")
                                                            && target.getName()
                                                                    .matches(
                                                                            "ban|delete|create|recreate|createJoinToken|set\\w+|replace|append"
                                                                                    + "|prepare|activate|taint\\w*|revoke\\w*|refresh"))));

    @ArchTest
    static final ArchRule onlyContainmentWritesToPolicyBackends =
            noClasses()
                    .that()
                    .resideOutsideOfPackages("dev.curfew.containment..", "dev.curfew.policy..")
                    .should()
                    .callMethodWhere(
                            com.tngtech.archunit.core.domain.JavaCall.Predicates.target(
                                    com.tngtech.archunit.base.DescribedPredicate.describe(
                                            "changes something on a policy backend",
                                            target ->
                                                    target.getOwner()
                                                                    .getPackageName()
                                                                    .startsWith("dev.curfew.policy")
                                                            && target.getName()
                                                                    .matches(
                                                                            "tighten|end|restore|quarantine|lift"))));

    @ArchTest
    static final ArchRule noCycles =
            slices().matching("dev.curfew.(*)..").should().beFreeOfCycles();
}

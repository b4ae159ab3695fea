package dev.curfew.wire;

import dev.curfew.wire.openfga.Errors;
import dev.curfew.wire.openfga.Model;
import dev.curfew.wire.openfga.Service;
import dev.curfew.wire.openfga.Tuples;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Holds our declarations against the facts of OpenFGA's API. */
class OpenFgaApiFactsTest {
    /** Tests kept beside a model, and renaming: nothing that a console for agents needs. */
    private static final Set<String> LEFT_OUT =
            Set.of(
                    "openfga.v1.OpenFGAService/ReadAssertions",
                    "openfga.v1.OpenFGAService/UpdateStore",
                    "openfga.v1.OpenFGAService/WriteAssertions");

    private final ApiFacts api =
            new ApiFacts(
                    "/wire/openfga.tsv",
                    List.of(
                            Errors.getDescriptor(),
                            Model.getDescriptor(),
                            Service.getDescriptor(),
                            Tuples.getDescriptor()));

    @Test
    void everythingWeDeclareIsAFact() {
        api.everythingDeclaredIsAFact();
    }

    @Test
    void everyMessageWeDeclareIsWhole() {
        api.everythingDeclaredIsWhole("field");
    }

    @Test
    void everyEnumWeDeclareIsWhole() {
        api.everythingDeclaredIsWhole("enum");
    }

    @Test
    void onlyAssertionsAndRenamingAreLeftOut() {
        api.onlyTheseMethodsAreLeftOut(LEFT_OUT);
    }
}
